import { Construct } from "constructs";
import { Vpc } from "./bindings/vpc";

export interface PrivateNetworkProps {
  /** For people. */
  readonly name: string;
  /** Vultr's name of a place. */
  readonly location: string;
  /** `10.10.0.0/20`. */
  readonly cidr: string;
}

/** A VPC. Its nodes keep public addresses too: VKE knows no others. */
export class PrivateNetwork extends Construct {
  readonly id: string;

  constructor(scope: Construct, id: string, props: PrivateNetworkProps) {
    super(scope, id);
    const [subnet = "", mask] = props.cidr.split("/");
    this.id = new Vpc(this, "Resource", {
      description: props.name,
      region: props.location,
      v4Subnet: subnet,
      v4SubnetMask: Number(mask),
    }).id;
  }
}
