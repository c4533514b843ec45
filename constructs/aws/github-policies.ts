import { alarmStatements, lookAtAlarms } from "./github-alarms";
import { databaseReads, databaseStatements } from "./github-databases";
import { type IdentityReach, identityStatements } from "./github-identities";
import { logStatements, lookAtLogBuckets } from "./github-logs";
import type { Rights } from "./github-roles";
import {
  inBuckets,
  type JobsReach,
  look,
  networkStatements,
  pushStatements,
  registryStatements,
} from "./github-statements";
import type { Statement } from "./policy";
import { boundaryStatements } from "./role-boundary";

/** What the policies of CI jobs are cut to where clusters are EKS'. */
export interface Reach extends JobsReach, IdentityReach {
  /** The Route 53 zone that is written to. @default - none */
  readonly zoneId?: string | undefined;

  /** Whether the environment has alarms. */
  readonly alarms: boolean;
}

/** What clusters of EKS, their keys and logs, accelerators, certificates and records are read by. */
const lookAtAll = look([
  "acm:DescribeCertificate",
  "acm:ListTagsForCertificate",
  "eks:Describe*",
  "eks:List*",
  "globalaccelerator:Describe*",
  "globalaccelerator:List*",
  "kms:DescribeKey",
  "kms:GetKeyPolicy",
  "kms:GetKeyRotationStatus",
  "kms:ListAliases",
  "kms:ListResourceTags",
  "logs:DescribeLogGroups",
  "logs:ListTagsForResource",
  "route53:GetChange",
  "route53:GetHostedZone",
  "route53:ListResourceRecordSets",
]);

/** What GitHub's jobs may do where clusters are EKS'. */
export const eksRights = (reach: Reach): Rights => ({
  plan: planStatements(reach),
  apply: applyStatements(reach),
  push: pushStatements(reach),
  boundary: boundaryStatements(reach),
});

/** Plans. It reads states, which hold private keys: code that runs in this job can print them. */
const planStatements = (reach: Reach): readonly Statement[] => [
  lookAtAll,
  ...(reach.alarms ? [lookAtAlarms] : []),
  ...inBuckets("ReadStates", reach.buckets, ["s3:GetObject"]),
  ...(reach.databases ? databaseReads(reach) : []),
  ...lookAtLogBuckets(reach),
];

/**
 * Makes, changes and destroys everything but the roles of CI jobs. Where AWS knows names, it is cut to those of the
 * environment; where it does not, to the environment's regions.
 */
function applyStatements(reach: Reach): readonly Statement[] {
  const { accountId, environment, locations, buckets, zoneId } = reach;
  const balancers = zoneId === undefined ? ["net"] : ["net", "app"]; // with a certificate for the domain: application ones
  const inRegions = { StringEquals: { "aws:RequestedRegion": locations } };
  const ours = { StringEquals: { "aws:ResourceTag/environment": environment } };
  return [
    lookAtAll,
    ...inBuckets("WriteStates", buckets, ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]),
    ...networkStatements(reach),
    {
      Sid: "Clusters",
      Effect: "Allow",
      Action: "eks:*",
      Resource: ["cluster", "nodegroup", "addon", "access-entry", "podidentityassociation"].map(
        (kind) => `arn:aws:eks:*:${accountId}:${kind}/${environment}-*`,
      ),
    },
    {
      Sid: "LoadBalancers",
      Effect: "Allow",
      Action: "elasticloadbalancing:*",
      Resource: [
        ...balancers.flatMap((kind) => [`loadbalancer/${kind}`, `listener/${kind}`]),
        "targetgroup",
      ].map((kind) => `arn:aws:elasticloadbalancing:*:${accountId}:${kind}/${environment}-*`),
    },
    ...registryStatements(reach),
    {
      Sid: "Logs",
      Effect: "Allow",
      Action: [
        "logs:CreateLogGroup",
        "logs:DeleteLogGroup",
        "logs:DeleteRetentionPolicy",
        "logs:PutRetentionPolicy",
        "logs:TagResource",
        "logs:UntagResource",
      ],
      Resource: `arn:aws:logs:*:${accountId}:log-group:/aws/eks/${environment}-*`,
    },
    {
      Sid: "NewKeys",
      Effect: "Allow",
      Action: ["kms:CreateKey", "kms:TagResource"],
      Resource: "*",
      Condition: { StringEquals: { "aws:RequestTag/environment": environment } },
    },
    {
      Sid: "Keys",
      Effect: "Allow",
      Action: [
        "kms:CreateGrant",
        "kms:DisableKeyRotation",
        "kms:EnableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "kms:UntagResource",
        "kms:UpdateKeyDescription",
      ],
      Resource: `arn:aws:kms:*:${accountId}:key/*`,
      Condition: ours,
    },
    {
      Sid: "KeyNames",
      Effect: "Allow",
      Action: ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"],
      Resource: [`arn:aws:kms:*:${accountId}:alias/${environment}-*`, `arn:aws:kms:*:${accountId}:key/*`],
    },
    ...logStatements(reach),
    ...(reach.databases ? databaseStatements(reach) : []),
    ...identityStatements(reach),
    {
      Sid: "NewAccelerators",
      Effect: "Allow",
      Action: "globalaccelerator:CreateAccelerator",
      Resource: "*",
      Condition: { StringEquals: { "aws:RequestTag/environment": environment } },
    },
    {
      Sid: "Accelerators",
      Effect: "Allow",
      Action: "globalaccelerator:*",
      Resource: `arn:aws:globalaccelerator::${accountId}:accelerator/*`,
    },
    ...(reach.alarms ? alarmStatements(reach) : []),
    ...(zoneId === undefined
      ? []
      : ([
          {
            Sid: "Records",
            Effect: "Allow",
            Action: "route53:ChangeResourceRecordSets",
            Resource: `arn:aws:route53:::hostedzone/${zoneId}`,
          },
          {
            Sid: "NewCertificates",
            Effect: "Allow",
            Action: "acm:RequestCertificate",
            Resource: "*",
            Condition: inRegions,
          },
          {
            Sid: "Certificates",
            Effect: "Allow",
            Action: ["acm:AddTagsToCertificate", "acm:DeleteCertificate", "acm:RemoveTagsFromCertificate"],
            Resource: `arn:aws:acm:*:${accountId}:certificate/*`,
            Condition: ours,
          },
        ] satisfies Statement[])),
  ];
}
