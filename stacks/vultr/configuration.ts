import type { Environment, Region } from "../../config/schema/environment";
import type { PlacedCluster } from "../../config/topology";

/** What an environment says of Vultr. */
export type VultrInfrastructure = Extract<Environment["infrastructure"], { kind: "vultr" }>;

/** What a region says of its network at Vultr. */
export type VultrNetwork = Extract<NonNullable<Region["network"]>, { kind: "vultr" }>;

/** A cluster of VKE. */
export type VkeCluster = Extract<PlacedCluster, { kind: "vke" }>;
