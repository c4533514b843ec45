import { Construct } from "constructs";
import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { stateOf } from "../../config/state";
import { chosen } from "../../constructs/chosen";
import { Armor } from "../../constructs/gcp/armor";
import { GlobalEntry } from "../../constructs/gcp/entry";
import { GoogleApis } from "../../constructs/gcp/google-apis";
import { useGoogle } from "../../constructs/gcp/provider";
import { Vpc } from "../../constructs/gcp/vpc";
import { PlatformStack } from "../workspace/platform-stack";
import { type GcpInfrastructure, type GcpNetwork, type GkeCluster, nameOf, projectOf } from "./configuration";

export type NetworkOutputs = {
  /** Ids. */
  readonly network: string;
  readonly subnetwork: string;
} & {
  /** Where users find a cluster. */
  readonly [Address in `${string}-address`]: string;
};

export interface NetworkStackProps {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  readonly region: string;
  readonly network: GcpNetwork;
  /** Those of the region. */
  readonly clusters: readonly GkeCluster[];
}

/** `<environment>-network-<region>`: the network of a region, and the addresses of its clusters. */
export class NetworkStack extends PlatformStack<NetworkOutputs> {
  constructor(scope: Construct, props: NetworkStackProps) {
    const { environment, infrastructure, region, network, clusters } = props;
    super(scope, workspaceName(environment.name, "network", { region }), stateOf(environment, region));
    useGoogle(this, projectOf(environment, infrastructure), network.location);

    const vpc = new Vpc(this, "Vpc", {
      ...network,
      name: `${environment.name}-${region}`,
      flowLogs: infrastructure.flowLogs?.percent,
    });
    new GoogleApis(this, "GoogleApis", { name: `${environment.name}-${region}`, network: vpc.network });
    const entries = clusters
      .filter(({ role }) => role === "api")
      .map((cluster) => ({ cluster, entry: this.entry(environment, cluster) }));

    this.publish({
      network: vpc.network,
      subnetwork: vpc.subnetwork,
      ...Object.fromEntries(
        entries.map(({ cluster: { name }, entry: { address } }) => [`${name}-address`, address]),
      ),
    });
  }

  private entry(environment: Environment, cluster: GkeCluster) {
    const scope = new Construct(chosen(this), cluster.name);
    const entry = { name: nameOf(environment, cluster), protect: environment.protect };
    if (cluster.armor)
      new Armor(scope, "Armor", { ...entry, ...cluster.armor, blocked: blockedIn(environment) });
    return new GlobalEntry(scope, "Entry", entry);
  }
}

const blockedIn = ({ workloads }: Environment): readonly string[] => [
  ...new Set(workloads.flatMap(({ services }) => services.flatMap(({ route }) => route.blocked))),
];
