import type { Reference } from "../world/references";
import type { Unique } from "../world/unique";

const EKS = "https://docs.aws.amazon.com/eks/latest/APIReference/API_Operations.html";
const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";
const ECR = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html";
const VPC = "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html";
const ELB =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html";
const ACCELERATOR = "https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints.html";

/** Arguments that name another resource by its name. Those that take an id or an ARN are in `addressing.ts`. */
export const AWS_REFERENCES: readonly Reference[] = [
  {
    types:
      /^aws_eks_(addon|node_group|access_entry|access_policy_association|pod_identity_association|fargate_profile)$/,
    attribute: "cluster_name",
    to: /^(data\.)?aws_eks_cluster$/,
    by: "name",
    near: true,
    says: "an EKS cluster",
    source: EKS,
  },
  {
    types: /^aws_eks_access_policy_association$/,
    attribute: "principal_arn",
    to: /^aws_eks_access_entry$/,
    by: "principal_arn",
    within: { cluster_name: "cluster_name" },
    says: "the principal of an access entry of this cluster",
    source: "https://docs.aws.amazon.com/eks/latest/userguide/access-policies.html",
  },
  {
    types: /^aws_iam_(role_policy|role_policy_attachment)$/,
    attribute: "role",
    to: /^(data\.)?aws_iam_role$/,
    by: "name",
    says: "a role",
    source: IAM,
  },
  {
    types: /^aws_ecr_(lifecycle_policy|repository_policy)$/,
    attribute: "repository",
    to: /^aws_ecr_repository$/,
    by: "name",
    near: true,
    within: { region: "region" },
    says: "a repository of this region",
    source: ECR,
  },
  {
    types: /^aws_globalaccelerator_listener$/,
    attribute: "accelerator_arn",
    to: /^aws_globalaccelerator_accelerator$/,
    says: "an accelerator's ARN",
    source: ACCELERATOR,
  },
  {
    types: /^aws_globalaccelerator_endpoint_group$/,
    attribute: "listener_arn",
    to: /^aws_globalaccelerator_listener$/,
    says: "a listener's ARN",
    source: ACCELERATOR,
  },
  {
    types: /^aws_globalaccelerator_endpoint_group$/,
    attribute: "endpoint_configuration.endpoint_id",
    to: /^aws_(lb|eip|instance)$/,
    when: /^arn:|^eipalloc-|^i-/,
    says: "a load balancer's ARN, an Elastic IP or an instance",
    source: ACCELERATOR,
  },
  {
    types: /^aws_lb_listener$/,
    attribute: "load_balancer_arn",
    to: /^aws_lb$/,
    near: true,
    says: "a load balancer's ARN",
    source: ELB,
  },
  {
    types: /^aws_lb_listener$/,
    attribute: "default_action.target_group_arn",
    to: /^aws_lb_target_group$/,
    near: true,
    says: "a target group's ARN",
    source: ELB,
  },
  ...["alarm_actions", "ok_actions", "insufficient_data_actions"].map((attribute) => ({
    types: /^aws_cloudwatch_metric_alarm$/,
    attribute,
    to: /^(data\.)?aws_sns_topic$/,
    by: "arn",
    when: /:sns:/,
    near: true,
    says: "a topic's ARN, of the alarm's own region",
    source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
  })),
  {
    types: /^aws_sns_topic_subscription$/,
    attribute: "topic_arn",
    to: /^(data\.)?aws_sns_topic$/,
    by: "arn",
    near: true,
    says: "a topic's ARN",
    source: "https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html",
  },
  {
    types: /^aws_kms_alias$/,
    attribute: "target_key_id",
    to: /^aws_kms_key$/,
    by: "key_id",
    near: true,
    says: "a key's id",
    source: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
  },
  {
    types: /^aws_eks_node_group$/,
    attribute: "launch_template.id",
    to: /^aws_launch_template$/,
    near: true,
    says: "a launch template's id",
    source: EKS,
  },
];

