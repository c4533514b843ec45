import { databaseReads, databaseStatements } from "../aws/github-databases";
import { notTheirOwnRoles } from "../aws/github-identities";
import { logStatements, lookAtLogBuckets } from "../aws/github-logs";
import type { Rights } from "../aws/github-roles";
import {
  inBuckets,
  type JobsReach,
  look,
  networkStatements,
  pushStatements,
  registryStatements,
} from "../aws/github-statements";
import type { Statement } from "../aws/policy";
import { lookIntoBuckets, operatorLook, operatorStatements } from "./operator-policies";

/** What the policies of CI jobs are cut to where clusters are kOps'. */
export interface KopsJobsReach extends JobsReach {
  /** By region: AWS' name of it, kOps' buckets there, and the ARN of the policy that bounds its clusters' roles. */
  readonly stores: ReadonlyMap<
    string,
    { readonly location: string; readonly buckets: readonly string[]; readonly boundary: string }
  >;
}

/**
 * What GitHub's jobs may do where clusters are kOps'. Those that apply make clusters as the operator does; buckets with kOps' state,
 * the operator and what bounds clusters' roles are beyond them, as are their own roles.
 */
export const kopsRights = (reach: KopsJobsReach): Rights => ({
  plan: planStatements(reach),
  apply: applyStatements(reach),
  push: pushStatements(reach),
  regions: new Map(
    [...reach.stores].map(([region, store]) => [
      region,
      operatorStatements({
        ...store,
        accountId: reach.accountId,
        environment: reach.environment,
        states: [],
      }),
    ]),
  ),
});

const storesOf = ({ stores }: KopsJobsReach): readonly string[] =>
  [...stores.values()].flatMap(({ buckets }) => buckets);

/** How Terraform reads buckets' settings, which are no data (https://docs.aws.amazon.com/AmazonS3/latest/userguide/list_amazons3.html). */
const settings = (reach: KopsJobsReach): Statement => ({
  Sid: "SettingsOfBuckets",
  Effect: "Allow",
  Action: [
    "s3:GetAccelerateConfiguration",
    "s3:GetBucket*",
    "s3:GetLifecycleConfiguration",
    "s3:GetReplicationConfiguration",
  ],
  Resource: storesOf(reach).map((bucket) => `arn:aws:s3:::${bucket}`),
});

/**
 * Plans. It reads Terraform's states and kOps' store, whose keys open the clusters: code that runs in this job is as an administrator
 * to whom their API answers.
 */
const planStatements = (reach: KopsJobsReach): readonly Statement[] => [
  look([]),
  { ...operatorLook, Sid: "LookAsKops" },
  ...inBuckets("ReadStates", reach.buckets, ["s3:GetObject"]),
  lookIntoBuckets(storesOf(reach)),
  settings(reach),
  {
    Sid: "ReadStores",
    Effect: "Allow",
    Action: "s3:GetObject",
    Resource: storesOf(reach).map((bucket) => `arn:aws:s3:::${bucket}/*`),
  },
  ...(reach.databases ? databaseReads(reach) : []),
  ...lookAtLogBuckets(reach),
];

/** Makes, changes and destroys networks, images' registry and databases; clusters are the regions' own policies. */
const applyStatements = (reach: KopsJobsReach): readonly Statement[] => [
  look([]),
  settings(reach),
  ...inBuckets("WriteStates", reach.buckets, ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]),
  ...networkStatements(reach),
  ...registryStatements(reach),
  ...logStatements(reach),
  ...(reach.databases ? databaseStatements(reach) : []),
  {
    Sid: "ReplicationsOwnRole",
    Effect: "Allow",
    Action: "iam:CreateServiceLinkedRole",
    Resource: `arn:aws:iam::${reach.accountId}:role/aws-service-role/*`,
    Condition: { StringEquals: { "iam:AWSServiceName": "replication.ecr.amazonaws.com" } },
  },
  notTheirOwnRoles(reach),
];
