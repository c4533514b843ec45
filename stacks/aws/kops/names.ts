import { kopsNameOf } from "../../../config/clouds/aws/pod-role";
import type { Environment } from "../../../config/schema/environment";
import type { AwsInfrastructure, KopsCluster } from "../configuration";

/** A cluster's name at kOps. */
export const fullNameOf = (environment: Pick<Environment, "name">, cluster: KopsCluster): string =>
  kopsNameOf(environment.name, cluster.name);

/** The buckets of a region; the account's id in their names makes them unique in all of AWS. */
export const bucketNames = (
  { name }: Pick<Environment, "name">,
  { accountId }: Pick<AwsInfrastructure, "accountId">,
  region: string,
) => ({ store: `${name}-${region}-kops-${accountId}`, discovery: `${name}-${region}-tokens-${accountId}` });

/** The buckets of a region that are made: the public one only where pods of its clusters have roles of their own. */
export function bucketsMade(
  environment: Pick<Environment, "name">,
  infrastructure: Pick<AwsInfrastructure, "accountId">,
  region: string,
  clusters: readonly KopsCluster[],
): { readonly store: string; readonly discovery: string | undefined } {
  const { store, discovery } = bucketNames(environment, infrastructure, region);
  return {
    store,
    discovery: clusters.some((cluster) => cluster.serviceAccountRoles) ? discovery : undefined,
  };
}
