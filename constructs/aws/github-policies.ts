import { type IdentityReach, identityStatements } from "./github-identities";
import type { Statement } from "./policy";

/** What the policies of CI jobs are cut to. */
export interface Reach extends IdentityReach {
  /** The AWS regions of the environment. */
  readonly locations: readonly string[];

  /** The AWS region that images are pushed to. */
  readonly home: string;

  /** Repositories of images. */
  readonly repositories: readonly string[];

  /** Buckets with states. */
  readonly buckets: readonly string[];

  /** The Route 53 zone that is written to. @default - none */
  readonly zoneId?: string | undefined;
}

/** Reads the configuration of what the environment is made of, but no data: no objects, no images, no Secrets. */
const look: Statement = {
  Sid: "Look",
  Effect: "Allow",
  Action: [
    "acm:DescribeCertificate",
    "acm:ListTagsForCertificate",
    "ec2:Describe*",
    "ecr:Describe*",
    "ecr:GetLifecyclePolicy",
    "ecr:ListTagsForResource",
    "eks:Describe*",
    "eks:List*",
    "elasticloadbalancing:Describe*",
    "globalaccelerator:Describe*",
    "globalaccelerator:List*",
    "iam:GetOpenIDConnectProvider",
    "iam:GetPolicy",
    "iam:GetPolicyVersion",
    "iam:GetRole",
    "iam:GetRolePolicy",
    "iam:ListAttachedRolePolicies",
    "iam:ListInstanceProfilesForRole",
    "iam:ListRolePolicies",
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
  ],
  Resource: "*",
};

const inBuckets = (sid: string, buckets: readonly string[], actions: readonly string[]): Statement[] =>
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

/** Plans. It reads states, which hold private keys: code that runs in this job can print them. */
export const planStatements = ({ buckets }: Reach): readonly Statement[] => [
  look,
  ...inBuckets("ReadStates", buckets, ["s3:GetObject"]),
];

/** Pushes images at home, and sees where they are: a digest is delivered once every region has it. */
export const pushStatements = ({ accountId, home, locations, repositories }: Reach): readonly Statement[] => [
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

/**
 * Makes, changes and destroys everything but the roles of CI jobs. Where AWS knows names, it is cut to those of the
 * environment; where it does not, to the environment's regions.
 */
export function applyStatements(reach: Reach): readonly Statement[] {
  const { accountId, environment, locations, repositories, buckets, zoneId } = reach;
  const balancers = zoneId === undefined ? ["net"] : ["net", "app"]; // with a certificate for the domain: application ones
  const inRegions = { StringEquals: { "aws:RequestedRegion": locations } };
  const ours = { StringEquals: { "aws:ResourceTag/environment": environment } };
  return [
    look,
    ...inBuckets("WriteStates", buckets, ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"]),
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
      Condition: inRegions,
    },
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
      Condition: inRegions,
    },
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
