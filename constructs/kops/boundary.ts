import type { Statement } from "../aws/policy";
import { namesIn } from "./external-dns-rights";

/** What the roles that kOps makes are cut to. */
export interface KopsReach {
  readonly accountId: string;

  /** Name of the environment, which clusters' names begin with. */
  readonly environment: string;

  /** AWS' name of the region. */
  readonly location: string;

  /** The zone of Route 53 that clusters' names are written into. @default - none */
  readonly zoneId?: string | undefined;

  /** Whether pods sign in to databases of RDS by tokens. @default false */
  readonly signsIn?: boolean;

  /** Buckets that kOps keeps its state in, and public keys. */
  readonly buckets: readonly string[];
}

/** The names of what a region's store comes with begin like this: `kops-ca-kops`. */
export const storeName = (environment: string, region: string): string => `${environment}-${region}-kops`;

/** Name of the policy that bounds the roles of a region's clusters. */
export const kopsBoundaryName = (store: string): string => `${store}-boundary`;

/**
 * The most that a role of a cluster's machines or pods may ever be allowed: machines, disks and balancers of the region, images
 * to read, kOps' own buckets and the queue of notices about machines. No identities, and no other service
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).
 */
export const kopsBoundary = ({
  accountId,
  location,
  buckets,
  zoneId,
  signsIn = false,
}: KopsReach): readonly Statement[] => [
  {
    Sid: "Clusters",
    Effect: "Allow",
    Action: [
      "autoscaling:*",
      "ec2:*",
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:GetAuthorizationToken",
      "ecr:GetDownloadUrlForLayer",
      "elasticloadbalancing:*",
      "kms:CreateGrant",
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:GenerateDataKeyWithoutPlaintext",
      "kms:ReEncrypt*",
      "rds-db:connect",
      "sqs:DeleteMessage",
      "sqs:ReceiveMessage",
    ],
    Resource: "*",
    Condition: { StringEquals: { "aws:RequestedRegion": location } },
  },
  {
    Sid: "Store",
    Effect: "Allow",
    Action: [
      "s3:DeleteObject",
      "s3:DeleteObjectVersion",
      "s3:GetBucketLocation",
      "s3:GetEncryptionConfiguration",
      "s3:GetObject",
      "s3:ListBucket",
      "s3:ListBucketVersions",
      "s3:PutObject",
    ],
    Resource: buckets.flatMap((bucket) => [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`]),
  },
  {
    Sid: "BalancersOwnRole",
    Effect: "Allow",
    Action: "iam:CreateServiceLinkedRole",
    Resource: "*",
    Condition: { StringEquals: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" } },
  },
  ...(zoneId === undefined ? [] : namesIn(zoneId)),
  ...(signsIn
    ? [
        {
          Sid: "SignInToDatabases",
          Effect: "Allow" as const,
          Action: "rds-db:connect",
          Resource: `arn:aws:rds-db:${location}:${accountId}:dbuser:*/*`,
        },
      ]
    : []),
];
