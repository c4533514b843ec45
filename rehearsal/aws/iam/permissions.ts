import { KOPS_PERMISSIONS } from "../../kops/permissions";

/**
 * What Terraform calls to make, read and remove a resource of a type. `*` after an action: the right has to be there for some
 * resource, which need not be this one. From the handlers' permissions in CloudFormation's schemas of the same resources
 * (https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html#schema-properties-handlers)
 * and the service authorization reference
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
export interface Permissions {
  readonly write: readonly string[];
  readonly read: readonly string[];
  /** Arguments that hold roles which are handed over, and to which service. */
  readonly passes?: Readonly<Record<string, string>>;
}

const rules = (direction: "Ingress" | "Egress"): Permissions => ({
  write: [`ec2:AuthorizeSecurityGroup${direction}`, `ec2:RevokeSecurityGroup${direction}`],
  read: ["ec2:DescribeSecurityGroupRules"],
});

export const PERMISSIONS: Readonly<Record<string, Permissions>> = {
  aws_cloudwatch_log_group: {
    write: ["logs:CreateLogGroup", "logs:PutRetentionPolicy", "logs:TagResource", "logs:DeleteLogGroup"],
    read: ["logs:DescribeLogGroups", "logs:ListTagsForResource"],
  },
  aws_cloudwatch_metric_alarm: {
    write: ["cloudwatch:PutMetricAlarm", "cloudwatch:TagResource", "cloudwatch:DeleteAlarms"],
    read: ["cloudwatch:DescribeAlarms", "cloudwatch:ListTagsForResource"],
  },
  aws_db_instance: {
    write: [
      "rds:CreateDBInstance",
      "rds:AddTagsToResource",
      "rds:ModifyDBInstance",
      "rds:CreateDBSnapshot",
      "rds:DeleteDBInstance",
      "iam:CreateServiceLinkedRole",
      "secretsmanager:CreateSecret", // in the caller's name, where RDS manages the password
      "secretsmanager:TagResource",
    ],
    read: ["rds:DescribeDBInstances", "rds:ListTagsForResource"],
  },
  aws_db_parameter_group: {
    write: [
      "rds:CreateDBParameterGroup",
      "rds:AddTagsToResource",
      "rds:ModifyDBParameterGroup",
      "rds:DeleteDBParameterGroup",
    ],
    read: ["rds:DescribeDBParameterGroups", "rds:DescribeDBParameters", "rds:ListTagsForResource"],
  },
  aws_db_subnet_group: {
    write: ["rds:CreateDBSubnetGroup", "rds:AddTagsToResource", "rds:DeleteDBSubnetGroup"],
    read: ["rds:DescribeDBSubnetGroups", "rds:ListTagsForResource"],
  },
  aws_default_security_group: {
    write: ["ec2:RevokeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress", "ec2:CreateTags"],
    read: ["ec2:DescribeSecurityGroups"],
  },
  aws_ecr_lifecycle_policy: {
    write: ["ecr:PutLifecyclePolicy", "ecr:DeleteLifecyclePolicy"],
    read: ["ecr:GetLifecyclePolicy"],
  },
  aws_ecr_replication_configuration: {
    write: ["ecr:PutReplicationConfiguration"],
    read: ["ecr:DescribeRegistry"],
  },
  aws_ecr_repository: {
    write: ["ecr:CreateRepository", "ecr:TagResource", "ecr:DeleteRepository"],
    read: ["ecr:DescribeRepositories", "ecr:ListTagsForResource"],
  },
  aws_eip: {
    write: ["ec2:AllocateAddress", "ec2:CreateTags", "ec2:ReleaseAddress", "ec2:DisassociateAddress"],
    read: ["ec2:DescribeAddresses", "ec2:DescribeAddressesAttribute"],
  },
  aws_eks_access_entry: {
    write: ["eks:CreateAccessEntry", "eks:DeleteAccessEntry", "eks:TagResource"],
    read: ["eks:DescribeAccessEntry"],
  },
  aws_eks_access_policy_association: {
    write: ["eks:AssociateAccessPolicy", "eks:DisassociateAccessPolicy"],
    read: ["eks:ListAssociatedAccessPolicies"],
  },
  aws_eks_addon: {
    write: ["eks:CreateAddon", "eks:DeleteAddon", "eks:TagResource"],
    read: ["eks:DescribeAddon"],
    passes: { "pod_identity_association.role_arn": "pods.eks.amazonaws.com" },
  },
  aws_eks_cluster: {
    write: ["eks:CreateCluster", "eks:DeleteCluster", "eks:TagResource"],
    read: ["eks:DescribeCluster"],
    passes: { role_arn: "eks.amazonaws.com" },
  },
  aws_eks_node_group: {
    write: ["eks:CreateNodegroup", "eks:DeleteNodegroup", "eks:TagResource", "ec2:RunInstances"],
    read: ["eks:DescribeNodegroup"],
    passes: { node_role_arn: "ec2.amazonaws.com" },
  },
  aws_eks_pod_identity_association: {
    write: ["eks:CreatePodIdentityAssociation", "eks:DeletePodIdentityAssociation", "eks:TagResource"],
    read: ["eks:DescribePodIdentityAssociation"],
    passes: { role_arn: "pods.eks.amazonaws.com" },
  },
  aws_flow_log: {
    write: ["ec2:CreateFlowLogs", "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "ec2:DeleteFlowLogs"],
    read: ["ec2:DescribeFlowLogs"],
  },
  aws_globalaccelerator_accelerator: {
    write: [
      "globalaccelerator:CreateAccelerator",
      "globalaccelerator:UpdateAccelerator",
      "globalaccelerator:UpdateAcceleratorAttributes",
      "globalaccelerator:DeleteAccelerator",
      "globalaccelerator:TagResource",
    ],
    read: [
      "globalaccelerator:DescribeAccelerator",
      "globalaccelerator:DescribeAcceleratorAttributes",
      "globalaccelerator:ListTagsForResource",
    ],
  },
  aws_globalaccelerator_endpoint_group: {
    write: ["globalaccelerator:CreateEndpointGroup", "globalaccelerator:DeleteEndpointGroup"],
    read: ["globalaccelerator:DescribeEndpointGroup"],
  },
  aws_globalaccelerator_listener: {
    write: ["globalaccelerator:CreateListener", "globalaccelerator:DeleteListener"],
    read: ["globalaccelerator:DescribeListener"],
  },
  aws_iam_role: {
    write: ["iam:CreateRole", "iam:TagRole", "iam:DeleteRole"],
    read: [
      "iam:GetRole",
      "iam:ListRolePolicies",
      "iam:ListAttachedRolePolicies",
      "iam:ListInstanceProfilesForRole",
    ],
  },
  aws_iam_role_policy: {
    write: ["iam:PutRolePolicy", "iam:DeleteRolePolicy"],
    read: ["iam:GetRolePolicy"],
  },
  aws_iam_role_policy_attachment: {
    write: ["iam:AttachRolePolicy", "iam:DetachRolePolicy"],
    read: ["iam:ListAttachedRolePolicies"],
  },
  aws_internet_gateway: {
    write: [
      "ec2:CreateInternetGateway",
      "ec2:AttachInternetGateway",
      "ec2:CreateTags",
      "ec2:DetachInternetGateway",
      "ec2:DeleteInternetGateway",
    ],
    read: ["ec2:DescribeInternetGateways"],
  },
  aws_kms_alias: { write: ["kms:CreateAlias", "kms:DeleteAlias"], read: ["kms:ListAliases"] },
  aws_kms_key: {
    write: ["kms:CreateKey", "kms:EnableKeyRotation", "kms:TagResource", "kms:ScheduleKeyDeletion"],
    read: ["kms:DescribeKey", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListResourceTags"],
  },
  aws_launch_template: {
    write: ["ec2:CreateLaunchTemplate", "ec2:CreateTags", "ec2:DeleteLaunchTemplate"],
    read: ["ec2:DescribeLaunchTemplates", "ec2:DescribeLaunchTemplateVersions"],
  },
  aws_lb: {
    write: [
      "elasticloadbalancing:CreateLoadBalancer",
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:ModifyLoadBalancerAttributes",
      "elasticloadbalancing:DeleteLoadBalancer",
    ],
    read: [
      "elasticloadbalancing:DescribeLoadBalancers",
      "elasticloadbalancing:DescribeLoadBalancerAttributes",
      "elasticloadbalancing:DescribeTags",
    ],
  },
  aws_lb_listener: {
    write: [
      "elasticloadbalancing:CreateListener",
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:DeleteListener",
    ],
    read: ["elasticloadbalancing:DescribeListeners"],
  },
  aws_lb_target_group: {
    write: [
      "elasticloadbalancing:CreateTargetGroup",
      "elasticloadbalancing:AddTags",
      "elasticloadbalancing:ModifyTargetGroupAttributes",
      "elasticloadbalancing:DeleteTargetGroup",
    ],
    read: ["elasticloadbalancing:DescribeTargetGroups", "elasticloadbalancing:DescribeTargetGroupAttributes"],
  },
  aws_nat_gateway: {
    write: ["ec2:CreateNatGateway", "ec2:CreateTags", "ec2:DeleteNatGateway"],
    read: ["ec2:DescribeNatGateways"],
  },
  aws_route: { write: ["ec2:CreateRoute", "ec2:DeleteRoute"], read: ["ec2:DescribeRouteTables"] },
  aws_route_table: {
    write: ["ec2:CreateRouteTable", "ec2:CreateTags", "ec2:DeleteRouteTable"],
    read: ["ec2:DescribeRouteTables"],
  },
  aws_route_table_association: {
    write: ["ec2:AssociateRouteTable", "ec2:DisassociateRouteTable"],
    read: ["ec2:DescribeRouteTables"],
  },
  aws_route53_record: {
    write: ["route53:ChangeResourceRecordSets"],
    read: ["route53:ListResourceRecordSets", "route53:GetChange", "route53:GetHostedZone"],
  },
  aws_s3_bucket: {
    write: ["s3:CreateBucket", "s3:PutBucketTagging", "s3:DeleteBucket"],
    read: ["s3:ListBucket", "s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketPolicy"],
  },
  aws_s3_bucket_lifecycle_configuration: {
    write: ["s3:PutLifecycleConfiguration"],
    read: ["s3:GetLifecycleConfiguration"],
  },
  aws_s3_bucket_ownership_controls: {
    write: ["s3:PutBucketOwnershipControls"],
    read: ["s3:GetBucketOwnershipControls"],
  },
  aws_s3_bucket_policy: {
    write: ["s3:PutBucketPolicy", "s3:DeleteBucketPolicy"],
    read: ["s3:GetBucketPolicy"],
  },
  aws_s3_bucket_public_access_block: {
    write: ["s3:PutBucketPublicAccessBlock"],
    read: ["s3:GetBucketPublicAccessBlock"],
  },
  aws_s3_bucket_server_side_encryption_configuration: {
    write: ["s3:PutEncryptionConfiguration"],
    read: ["s3:GetEncryptionConfiguration"],
  },
  aws_security_group: {
    write: [
      "ec2:CreateSecurityGroup",
      "ec2:CreateTags",
      "ec2:RevokeSecurityGroupEgress",
      "ec2:DeleteSecurityGroup",
    ],
    read: ["ec2:DescribeSecurityGroups", "ec2:DescribeNetworkInterfaces"],
  },
  aws_sns_topic: {
    write: ["sns:CreateTopic", "sns:SetTopicAttributes", "sns:TagResource", "sns:DeleteTopic"],
    read: ["sns:GetTopicAttributes", "sns:ListTagsForResource"],
  },
  aws_sns_topic_subscription: {
    write: ["sns:Subscribe", "sns:SetSubscriptionAttributes", "sns:Unsubscribe"],
    read: ["sns:GetSubscriptionAttributes"],
  },
  aws_subnet: {
    write: ["ec2:CreateSubnet", "ec2:CreateTags", "ec2:DeleteSubnet"],
    read: ["ec2:DescribeSubnets"],
  },
  aws_vpc: {
    write: ["ec2:CreateVpc", "ec2:CreateTags", "ec2:ModifyVpcAttribute", "ec2:DeleteVpc"],
    read: ["ec2:DescribeVpcs", "ec2:DescribeVpcAttribute", "ec2:DescribeNetworkAcls"],
  },
  aws_vpc_security_group_egress_rule: rules("Egress"),
  aws_vpc_security_group_ingress_rule: rules("Ingress"),
  ...KOPS_PERMISSIONS,
};
