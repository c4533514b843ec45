import { homeRegionOf } from "../../config/clouds/aws/home";
import type { Balancer, Environment, Region } from "../../config/schema/environment";
import type { PlacedCluster } from "../../config/topology";
import type { AwsAccount } from "../../constructs/aws/provider";
import { boundaryArn } from "../../constructs/aws/role-boundary";

/** What an environment says of AWS. */
export type AwsInfrastructure = Extract<Environment["infrastructure"], { kind: "aws" }>;

/** What a region says of its network in AWS. */
export type AwsNetwork = Extract<NonNullable<Region["network"]>, { kind: "aws" }>;

/** A cluster of EKS. */
export type EksCluster = Extract<PlacedCluster, { kind: "eks" }>;

/** A cluster of kOps. */
export type KopsCluster = Extract<PlacedCluster, { kind: "kops" }>;

/** What an environment says of Global Accelerator. */
export type GlobalAccelerator = Extract<Balancer, { kind: "global-accelerator" }>;

export const accountOf = (
  environment: Environment,
  { accountId, github }: AwsInfrastructure,
): AwsAccount => ({
  accountId,
  environment: environment.name,
  boundary: github && boundaryArn({ accountId, environment: environment.name }),
});

/** The networks of an environment, by region and in its order. */
export const networksOf = ({ regions }: Pick<Environment, "regions">): ReadonlyMap<string, AwsNetwork> =>
  new Map(
    Object.entries(regions).flatMap(([region, { network }]) =>
      network?.kind === "aws" ? [[region, network] as const] : [],
    ),
  );

/** AWS' name of the region that is home to what belongs to none. */
export const homeOf = (environment: Pick<Environment, "regions" | "infrastructure">): string =>
  networksOf(environment).get(homeRegionOf(environment))?.location as string;

/** The name of a cluster in AWS; it begins the names of everything that belongs to it. */
export const nameOf = (environment: Pick<Environment, "name">, cluster: EksCluster | KopsCluster): string =>
  `${environment.name}-${cluster.name}`;
