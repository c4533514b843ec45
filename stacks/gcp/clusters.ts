import type { App } from "cdktf";
import type { Environment } from "../../config/schema/environment";
import { chosenName } from "../../config/topology";
import { type ClusterHandle, configuredCluster } from "../cluster-handle";
import type { CacheStack } from "./cache-stack";
import { ClusterAddonsStack } from "./cluster-addons-stack";
import type { GcpInfrastructure, GcpNetwork, GkeCluster } from "./configuration";
import type { DnsStack } from "./dns-stack";
import { GkeStack } from "./gke-stack";
import { MetricsStack } from "./metrics-stack";
import type { NetworkStack } from "./network-stack";
import type { RegistryStack } from "./registry-stack";

/** What a region has for its clusters: what the configuration says of its network, and the workspaces that make it. */
export interface RegionalParts {
  readonly network: GcpNetwork;
  readonly networkStack: NetworkStack;
  readonly registry: RegistryStack;
}

export interface GkeClusterProps extends RegionalParts {
  readonly environment: Environment;
  readonly infrastructure: GcpInfrastructure;
  readonly cluster: GkeCluster;
  /** What pods find there when they start. */
  readonly caches: readonly CacheStack[];
  /** @default - names lead to the clusters by what others do */
  readonly dns: DnsStack | undefined;
}

/** Defines a cluster and its add-ons: reached by a token of the account that runs Terraform. */
export function gkeCluster(app: App, props: GkeClusterProps): ClusterHandle {
  const { environment, cluster, networkStack, caches, dns } = props;
  const gke = new GkeStack(app, props);
  const addons = new ClusterAddonsStack(app, { ...props, gke });
  const { longTerm } = environment.monitoring;
  const metrics = longTerm && new MetricsStack(app, { ...props, longTerm });
  const served = cluster.role === "api";
  return {
    ...configuredCluster(environment, cluster),
    host: (consumer) => (dns && served ? dns.hostOf(cluster, consumer) : chosenName(cluster)),
    access: (consumer) => {
      for (const before of [addons, ...caches]) consumer.addDependency(before);
      return gke.accessFor(consumer);
    },
    ...(metrics ? { metricsStore: (consumer) => metrics.storeFor(consumer) } : {}),
    address: (consumer) => {
      const output = `${cluster.name}-address` as const;
      return consumer.consume(networkStack, output)[output] as string;
    },
  };
}
