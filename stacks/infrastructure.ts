import type { ClusterHandle } from "./cluster-handle";
import type { DatabaseHandle } from "./database-handle";
import type { HubCertificates } from "./hub-certificates";
import type { RegionalCertificates } from "./regional-certificates";
import type { PlatformStack } from "./workspace/platform-stack";

/** What an environment's infrastructure gives to the workspaces above it. */
export interface Infrastructure {
  readonly clusters: readonly ClusterHandle[];

  /**
   * Every database of kind "managed", by its name in the configuration.
   *
   * @default - the cloud makes none
   */
  readonly databases?: Readonly<Record<string, DatabaseHandle>>;

  /**
   * Opens HTTPS of the edge cluster to some networks, by resources in `stack`.
   *
   * @default - the edge cluster has no firewall of ours
   */
  readonly admitToEdge?: (stack: PlatformStack<object>, cidrs: readonly string[]) => void;

  /**
   * Who certifies what the clusters serve, where the infrastructure sees to it.
   *
   * @default - the platform does, by the kind of its certificates
   */
  readonly certificates?: RegionalCertificates;

  /**
   * How a hub and those who write to it prove themselves, where the infrastructure sees to it.
   *
   * @default - the platform's CA signs for them when it is applied
   */
  readonly hubCertificates?: HubCertificates;

  /**
   * Defines the entry point, where the cloud has one of its own.
   *
   * @default - Traefik on the edge cluster
   */
  readonly defineBalancer?: () => void;
}
