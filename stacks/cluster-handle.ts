import { traitsOf } from "../config/clouds";
import type { Place } from "../config/place";
import type { ClusterRole, Environment } from "../config/schema/environment";
import { chosenName, type PlacedCluster } from "../config/topology";
import type { ClusterTraits } from "../config/traits";
import type { ClusterAccess } from "../constructs/kubernetes/access";
import type { MetricsStore } from "../constructs/monitoring/thanos/store";
import type { PlatformStack } from "./workspace/platform-stack";

/**
 * A cluster as the workspaces above the infrastructure see it. Each cloud makes its own; nothing above asks which cloud it
 * is.
 */
export interface ClusterHandle {
  readonly place: Place;
  readonly role: ClusterRole;

  /** What everything that runs in the cluster notices of it. */
  readonly traits: ClusterTraits;

  /**
   * The DNS name that the cluster answers to: text where people chose it, and otherwise an expression over what `consumer`
   * consumes for it.
   */
  hostName(consumer: PlatformStack<object>): string;

  /** The same name for what needs it to resolve: `consumer` comes after its record, where there is one. */
  host(consumer: PlatformStack<object>): string;

  /** How `consumer` reaches the cluster's API; consumes what it takes. */
  access(consumer: PlatformStack<object>): ClusterAccess;

  /**
   * Where users call what the cluster serves; consumes what it takes.
   *
   * @default - they come through something else than the cluster itself, or its name is all that there is to say
   */
  url?(consumer: PlatformStack<object>): string;

  /**
   * The bucket that keeps the cluster's samples for long, where the configuration asks for it; consumes what it takes.
   *
   * @default - the cloud makes none
   */
  metricsStore?(consumer: PlatformStack<object>): MetricsStore;

  /** Where `consumer` finds what the cluster serves: an address or a name; consumes what it takes. */
  address(consumer: PlatformStack<object>): string;
}

/** What the configuration says of a cluster whose name people chose. */
export const configuredCluster = (
  environment: Environment,
  cluster: PlacedCluster,
): Pick<ClusterHandle, "place" | "role" | "traits" | "hostName"> => ({
  place: { environment: environment.name, region: cluster.region, cluster: cluster.name },
  role: cluster.role,
  traits: traitsOf(environment, cluster),
  hostName: () => chosenName(cluster),
});
