import { ComputeGlobalAddress } from "@cdktf/provider-google/lib/compute-global-address";
import { ComputeSslPolicy } from "@cdktf/provider-google/lib/compute-ssl-policy";
import { Construct } from "constructs";

export interface EntryProps {
  readonly name: string;
  /** Whether Terraform refuses to give the address up, which every name leads to. */
  readonly protect: boolean;
}

/** What Google's load balancer of a cluster finds by name: its address, and which TLS it speaks. */
export class GlobalEntry extends Construct {
  readonly address: string;

  constructor(scope: Construct, id: string, { name, protect }: EntryProps) {
    super(scope, id);
    this.address = new ComputeGlobalAddress(this, "Address", {
      name,
      ...(protect ? { lifecycle: { preventDestroy: true } } : {}),
    }).address;
    new ComputeSslPolicy(this, "Tls", { name, profile: "MODERN", minTlsVersion: "TLS_1_2" });
  }
}
