import type { App } from "cdktf";
import type { Environment } from "../config/schema/environment";
import { awsInfrastructure } from "./aws/infrastructure";
import { azureInfrastructure } from "./azure/infrastructure";
import type { ClusterHandle } from "./cluster-handle";
import { existingClusters } from "./existing/clusters";
import type { PkiStack } from "./pki-stack";
import type { PlatformStack } from "./workspace/platform-stack";

/** What an environment's infrastructure gives to the workspaces above it. */
export interface Infrastructure {
  readonly clusters: readonly ClusterHandle[];

  /**
   * Opens HTTPS of the edge cluster to some networks, by resources in `stack`.
   *
   * @default - nothing keeps anybody out
   */
  readonly admitToEdge?: (stack: PlatformStack<object>, cidrs: readonly string[]) => void;

  /**
   * Defines the entry point, where the cloud has one of its own.
   *
   * @default - Traefik on the edge cluster
   */
  readonly defineBalancer?: () => void;
}

/**
 * Defines the workspaces that make networks and clusters, if any.
 *
 * @param pki - the platform's own CA, for clusters that end TLS at their ingress
 */
export function defineInfrastructure(
  app: App,
  environment: Environment,
  pki: PkiStack | undefined,
): Infrastructure {
  const { infrastructure } = environment;
  switch (infrastructure.kind) {
    case "existing":
      return { clusters: existingClusters(environment) };
    case "azure":
      return azureInfrastructure(app, environment, infrastructure);
    case "aws":
      return awsInfrastructure(app, environment, infrastructure, pki);
  }
}
