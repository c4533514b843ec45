import type { Environment, Region } from "../../config/schema/environment";
import type { PlacedCluster } from "../../config/topology";

/** What an environment says of Azure. */
export type AzureInfrastructure = Extract<Environment["infrastructure"], { kind: "azure" }>;

/** What a region says of its network in Azure. */
export type AzureNetwork = Extract<NonNullable<Region["network"]>, { kind: "azure" }>;

/** A cluster of one K3s server on an Azure machine. */
export type K3sCluster = Extract<PlacedCluster, { kind: "k3s" }>;
