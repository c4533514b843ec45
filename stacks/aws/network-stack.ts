import type { Construct } from "constructs";
import { zonesIn } from "../../config/clouds/aws/regions";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { useAws } from "../../constructs/aws/provider";
import { Vpc } from "../../constructs/aws/vpc";
import { PlatformStack } from "../workspace/platform-stack";
import { type AwsInfrastructure, type AwsNetwork, accountOf } from "./configuration";
import { regionLogs } from "./logs";

export interface NetworkOutputs {
  readonly "vpc-id": string;
  /** One in every zone. */
  readonly "private-subnet-ids": readonly string[];
  /** Name of the region's bucket of logs. Only where any are kept. */
  readonly "log-bucket"?: string;
}

export interface NetworkStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly region: string;
  readonly network: AwsNetwork;
}

/** `<environment>-network-<region>`: the VPC of a region. */
export class NetworkStack extends PlatformStack<NetworkOutputs> {
  constructor(scope: Construct, props: NetworkStackProps) {
    const { environment, infrastructure, region, network } = props;
    super(scope, workspaceName(environment.name, "network", { region }), stateOf(environment, region));
    useAws(this, accountOf(environment, infrastructure), network.location);

    const vpc = new Vpc(this, "Vpc", {
      name: `${environment.name}-${region}`,
      cidr: network.cidr,
      zones: zonesIn(network.location).slice(0, network.zones),
      nat: network.nat,
    });

    this.publish({
      "vpc-id": vpc.id,
      "private-subnet-ids": vpc.privateSubnetIds,
      ...regionLogs(this, { ...props, vpcId: vpc.id }),
    });
  }
}
