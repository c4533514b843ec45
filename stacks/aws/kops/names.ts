import type { Environment } from "../../../config/schema/environment";
import { type AwsInfrastructure, type KopsCluster, nameOf } from "../configuration";

/** A cluster's name at kOps. Names under `.k8s.local` are in no zone of DNS, and none has to be there. */
export const fullNameOf = (environment: Pick<Environment, "name">, cluster: KopsCluster): string =>
  `${nameOf(environment, cluster)}.k8s.local`;

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
