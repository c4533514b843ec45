import type { LogsReach } from "./github-logs";
import type { Statement } from "./policy";

/** What every job of an environment is cut to. */
export interface JobsReach extends LogsReach {
  readonly accountId: string;

  /** Name of the environment. */
  readonly environment: string;

  /** The AWS region that images are pushed to. */
  readonly home: string;

  /** Repositories of images. */
  readonly repositories: readonly string[];

  /** Buckets with states. */
  readonly buckets: readonly string[];

  /** Whether there are databases of RDS. */
  readonly databases: boolean;
}

/** What networks, registries and roles are read by. */
const LOOK = [
  "ec2:Describe*",
  "ecr:Describe*",
  "ecr:GetLifecyclePolicy",
  "ecr:ListTagsForResource",
  "elasticloadbalancing:Describe*",
  "iam:GetOpenIDConnectProvider",
  "iam:GetPolicy",
  "iam:GetPolicyVersion",
  "iam:GetRole",
  "iam:GetRolePolicy",
  "iam:ListAttachedRolePolicies",
  "iam:ListInstanceProfilesForRole",
  "iam:ListRolePolicies",
];

/**
 * Reads the configuration of what the environment is made of, but no data: no objects, no images, no Secrets.
 *
 * @param more - by which actions what only some environments have is read
 */
export const look = (more: readonly string[]): Statement => ({
  Sid: "Look",
  Effect: "Allow",
  Action: [...LOOK, ...more].sort(),
  Resource: "*",
});

/** Objects in buckets, and which there are. */
export const inBuckets = (
  sid: string,
  buckets: readonly string[],
  actions: readonly string[],
): Statement[] =>
  buckets.length === 0
    ? []
    : [
        {
          Sid: `${sid}List`,
          Effect: "Allow",
          Action: "s3:ListBucket",
          Resource: buckets.map((bucket) => `arn:aws:s3:::${bucket}`),
        },
        {
          Sid: sid,
          Effect: "Allow",
          Action: actions,
          Resource: buckets.map((bucket) => `arn:aws:s3:::${bucket}/*`),
        },
      ];

/** Pushes images at home, and sees where they are: a digest is delivered once every region has it. */
export const pushStatements = ({
  accountId,
  home,
  locations,
  repositories,
}: JobsReach): readonly Statement[] => [
  {
    Sid: "SignIn",
    Effect: "Allow",
    Action: ["ecr:DescribeRegistry", "ecr:GetAuthorizationToken"],
    Resource: "*", // these know no resources
  },
  {
    Sid: "Push",
    Effect: "Allow",
    Action: [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
    ],
    Resource: repositories.map((name) => `arn:aws:ecr:${home}:${accountId}:repository/${name}`),
  },
  {
    Sid: "LookForCopies",
    Effect: "Allow",
    Action: "ecr:DescribeImages",
    Resource: locations.flatMap((location) =>
      repositories.map((name) => `arn:aws:ecr:${location}:${accountId}:repository/${name}`),
    ),
  },
];

/** Networks, of which AWS knows no names: in the environment's regions. */
export const networkStatements = ({ locations }: Pick<JobsReach, "locations">): readonly Statement[] => [
  {
    Sid: "Networks",
    Effect: "Allow",
    Action: [
      "ec2:AllocateAddress",
      "ec2:AssociateRouteTable",
      "ec2:AttachInternetGateway",
      "ec2:AuthorizeSecurityGroupEgress",
      "ec2:AuthorizeSecurityGroupIngress",
      "ec2:CreateInternetGateway",
      "ec2:CreateLaunchTemplate",
      "ec2:CreateLaunchTemplateVersion",
      "ec2:CreateNatGateway",
      "ec2:CreateRoute",
      "ec2:CreateRouteTable",
      "ec2:CreateSecurityGroup",
      "ec2:CreateSubnet",
      "ec2:CreateTags",
      "ec2:CreateVpc",
      "ec2:DeleteInternetGateway",
      "ec2:DeleteLaunchTemplate",
      "ec2:DeleteNatGateway",
      "ec2:DeleteRoute",
      "ec2:DeleteRouteTable",
      "ec2:DeleteSecurityGroup",
      "ec2:DeleteSubnet",
      "ec2:DeleteTags",
      "ec2:DeleteVpc",
      "ec2:DetachInternetGateway",
      "ec2:DisassociateAddress",
      "ec2:DisassociateRouteTable",
      // Asked for by CreateLoadBalancer and SetSecurityGroups since 2024, though in no list of theirs
      // (https://github.com/kubernetes-sigs/aws-load-balancer-controller/issues/3917).
      "ec2:GetSecurityGroupsForVpc",
      "ec2:ModifyLaunchTemplate",
      "ec2:ModifySecurityGroupRules",
      "ec2:ModifySubnetAttribute",
      "ec2:ModifyVpcAttribute",
      "ec2:ReleaseAddress",
      "ec2:ReplaceRoute",
      "ec2:RevokeSecurityGroupEgress",
      "ec2:RevokeSecurityGroupIngress",
      "ec2:RunInstances", // EKS asks whether the launch template's user could start its machines
    ],
    Resource: "*",
    Condition: { StringEquals: { "aws:RequestedRegion": locations } },
  },
];

/** The environment's repositories, and how they are copied between its regions. */
export const registryStatements = ({
  accountId,
  locations,
  repositories,
}: Pick<JobsReach, "accountId" | "locations" | "repositories">): readonly Statement[] => [
  {
    Sid: "Registry",
    Effect: "Allow",
    Action: [
      "ecr:CreateRepository",
      "ecr:DeleteLifecyclePolicy",
      "ecr:DeleteRepository",
      "ecr:PutImageScanningConfiguration",
      "ecr:PutImageTagMutability",
      "ecr:PutLifecyclePolicy",
      "ecr:TagResource",
      "ecr:UntagResource",
    ],
    Resource: repositories.map((name) => `arn:aws:ecr:*:${accountId}:repository/${name}`),
  },
  {
    Sid: "Replication",
    Effect: "Allow",
    Action: "ecr:PutReplicationConfiguration",
    Resource: "*",
    Condition: { StringEquals: { "aws:RequestedRegion": locations } },
  },
];
