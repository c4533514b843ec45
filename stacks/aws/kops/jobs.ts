import type { Environment } from "../../../config/schema/environment";
import type { Rights } from "../../../constructs/aws/github-roles";
import { kopsBoundaryName, storeName } from "../../../constructs/kops/boundary";
import { kopsRights } from "../../../constructs/kops/github-policies";
import { type AwsInfrastructure, networksOf } from "../configuration";
import { jobsReach } from "../github-stack";
import { kopsClustersOf } from "./infrastructure";
import { bucketsMade } from "./names";

/**
 * What jobs may do where clusters are kOps'. The policies that bound clusters' roles are in the workspaces of the stores, and known
 * here by name: neither workspace has to be there before the other.
 */
export const rightsInKops = (environment: Environment, infrastructure: AwsInfrastructure): Rights =>
  kopsRights({
    ...jobsReach(environment, infrastructure),
    stores: new Map(
      [...networksOf(environment)].map(([region, { location }]) => {
        const clusters = kopsClustersOf(environment).filter((cluster) => cluster.region === region);
        const { store, discovery } = bucketsMade(environment, infrastructure, region, clusters);
        const boundary = kopsBoundaryName(storeName(environment.name, region));
        return [
          region,
          {
            location,
            buckets: discovery === undefined ? [store] : [store, discovery],
            boundary: `arn:aws:iam::${infrastructure.accountId}:policy/${boundary}`,
          },
        ];
      }),
    ),
  });
