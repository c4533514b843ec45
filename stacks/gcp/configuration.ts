import { entryOf } from "../../config/clouds/gcp/load-balancer";
import type { Environment, Region } from "../../config/schema/environment";
import type { PlacedCluster } from "../../config/topology";
import type { GcpProject } from "../../constructs/gcp/provider";

/** What an environment says of Google Cloud. */
export type GcpInfrastructure = Extract<Environment["infrastructure"], { kind: "gcp" }>;

/** What a region says of its network at Google. */
export type GcpNetwork = Extract<NonNullable<Region["network"]>, { kind: "gcp" }>;

/** A database that Google runs. */
export type ManagedDatabase = Extract<Environment["databases"][string], { kind: "managed" }>;

/** A cluster of GKE. */
export type GkeCluster = Extract<PlacedCluster, { kind: "gke" }>;

export const projectOf = (environment: Environment, { projectId }: GcpInfrastructure): GcpProject => ({
  projectId,
  environment: environment.name,
});

/** The networks of an environment, by region and in its order. */
export const networksOf = ({ regions }: Pick<Environment, "regions">): ReadonlyMap<string, GcpNetwork> =>
  new Map(
    Object.entries(regions).flatMap(([region, { network }]) =>
      network?.kind === "gcp" ? [[region, network] as const] : [],
    ),
  );

/** The name of a cluster at Google; it begins the names of everything that belongs to it. */
export const nameOf = (environment: Environment, cluster: GkeCluster): string =>
  entryOf(environment, cluster.name);
