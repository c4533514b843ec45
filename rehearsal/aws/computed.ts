import type { ComputedValue } from "../emulator/computed-value";

/** The provider's account, or that of AWS' own documentation (see `invent.ts`). */
const account = "{@allowed_account_ids.0}";

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const AWS_COMPUTED: readonly ComputedValue[] = [
  { types: /^aws_vpc$/, attribute: /^id$/, value: "vpc-{#hex:17}" },
  { types: /^aws_subnet$/, attribute: /^id$/, value: "subnet-{#hex:17}" },
  {
    types: /^aws_subnet$/,
    attribute: /^availability_zone$/,
    value: "{@region}{#zone-letter:availability_zone_id}",
  },
  { types: /^aws_(default_)?security_group$/, attribute: /^id$/, value: "sg-{#hex:17}" },
  { types: /^aws_/, attribute: /(^|\.)cluster_security_group_id$/, value: "sg-{#hex:17}" },
  { types: /^aws_vpc_security_group_(in|e)gress_rule$/, attribute: /^id$/, value: "sgr-{#hex:17}" },
  { types: /^aws_internet_gateway$/, attribute: /^id$/, value: "igw-{#hex:17}" },
  { types: /^aws_nat_gateway$/, attribute: /^id$/, value: "nat-{#hex:17}" },
  { types: /^aws_(default_)?route_table$/, attribute: /^id$/, value: "rtb-{#hex:17}" },
  { types: /^aws_route_table_association$/, attribute: /^id$/, value: "rtbassoc-{#hex:17}" },
  { types: /^aws_eip$/, attribute: /^(id|allocation_id)$/, value: "eipalloc-{#hex:17}" },
  { types: /^aws_instance$/, attribute: /^id$/, value: "i-{#hex:17}" },
  { types: /^aws_launch_template$/, attribute: /^id$/, value: "lt-{#hex:17}" },
  { types: /^aws_vpc_endpoint$/, attribute: /^id$/, value: "vpce-{#hex:17}" },
  { types: /^aws_s3_bucket$/, attribute: /^id$/, value: "{bucket}" },
  { types: /^aws_s3_bucket$/, attribute: /^arn$/, value: "arn:aws:s3:::{bucket}" },
  {
    types: /^aws_iam_(role|policy|user|instance_profile)$/,
    attribute: /^arn$/,
    value: `arn:aws:iam::${account}:{#noun}/{name}`,
  },
  {
    types: /^aws_iam_openid_connect_provider$/,
    attribute: /^(arn|id)$/,
    value: `arn:aws:iam::${account}:oidc-provider/{#host}`,
  },
  { types: /^aws_iam_(role|instance_profile|user)$/, attribute: /^id$/, value: "{name}" },
  { types: /^aws_eks_cluster$/, attribute: /^arn$/, value: `arn:aws:eks:{region}:${account}:cluster/{name}` },
  {
    types: /^aws_eks_node_group$/,
    attribute: /^arn$/,
    value: `arn:aws:eks:{region}:${account}:nodegroup/{cluster_name}/{node_group_name}/{#uuid}`,
  },
  {
    types: /^aws_eks_addon$/,
    attribute: /^arn$/,
    value: `arn:aws:eks:{region}:${account}:addon/{cluster_name}/{addon_name}/{#uuid}`,
  },
  {
    types: /^aws_eks_pod_identity_association$/,
    attribute: /^association_arn$/,
    value: `arn:aws:eks:{region}:${account}:podidentityassociation/{cluster_name}/a-{#hex:17}`,
  },
  {
    types: /^aws_eks_access_entry$/,
    attribute: /^access_entry_arn$/,
    value: `arn:aws:eks:{region}:${account}:access-entry/{cluster_name}/role/{#uuid}`,
  },
  {
    types: /^aws_ecr_repository$/,
    attribute: /^arn$/,
    value: `arn:aws:ecr:{region}:${account}:repository/{name}`,
  },
  { types: /^aws_kms_key$/, attribute: /^(key_id|id)$/, value: "{#uuid}" },
  { types: /^aws_kms_key$/, attribute: /^arn$/, value: `arn:aws:kms:{region}:${account}:key/{id}` },
  {
    types: /^aws_cloudwatch_log_group$/,
    attribute: /^arn$/,
    value: `arn:aws:logs:{region}:${account}:log-group:{name}`,
  },
  {
    types: /^aws_lb$/,
    attribute: /^(id|arn)$/,
    value: `arn:aws:elasticloadbalancing:{region}:${account}:loadbalancer/net/{name}/{#hex:16}`,
  },
  {
    types: /^aws_lb_target_group$/,
    attribute: /^(id|arn)$/,
    value: `arn:aws:elasticloadbalancing:{region}:${account}:targetgroup/{name}/{#hex:16}`,
  },
  {
    types: /^aws_db_instance$/,
    attribute: /^arn$/,
    value: `arn:aws:rds:{@region}:${account}:db:{identifier}`,
  },
  {
    types: /^aws_db_parameter_group$/,
    attribute: /^arn$/,
    value: `arn:aws:rds:{@region}:${account}:pg:{name}`,
  },
  {
    types: /^aws_db_subnet_group$/,
    attribute: /^arn$/,
    value: `arn:aws:rds:{@region}:${account}:subgrp:{name}`,
  },
  { types: /^aws_eks_cluster$/, attribute: /^id$/, value: "{name}" },
  { types: /^data\.aws_eks_addon_version$/, attribute: /^version$/, value: "v1.2.3-eksbuild.4" },
  { types: /^aws_acm_certificate$/, attribute: /(^|\.)resource_record_type$/, value: "CNAME" },
  // One of the two that EKS chooses by itself: https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
  { types: /^aws_eks_cluster$/, attribute: /(^|\.)service_ipv4_cidr$/, value: "10.100.0.0/16" },
  { types: /^aws_eks_node_group$/, attribute: /^id$/, value: "{cluster_name}:{node_group_name}" },
  {
    types: /^aws_globalaccelerator_/,
    attribute: /^(id|arn)$/,
    value: `arn:aws:globalaccelerator::${account}:{#noun}/{#uuid}`,
  },
  {
    types: /^aws_(lb|lb_target_group|lb_listener)$/,
    attribute: /^(id|arn)$/,
    value: `arn:aws:elasticloadbalancing:{@region}:${account}:{#noun}/{#hex:16}`,
  },
  {
    types: /^aws_/,
    attribute: /(^|\.)arn$|_arn$/,
    value: `arn:aws:{#service}:{@region}:${account}:{#noun}/{#name}`,
  },
  { types: /^(data\.)?aws_/, attribute: /(^|[._])(\w+_)?vpc_id$/, value: "vpc-{#hex:17}" },
  { types: /^(data\.)?aws_/, attribute: /(^|[._])(\w+_)?subnet_ids?$/, value: "subnet-{#hex:17}" },
  { types: /^(data\.)?aws_/, attribute: /(^|[._])(\w+_)?security_group_ids?$/, value: "sg-{#hex:17}" },
  { types: /^(data\.)?aws_/, attribute: /(^|[._])(\w+_)?route_table_ids?$/, value: "rtb-{#hex:17}" },
  { types: /^(data\.)?aws_/, attribute: /(^|[._])(\w+_)?network_interface_ids?$/, value: "eni-{#hex:17}" },
  { types: /^(data\.)?aws_/, attribute: /(^|[._])(\w+_)?network_acl_id$/, value: "acl-{#hex:17}" },
  { types: /^data\.aws_availability_zones$/, attribute: /^names$/, value: "{@region}{#letter}" },
  { types: /^data\.aws_availability_zones$/, attribute: /^zone_ids$/, value: "{@region}-az{#index}" },
  { types: /^data\.aws_caller_identity$/, attribute: /^(account_id|id)$/, value: account },
  { types: /^data\.aws_region$/, attribute: /^(id|name|region)$/, value: "{@region}" },
  { types: /^data\.aws_partition$/, attribute: /^(id|partition)$/, value: "aws" },
  { types: /^data\.aws_partition$/, attribute: /^dns_suffix$/, value: "amazonaws.com" },
  {
    types: /^aws_eks_cluster$/,
    attribute: /^kubernetes_network_config\.service_ipv4_cidr$/,
    value: "172.20.0.0/16",
  },
  {
    types: /^aws_eks_cluster$/,
    attribute: /^certificate_authority\.data$/,
    value: "{#base64pem:CERTIFICATE}",
  },
  { types: /^aws_/, attribute: /(^|\.)owner_id$/, value: account },
  { types: /^(data\.)?aws_/, attribute: /^region$/, value: "{@region}" },
  {
    types: /^data\.aws_iam_policy_document$/,
    attribute: /^(minified_)?json$/,
    value: '{"Version":"2012-10-17","Statement":[]}',
  },
];
