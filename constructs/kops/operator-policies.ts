import type { Statement } from "../aws/policy";
import type { KopsReach } from "./boundary";

export interface OperatorReach extends KopsReach {
  /** ARN of the policy that every role made here is bounded by. */
  readonly boundary: string;

  /** Buckets with Terraform's states. */
  readonly states: readonly string[];
}

/** What kOps looks at. */
export const operatorLook: Statement = {
  Sid: "Look",
  Effect: "Allow",
  Action: [
    "autoscaling:Describe*",
    "ec2:Describe*",
    "ec2:GetInstanceTypesFromInstanceRequirements",
    "elasticloadbalancing:Describe*",
    "events:ListRules",
    "iam:ListInstanceProfiles",
    "iam:ListOpenIDConnectProviders",
    "iam:ListRoles",
    "sqs:ListQueues",
  ],
  Resource: "*",
};

/**
 * What kOps calls to make, change and destroy clusters in a network that is there. Its own list is full access to six services
 * (https://kops.sigs.k8s.io/getting_started/aws/#setup-iam-user); this one is cut to what belongs to clusters of the
 * environment where AWS knows names, and to the region where it does not.
 */
export function operatorStatements(reach: OperatorReach): readonly Statement[] {
  const { accountId, environment, location } = reach;
  const inRegion = { StringEquals: { "aws:RequestedRegion": location } };
  const here = (service: string, resource: string) =>
    `arn:aws:${service}:${location}:${accountId}:${resource}`;
  return [
    operatorLook,
    {
      Sid: "Machines",
      Effect: "Allow",
      Action: [
        "ec2:AuthorizeSecurityGroupEgress",
        "ec2:AuthorizeSecurityGroupIngress",
        "ec2:CreateLaunchTemplate",
        "ec2:CreateLaunchTemplateVersion",
        "ec2:CreateSecurityGroup",
        "ec2:CreateTags",
        "ec2:CreateVolume",
        "ec2:DeleteKeyPair",
        "ec2:DeleteLaunchTemplate",
        "ec2:DeleteLaunchTemplateVersions",
        "ec2:DeleteNetworkInterface",
        "ec2:DeleteSecurityGroup",
        "ec2:DeleteTags",
        "ec2:DeleteVolume",
        "ec2:GetSecurityGroupsForVpc",
        "ec2:ImportKeyPair",
        "ec2:ModifyLaunchTemplate",
        "ec2:ModifyVolume",
        "ec2:RevokeSecurityGroupEgress",
        "ec2:RevokeSecurityGroupIngress",
        "ec2:RunInstances",
        "ec2:TerminateInstances",
      ],
      Resource: "*",
      Condition: inRegion,
    },
    {
      Sid: "Groups",
      Effect: "Allow",
      Action: "autoscaling:*",
      Resource: here("autoscaling", `autoScalingGroup:*:autoScalingGroupName/*.${environment}-*.k8s.local`),
    },
    {
      Sid: "Balancers",
      Effect: "Allow",
      Action: "elasticloadbalancing:*",
      Resource: [
        ...["api", "bastion"].flatMap((kind) => [
          here("elasticloadbalancing", `loadbalancer/net/${kind}-${environment}-*`),
          here("elasticloadbalancing", `listener/net/${kind}-${environment}-*`),
        ]),
        here("elasticloadbalancing", "targetgroup/*"), // their names are cut, and end in a checksum
      ],
    },
    {
      Sid: "Notices",
      Effect: "Allow",
      Action: ["events:*", "sqs:*"],
      Resource: [
        here("events", `rule/${environment}-*`),
        here("sqs", `${environment}-*-k8s-local-nth`), // of machines that AWS takes back
      ],
    },
    ...identities(reach),
    ...buckets(reach),
  ];
}

/** Roles of machines and of service accounts, never beyond the boundary, and the provider that pods' tokens are verified by. */
function identities({ accountId, environment, boundary }: OperatorReach): readonly Statement[] {
  const own = (kind: string) => `arn:aws:iam::${accountId}:${kind}/*.${environment}-*.k8s.local`;
  // The names of service accounts' roles are cut where they are too long.
  const roles = [own("role"), `arn:aws:iam::${accountId}:role/*.sa.${environment}-*`];
  return [
    {
      Sid: "Roles",
      Effect: "Allow",
      Action: [
        "iam:DeleteRole",
        "iam:GetRole",
        "iam:GetRolePolicy",
        "iam:ListAttachedRolePolicies",
        "iam:ListInstanceProfilesForRole",
        "iam:ListRolePolicies",
        "iam:ListRoleTags",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
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
      Condition: { StringEquals: { "iam:PermissionsBoundary": boundary } },
    },
    {
      Sid: "InstanceProfiles",
      Effect: "Allow",
      Action: [
        "iam:AddRoleToInstanceProfile",
        "iam:CreateInstanceProfile",
        "iam:DeleteInstanceProfile",
        "iam:GetInstanceProfile",
        "iam:RemoveRoleFromInstanceProfile",
        "iam:TagInstanceProfile",
        "iam:UntagInstanceProfile",
      ],
      Resource: own("instance-profile"),
    },
    {
      Sid: "HandOverRoles",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: roles,
      Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
    },
    {
      Sid: "TokensOfPods",
      Effect: "Allow",
      Action: [
        "iam:CreateOpenIDConnectProvider",
        "iam:DeleteOpenIDConnectProvider",
        "iam:GetOpenIDConnectProvider",
        "iam:TagOpenIDConnectProvider",
        "iam:UntagOpenIDConnectProvider",
        "iam:UpdateOpenIDConnectProviderThumbprint",
      ],
      Resource: `arn:aws:iam::${accountId}:oidc-provider/*.amazonaws.com/${environment}-*`,
    },
    {
      Sid: "ServicesOwnRoles",
      Effect: "Allow",
      Action: "iam:CreateServiceLinkedRole",
      Resource: `arn:aws:iam::${accountId}:role/aws-service-role/*`,
      Condition: {
        StringEquals: {
          "iam:AWSServiceName": [
            "autoscaling.amazonaws.com",
            "elasticloadbalancing.amazonaws.com",
            "spot.amazonaws.com",
          ],
        },
      },
    },
  ];
}

/** Which objects there are in kOps' buckets, and how these are set up. */
export const lookIntoBuckets = (buckets: readonly string[]): Statement => ({
  Sid: "LookIntoBuckets",
  Effect: "Allow",
  Action: [
    "s3:GetBucketAcl",
    "s3:GetBucketLocation",
    "s3:GetBucketPolicyStatus",
    "s3:GetBucketVersioning",
    "s3:GetEncryptionConfiguration",
    "s3:ListBucket",
    "s3:ListBucketVersions",
  ],
  Resource: buckets.map((bucket) => `arn:aws:s3:::${bucket}`),
});

const buckets = ({ buckets, states }: OperatorReach): readonly Statement[] => {
  const all = [...buckets, ...states];
  return [
    lookIntoBuckets(all),
    {
      Sid: "Objects",
      Effect: "Allow",
      Action: [
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:GetObject",
        "s3:GetObjectVersion",
        "s3:PutObject",
      ],
      Resource: all.map((bucket) => `arn:aws:s3:::${bucket}/*`),
    },
  ];
};
