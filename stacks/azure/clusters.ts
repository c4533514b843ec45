import type { App } from "cdktf";
import type { Environment } from "../../config/schema/environment";
import { chosenName, clustersOf } from "../../config/topology";
import { clientCertificateAccess } from "../client-certificate";
import { type ClusterHandle, configuredCluster } from "../cluster-handle";
import type { AzureInfrastructure, K3sCluster } from "./configuration";
import { type EdgeNode, K3sNodeStack } from "./k3s-node-stack";
import type { NetworkStack } from "./network-stack";

/** Defines the node of every cluster: reached by a client certificate, at its public address. */
export function k3sClusters(
  app: App,
  environment: Environment,
  infrastructure: AzureInfrastructure,
  networks: ReadonlyMap<string, NetworkStack>,
  edges: readonly EdgeNode[],
): readonly ClusterHandle[] {
  const networkOf = (region: string): NetworkStack => networks.get(region) as NetworkStack;

  return clustersOf(environment)
    .filter((cluster): cluster is K3sCluster => cluster.kind === "k3s")
    .map((cluster) => {
      const network = networkOf(cluster.region);
      const node = new K3sNodeStack(app, {
        environment,
        infrastructure,
        cluster,
        network,
        edges,
      });
      return clusterHandle(environment, cluster, network, node);
    });
}

const clusterHandle = (
  environment: Environment,
  cluster: K3sCluster,
  network: NetworkStack,
  node: K3sNodeStack,
): ClusterHandle => ({
  ...configuredCluster(environment, cluster),
  host: () => chosenName(cluster),
  access: (consumer) => clientCertificateAccess(consumer, node),
  address: (consumer) => network.addressOf(cluster.name, consumer),
});
