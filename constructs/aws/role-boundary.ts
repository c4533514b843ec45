import type { Statement } from "./policy";

/** What the roles that CI jobs make are cut to. */
export interface BoundaryReach {
  readonly accountId: string;

  /** Name of the environment. */
  readonly environment: string;

  /** The AWS regions of the environment. */
  readonly locations: readonly string[];
}

/** Name of the policy that bounds what the roles of clusters may do. */
export const boundaryName = (environment: string): string => `${environment}-github-boundary`;

export const boundaryArn = ({
  accountId,
  environment,
}: Pick<BoundaryReach, "accountId" | "environment">): string =>
  `arn:aws:iam::${accountId}:policy/${boundaryName(environment)}`;

/**
 * The most that a role of a cluster may ever be allowed: machines, their networks and balancers in the environment's
 * regions, images to read. No identities, no states, no other service: an identity that may write policies of such
 * roles can give them no more than this (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html).
 */
export const boundaryStatements = ({ locations }: BoundaryReach): readonly Statement[] => [
  {
    Sid: "Clusters",
    Effect: "Allow",
    Action: [
      "autoscaling:*",
      "ec2:*",
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:BatchImportUpstreamImage",
      "ecr:GetAuthorizationToken",
      "ecr:GetDownloadUrlForLayer",
      "eks-auth:AssumeRoleForPodIdentity",
      "eks:Describe*",
      "eks:List*",
      "elasticloadbalancing:*",
      "kms:Decrypt",
      "kms:DescribeKey",
      "kms:Encrypt",
      "kms:ListGrants",
    ],
    Resource: "*",
    Condition: { StringEquals: { "aws:RequestedRegion": locations } },
  },
  {
    // A part of AmazonEKSClusterPolicy; IAM itself is in no region.
    Sid: "BalancersOwnRole",
    Effect: "Allow",
    Action: "iam:CreateServiceLinkedRole",
    Resource: "*",
    Condition: { StringEquals: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" } },
  },
];
