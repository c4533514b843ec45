import type { Statement } from "./policy";
import { boundaryArn } from "./role-boundary";

/** Which identities the jobs that apply may make. */
export interface IdentityReach {
  readonly accountId: string;

  /** Name of the environment. */
  readonly environment: string;

  /** Names of the clusters in AWS: their roles begin with them. */
  readonly clusters: readonly string[];
}

/** The kinds of jobs. */
export const JOBS = ["plan", "apply", "push"] as const;

/** The role of a kind of jobs. A cluster may be called `github` too: its roles begin alike, and end otherwise. */
export const githubRole = (environment: string, job: (typeof JOBS)[number]): string =>
  `${environment}-github-${job}`;

/** Keeps jobs from the roles that they work as. */
export const notTheirOwnRoles = ({
  accountId,
  environment,
}: Pick<IdentityReach, "accountId" | "environment">): Statement => ({
  Sid: "NotTheirOwnRoles",
  Effect: "Deny",
  Action: "iam:*",
  Resource: JOBS.map((job) => `arn:aws:iam::${accountId}:role/${githubRole(environment, job)}`),
});

/** AWS' own policies that roles of the environment have. */
const ATTACHABLE = [
  "AmazonEC2ContainerRegistryPullOnly",
  "AmazonEKSClusterPolicy",
  "AmazonEKSWorkerNodePolicy",
  "AmazonEKS_CNI_Policy",
  "service-role/AmazonEBSCSIDriverPolicy",
];

/**
 * Makes the roles of clusters, each within the boundary, and hands them to the services that work as them. Roles are named
 * by cluster, not by environment: one called `aws` would have every `role/aws-*`, `aws-service-role/*` and
 * `aws-reserved/*` of AWS' own among them.
 */
export function identityStatements({
  accountId,
  environment,
  clusters,
}: IdentityReach): readonly Statement[] {
  const role = (name: string) => `arn:aws:iam::${accountId}:role/${name}`;
  const roles = clusters.map((cluster) => role(`${cluster}-*`));
  const bounded = { "iam:PermissionsBoundary": boundaryArn({ accountId, environment }) };
  return [
    {
      Sid: "Roles",
      Effect: "Allow",
      Action: [
        "iam:DeleteRole",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription",
      ],
      Resource: roles,
    },
    {
      Sid: "BoundedRoles",
      Effect: "Allow",
      Action: [
        "iam:CreateRole",
        "iam:DeleteRolePolicy",
        "iam:PutRolePermissionsBoundary",
        "iam:PutRolePolicy",
      ],
      Resource: roles,
      Condition: { StringEquals: bounded },
    },
    {
      Sid: "RolePolicies",
      Effect: "Allow",
      Action: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
      Resource: roles,
      Condition: {
        ArnEquals: { "iam:PolicyARN": ATTACHABLE.map((policy) => `arn:aws:iam::aws:policy/${policy}`) },
        StringEquals: bounded,
      },
    },
    {
      Sid: "HandOverRoles",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: roles,
      Condition: {
        StringEquals: {
          "iam:PassedToService": ["eks.amazonaws.com", "ec2.amazonaws.com", "pods.eks.amazonaws.com"],
        },
      },
    },
    {
      Sid: "ServicesOwnRoles",
      Effect: "Allow",
      Action: "iam:CreateServiceLinkedRole",
      Resource: `arn:aws:iam::${accountId}:role/aws-service-role/*`,
      Condition: {
        StringEquals: {
          "iam:AWSServiceName": [
            "eks.amazonaws.com",
            "eks-nodegroup.amazonaws.com",
            "elasticloadbalancing.amazonaws.com",
            "globalaccelerator.amazonaws.com",
            "replication.ecr.amazonaws.com",
          ],
        },
      },
    },
    notTheirOwnRoles({ accountId, environment }),
  ];
}
