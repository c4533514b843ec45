import type { App } from "cdktf";
import type { Environment } from "../../../config/schema/environment";
import { type ClusterHandle, configuredCluster } from "../../cluster-handle";
import type { PkiStack } from "../../issuers/pki-stack";
import type { AwsInfrastructure, AwsNetwork, KopsCluster } from "../configuration";
import type { AwsDatabaseHandle } from "../databases";
import { ClusterAddonsStack } from "./cluster-addons-stack";
import { ClusterStack } from "./cluster-stack";
import type { NetworkStack } from "./network-stack";
import type { StoreStack } from "./store-stack";

export interface KopsClusterProps {
  readonly environment: Environment;
  readonly infrastructure: AwsInfrastructure;
  readonly cluster: KopsCluster;

  /** What the configuration says of the region's network, and the workspaces that make it and kOps' store. */
  readonly network: AwsNetwork;
  readonly networkStack: NetworkStack;
  readonly storeStack: StoreStack;

  /** The databases that RDS makes, by name. */
  readonly databases: Readonly<Record<string, AwsDatabaseHandle>>;

  readonly pki: PkiStack | undefined;
}

/** Defines a cluster and its add-ons: reached by who may read kOps' store. */
export function kopsCluster(app: App, { pki, ...props }: KopsClusterProps): ClusterHandle {
  const { environment, cluster } = props;
  const clusterStack = new ClusterStack(app, props);
  const addons = new ClusterAddonsStack(app, { ...props, clusterStack, pki });
  const host: ClusterHandle["host"] = (consumer) => consumer.consume(addons, "host").host;
  return {
    ...configuredCluster(environment, cluster),
    hostName: (consumer) => cluster.hostName ?? host(consumer),
    host,
    url: (consumer) => `${environment.certificates.kind === "none" ? "http" : "https"}://${host(consumer)}`,
    access: (consumer) => clusterStack.accessFor(consumer),
    address: (consumer) =>
      (cluster.ingress ? consumer.consume(addons, "address").address : undefined) ?? host(consumer),
  };
}
