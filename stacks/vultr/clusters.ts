import type { App } from "cdktf";
import type { Environment } from "../../config/schema/environment";
import { clustersOf } from "../../config/topology";
import { type ClusterHandle, configuredCluster } from "../cluster-handle";
import type { PkiStack } from "../issuers/pki-stack";
import { ClusterAddonsStack } from "./cluster-addons-stack";
import type { VkeCluster, VultrInfrastructure, VultrNetwork } from "./configuration";
import type { NetworkStack } from "./network-stack";
import { VkeStack } from "./vke-stack";

/** A region's network: what the configuration says of it, and the workspace that makes it. */
export interface RegionalNetwork {
  readonly network: VultrNetwork;
  readonly networkStack: NetworkStack;
}

export interface VkeClustersProps {
  readonly environment: Environment;
  readonly infrastructure: VultrInfrastructure;

  /** By region. */
  readonly networks: ReadonlyMap<string, RegionalNetwork>;

  readonly pki: PkiStack | undefined;
}

/** Defines every cluster and its add-ons: reached by its administrator's certificate. */
export const vkeClusters = (app: App, props: VkeClustersProps): readonly ClusterHandle[] =>
  clustersOf(props.environment)
    .filter((cluster): cluster is VkeCluster => cluster.kind === "vke")
    .map((cluster) => {
      const { environment, infrastructure, pki } = props;
      const place = props.networks.get(cluster.region) as RegionalNetwork;
      const vke = new VkeStack(app, { environment, infrastructure, cluster, ...place });
      const addons = new ClusterAddonsStack(app, { environment, cluster, vke, pki });
      const host: ClusterHandle["host"] = (consumer) => consumer.consume(addons, "host").host;
      return {
        ...configuredCluster(environment, cluster),
        hostName: (consumer) => cluster.hostName ?? host(consumer),
        host,
        access: (consumer) => vke.accessFor(consumer),
        address: (consumer) => consumer.consume(addons, "address").address,
      };
    });
