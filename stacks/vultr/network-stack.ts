import type { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { PrivateNetwork } from "../../constructs/vultr/private-network";
import { useVultr } from "../../constructs/vultr/provider";
import { PlatformStack } from "../workspace/platform-stack";
import type { VultrNetwork } from "./configuration";

export interface NetworkOutputs {
  readonly "vpc-id": string;
}

export interface NetworkStackProps {
  readonly environment: Environment;
  readonly region: string;
  readonly network: VultrNetwork;
}

/** `<environment>-network-<region>`: the VPC of a region. */
export class NetworkStack extends PlatformStack<NetworkOutputs> {
  constructor(scope: Construct, { environment, region, network }: NetworkStackProps) {
    super(scope, workspaceName(environment.name, "network", { region }), stateOf(environment, region));
    useVultr(this);

    const vpc = new PrivateNetwork(this, "Vpc", { ...network, name: `${environment.name}-${region}` });

    this.publish({ "vpc-id": vpc.id });
  }
}
