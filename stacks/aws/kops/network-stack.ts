import type { Construct } from "constructs";
import { zonesIn } from "../../../config/clouds/aws/regions";
import { workspaceName } from "../../../config/names";
import type { Environment } from "../../../config/schema/environment";
import { stateOf } from "../../../config/state";
import { useAws } from "../../../constructs/aws/provider";
import { Vpc } from "../../../constructs/aws/vpc";
import { PlatformStack } from "../../workspace/platform-stack";
import { type AwsInfrastructure, type AwsNetwork, accountOf } from "../configuration";
import { regionLogs } from "../logs";

export interface NetworkOutputs {
  readonly "vpc-id": string;
  /** What the account calls the zones, in the order of the subnets. */
  readonly "zone-names": readonly string[];
  /** One in every zone. */
  readonly "private-subnet-ids": readonly string[];
  readonly "public-subnet-ids": readonly string[];
  /** Name of the region's bucket of logs. Only where any are kept. */
  readonly "log-bucket"?: string;
}

export interface NetworkStackProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly region: string;
  readonly network: AwsNetwork;

  /** kOps' names of the region's clusters. */
  readonly clusters: readonly string[];
}

/** The ids of a network's zones. */
export const zoneIdsOf = ({ location, zones }: AwsNetwork): readonly string[] =>
  zonesIn(location).slice(0, zones);

/** `<environment>-network-<region>`: the VPC of a region, its subnets marked as those of the clusters there. */
export class NetworkStack extends PlatformStack<NetworkOutputs> {
  constructor(scope: Construct, props: NetworkStackProps) {
    const { environment, region, network } = props;
    super(scope, workspaceName(environment.name, "network", { region }), stateOf(environment, region));
    useAws(this, accountOf(environment, props.infrastructure), network.location);

    const vpc = new Vpc(this, "Vpc", {
      name: `${environment.name}-${region}`,
      cidr: network.cidr,
      zones: zoneIdsOf(network),
      nat: network.nat,
      subnetTags: Object.fromEntries(
        props.clusters.map((cluster) => [`kubernetes.io/cluster/${cluster}`, "shared"]),
      ),
    });

    this.publish({
      "vpc-id": vpc.id,
      "zone-names": vpc.zoneNames,
      "private-subnet-ids": vpc.privateSubnetIds,
      "public-subnet-ids": vpc.publicSubnetIds,
      ...regionLogs(this, { ...props, vpcId: vpc.id }),
    });
  }
}
