import type { App } from "cdktf";
import type { Environment } from "../../config/schema/environment";
import { clustersOf } from "../../config/topology";
import { type ClusterHandle, configuredCluster } from "../cluster-handle";
import type { PkiStack } from "../pki-stack";
import { ClusterAddonsStack } from "./cluster-addons-stack";
import type { AwsInfrastructure, AwsNetwork, EksCluster } from "./configuration";
import type { DnsStack } from "./dns-stack";
import { EksStack } from "./eks-stack";
import type { GithubStack } from "./github-stack";
import type { NetworkStack } from "./network-stack";

/** A cluster of EKS with everything that workloads need. */
export interface ReadyCluster {
  readonly cluster: EksCluster;
  readonly addons: ClusterAddonsStack;
  readonly handle: ClusterHandle;
}

/** A region's network: what the configuration says of it, and the workspace that makes it. */
export interface RegionalNetwork {
  readonly network: AwsNetwork;
  readonly networkStack: NetworkStack;
}

export interface EksClustersProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;

  /** By region. */
  readonly networks: ReadonlyMap<string, RegionalNetwork>;

  readonly github?: GithubStack | undefined;
  readonly dns?: DnsStack | undefined;
  readonly pki?: PkiStack | undefined;
}

/** Defines every cluster and its add-ons: reached by a token for the user or role that runs Terraform. */
export const eksClusters = (app: App, props: EksClustersProps): readonly ReadyCluster[] =>
  clustersOf(props.environment)
    .filter((cluster): cluster is EksCluster => cluster.kind === "eks")
    .map((cluster) => {
      const { environment, infrastructure, github, dns, pki } = props;
      const place = props.networks.get(cluster.region) as RegionalNetwork;
      const eks = new EksStack(app, { environment, infrastructure, cluster, ...place, github });
      const addons = new ClusterAddonsStack(app, {
        environment,
        infrastructure,
        cluster,
        ...place,
        eks,
        dns,
        pki,
      });
      return { cluster, addons, handle: clusterHandle(environment, cluster, addons) };
    });

const clusterHandle = (
  environment: Environment,
  cluster: EksCluster,
  addons: ClusterAddonsStack,
): ClusterHandle => ({
  ...configuredCluster(environment, cluster),
  host: (consumer) => consumer.consume(addons, "host").host,
  access: (consumer) => addons.accessFor(consumer),
  address: (consumer) => consumer.consume(addons, "load-balancer-name")["load-balancer-name"],
});
