import type { Permissions } from "../aws/iam/permissions";

const STORE = {
  write: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
  read: ["s3:GetObject", "s3:ListBucket"],
};

/**
 * What kOps' provider calls: descriptions are objects in the store, and the updater makes what they say, as kOps does
 * (https://github.com/kubernetes/kops/tree/v1.36.2/upup/pkg/fi/cloudup/awstasks).
 */
export const KOPS_PERMISSIONS: Readonly<Record<string, Permissions>> = {
  kops_cluster: STORE,
  kops_instance_group: STORE,
  kops_cluster_updater: {
    write: [
      "autoscaling:CreateAutoScalingGroup",
      "autoscaling:DeleteAutoScalingGroup",
      "autoscaling:UpdateAutoScalingGroup",
      "ec2:AuthorizeSecurityGroupEgress",
      "ec2:AuthorizeSecurityGroupIngress",
      "ec2:CreateLaunchTemplate",
      "ec2:CreateLaunchTemplateVersion",
      "ec2:CreateSecurityGroup",
      "ec2:CreateTags",
      "ec2:CreateVolume",
      "ec2:DeleteLaunchTemplate",
      "ec2:DeleteSecurityGroup",
      "ec2:DeleteVolume",
      "ec2:ModifyLaunchTemplate",
      "ec2:RunInstances", // asked for by groups that start machines of a launch template
      "ec2:TerminateInstances",
      "elasticloadbalancing:CreateListener",
      "elasticloadbalancing:CreateLoadBalancer",
      "elasticloadbalancing:CreateTargetGroup",
      "elasticloadbalancing:DeleteLoadBalancer",
      "elasticloadbalancing:DeleteTargetGroup",
      "events:DeleteRule",
      "events:PutRule",
      "events:PutTargets",
      "iam:AddRoleToInstanceProfile",
      "iam:CreateInstanceProfile",
      "iam:CreateOpenIDConnectProvider",
      "iam:CreateRole",
      "iam:DeleteInstanceProfile",
      "iam:DeleteOpenIDConnectProvider",
      "iam:DeleteRole",
      "iam:DeleteRolePolicy",
      "iam:PassRole",
      "iam:PutRolePolicy",
      "iam:RemoveRoleFromInstanceProfile",
      "sqs:CreateQueue",
      "sqs:DeleteQueue",
    ],
    read: [
      "autoscaling:DescribeAutoScalingGroups",
      "ec2:DescribeInstances",
      "ec2:DescribeLaunchTemplates",
      "elasticloadbalancing:DescribeLoadBalancers",
    ],
  },
};