const unique = (
  types: RegExp,
  within: readonly string[],
  attributes: readonly string[],
  says: string,
  source: string,
): Unique => ({ types, within, attributes, says, source });

export const AWS_UNIQUE: readonly Unique[] = [
  unique(/^aws_iam_(role|policy|user|group)$/, [], ["name"], "a name is unique in an account", IAM),
  unique(/^aws_iam_role_policy$/, ["role"], ["name"], "a name is unique in a role", IAM),
  unique(/^aws_iam_role_policy_attachment$/, ["role"], ["policy_arn"], "a policy is attached once", IAM),
  unique(
    /^aws_iam_openid_connect_provider$/,
    [],
    ["url"],
    "an account has one provider for an issuer",
    "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html",
  ),
  unique(/^aws_eks_cluster$/, ["region"], ["name"], "a name is unique in a region", EKS),
  unique(
    /^aws_eks_node_group$/,
    ["cluster_name", "region"],
    ["node_group_name"],
    "a name is unique in a cluster",
    EKS,
  ),
  unique(/^aws_eks_addon$/, ["cluster_name", "region"], ["addon_name"], "a cluster has an add-on once", EKS),
  unique(
    /^aws_eks_access_entry$/,
    ["cluster_name", "region"],
    ["principal_arn"],
    "a principal has one entry in a cluster",
    EKS,
  ),
  unique(
    /^aws_eks_pod_identity_association$/,
    ["cluster_name", "region", "namespace"],
    ["service_account"],
    "a service account has one association",
    EKS,
  ),
  unique(/^aws_ecr_repository$/, ["region"], ["name"], "a name is unique in a region", ECR),
  unique(/^aws_(lb|lb_target_group)$/, ["region"], ["name"], "a name is unique in a region", ELB),
  unique(/^aws_lb_listener$/, ["load_balancer_arn"], ["port"], "a load balancer listens on a port once", ELB),
  unique(
    /^aws_security_group$/,
    ["vpc_id"],
    ["name"],
    "a name is unique in a VPC",
    "https://docs.aws.amazon.com/vpc/latest/userguide/creating-security-groups.html",
  ),
  unique(/^aws_launch_template$/, ["region"], ["name"], "a name is unique in a region", EKS),
  unique(
    /^aws_kms_alias$/,
    ["region"],
    ["name"],
    "a name is unique in a region",
    "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html",
  ),
  unique(
    /^aws_cloudwatch_log_group$/,
    ["region"],
    ["name"],
    "a name is unique in a region",
    "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html",
  ),
  unique(
    /^aws_cloudwatch_metric_alarm$/,
    ["region"],
    ["alarm_name"],
    "a name is unique in a region",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
  ),
  unique(
    /^aws_sns_topic$/,
    ["region"],
    ["name"],
    "a name is unique in a region",
    "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html",
  ),
  unique(
    /^aws_s3_bucket$/,
    [],
    ["bucket"],
    "a name is unique in all of AWS",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
  ),
  unique(/^aws_route_table_association$/, [], ["subnet_id"], "a subnet has one route table", VPC),
  unique(
    /^aws_route$/,
    ["route_table_id"],
    ["destination_cidr_block"],
    "a table has one route to a network",
    VPC,
  ),
  unique(/^aws_nat_gateway$/, [], ["allocation_id"], "an address belongs to one gateway", VPC),
  unique(/^aws_internet_gateway$/, [], ["vpc_id"], "a VPC has one internet gateway", VPC),
  unique(
    /^aws_globalaccelerator_endpoint_group$/,
    ["listener_arn"],
    ["endpoint_group_region"],
    "a listener has one group in a region",
    ACCELERATOR,
  ),
  unique(
    /^aws_route53_record$/,
    ["zone_id", "type", "set_identifier"],
    ["name"],
    "a name has one record of a type",
    "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-creating.html",
  ),
];
