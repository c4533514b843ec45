import type { PlacedCluster } from "../config/topology";
import type { ClusterTraits } from "../config/traits";
import type { ClusterAccess } from "../constructs/kubernetes/access";
import type { PlatformStack } from "./workspace/platform-stack";

/**
 * A cluster as the workspaces above the infrastructure see it. Each infrastructure makes its own; nobody else asks which
 * it is.
 */
export interface ClusterHandle {
  readonly cluster: PlacedCluster;

  /** What everything that runs in the cluster notices of it. */
  readonly traits: ClusterTraits;

  /** The DNS name that the cluster answers to; `consumer` comes after its record, where there is one. */
  host(consumer: PlatformStack<object>): string;

  /** How `consumer` reaches the cluster's API; consumes what it takes. */
  access(consumer: PlatformStack<object>): ClusterAccess;

  /** Where `consumer` finds what the cluster serves: an address or a name; consumes what it takes. */
  address(consumer: PlatformStack<object>): string;
}
