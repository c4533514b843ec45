import type { Lifetime } from "../rules/lifetime";

const TEMPLATES = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference";

/** @param page - of the type in AWS' own reference */
const lifetime = (type: string, page: string, replacedBy: readonly string[], holds?: string): Lifetime => ({
  type: `aws_${type}`,
  replacedBy,
  ...(holds ? { holds } : {}),
  source: `${TEMPLATES}/aws-resource-${page}.html`,
});

/**
 * "Update requires: Replacement", as AWS' reference of resource types has it, in the words of Terraform's provider; and
 * the region, because nothing moves between regions.
 */
const REGIONAL: readonly Lifetime[] = [
  lifetime("vpc", "ec2-vpc", ["cidr_block", "ipv4_ipam_pool_id", "ipv4_netmask_length"]),
  lifetime("subnet", "ec2-subnet", [
    ...["vpc_id", "availability_zone", "availability_zone_id", "cidr_block", "outpost_arn", "ipv6_native"],
  ]),
  lifetime("internet_gateway", "ec2-internetgateway", []),
  lifetime("nat_gateway", "ec2-natgateway", [
    ...["vpc_id", "subnet_id", "connectivity_type", "allocation_id", "private_ip", "availability_mode"],
  ]),
  lifetime(
    "eip",
    "ec2-eip",
    ["address", "domain", "network_border_group", "ipam_pool_id", "public_ipv4_pool"],
    "the address that others have let in",
  ),
  lifetime("route_table", "ec2-routetable", ["vpc_id"]),
  lifetime("route", "ec2-route", [
    ...[
      "route_table_id",
      "destination_cidr_block",
      "destination_ipv6_cidr_block",
      "destination_prefix_list_id",
    ],
  ]),
  lifetime("route_table_association", "ec2-subnetroutetableassociation", ["subnet_id", "gateway_id"]),
  lifetime("security_group", "ec2-securitygroup", ["name", "name_prefix", "description", "vpc_id"]),
  lifetime("default_security_group", "ec2-securitygroup", ["vpc_id"]),
  lifetime("vpc_security_group_ingress_rule", "ec2-securitygroupingress", ["security_group_id"]),
  lifetime("vpc_security_group_egress_rule", "ec2-securitygroupegress", ["security_group_id"]),
  lifetime("flow_log", "ec2-flowlog", [
    ...["vpc_id", "subnet_id", "eni_id", "traffic_type", "log_destination", "log_destination_type"],
    ...["log_format", "iam_role_arn", "max_aggregation_interval", "destination_options"],
  ]),
  lifetime("launch_template", "ec2-launchtemplate", ["name", "name_prefix"]),
  lifetime(
    "eks_cluster",
    "eks-cluster",
    [
      ...[
        "name",
        "role_arn",
        "outpost_config",
        "bootstrap_self_managed_addons",
        "encryption_config.resources",
      ],
      ...["kubernetes_network_config.ip_family", "kubernetes_network_config.service_ipv4_cidr"],
      "access_config.bootstrap_cluster_creator_admin_permissions",
    ],
    "the cluster with everything in it",
  ),
  lifetime("eks_node_group", "eks-nodegroup", [
    ...["cluster_name", "node_group_name", "node_group_name_prefix", "node_role_arn", "subnet_ids"],
    ...["capacity_type", "instance_types", "disk_size", "ami_type", "remote_access"],
  ]),
  lifetime("eks_addon", "eks-addon", ["cluster_name", "addon_name"]),
  lifetime("eks_access_entry", "eks-accessentry", ["cluster_name", "principal_arn", "type"]),
  lifetime("eks_access_policy_association", "eks-accessentry", [
    ...["cluster_name", "principal_arn", "policy_arn", "access_scope"],
  ]),
  lifetime("eks_pod_identity_association", "eks-podidentityassociation", [
    ...["cluster_name", "namespace", "service_account"],
  ]),
  lifetime("lb", "elasticloadbalancingv2-loadbalancer", [
    ...["name", "name_prefix", "internal", "load_balancer_type", "customer_owned_ipv4_pool"],
  ]),
  lifetime("lb_listener", "elasticloadbalancingv2-listener", ["load_balancer_arn"]),
  lifetime("lb_target_group", "elasticloadbalancingv2-targetgroup", [
    ...[
      "name",
      "name_prefix",
      "port",
      "protocol",
      "protocol_version",
      "target_type",
      "vpc_id",
      "ip_address_type",
    ],
  ]),
  lifetime(
    "ecr_repository",
    "ecr-repository",
    ["name", "encryption_configuration"],
    "the images in the repository",
  ),
  lifetime("ecr_lifecycle_policy", "ecr-repository", ["repository", "policy"]),
  lifetime("ecr_replication_configuration", "ecr-replicationconfiguration", []),
  lifetime(
    "kms_key",
    "kms-key",
    ["customer_master_key_spec", "key_usage"],
    "all that was encrypted with the key",
  ),
  lifetime("kms_alias", "kms-alias", ["name", "name_prefix"]),
  lifetime("cloudwatch_log_group", "logs-loggroup", ["name", "name_prefix"], "the logs"),
  lifetime("cloudwatch_metric_alarm", "cloudwatch-alarm", ["alarm_name"]),
  lifetime("sns_topic", "sns-topic", ["name", "name_prefix", "fifo_topic"], "who has confirmed to be told"),
  lifetime(
    "sns_topic_subscription",
    "sns-subscription",
    ["topic_arn", "protocol", "endpoint"],
    "the confirmation of who is told",
  ),
  lifetime("acm_certificate", "certificatemanager-certificate", [
    ...[
      "domain_name",
      "key_algorithm",
      "subject_alternative_names",
      "validation_method",
      "certificate_authority_arn",
    ],
  ]),
  lifetime("acm_certificate_validation", "certificatemanager-certificate", [
    ...["certificate_arn", "validation_record_fqdns"],
  ]),
  lifetime("s3_bucket", "s3-bucket", ["bucket", "bucket_prefix"], "everything that is stored in the bucket"),
  lifetime("s3_bucket_policy", "s3-bucketpolicy", ["bucket"]),
  ...["lifecycle_configuration", "versioning", "server_side_encryption_configuration"].map((name) =>
    lifetime(`s3_bucket_${name}`, "s3-bucket", ["bucket", "expected_bucket_owner"]),
  ),
  lifetime("s3_bucket_ownership_controls", "s3-bucket", ["bucket"]),
  lifetime("s3_bucket_public_access_block", "s3-bucket", ["bucket"]),
];

/** What is in no region. */
const GLOBAL: readonly Lifetime[] = [
  lifetime("iam_role", "iam-role", ["name", "name_prefix", "path"]),
  lifetime("iam_role_policy", "iam-rolepolicy", ["name", "name_prefix", "role"]),
  lifetime("iam_role_policy_attachment", "iam-role", ["role", "policy_arn"]),
  lifetime("iam_openid_connect_provider", "iam-oidcprovider", ["url"]),
  lifetime(
    "globalaccelerator_accelerator",
    "globalaccelerator-accelerator",
    [],
    "the addresses that users have been given",
  ),
  lifetime("globalaccelerator_listener", "globalaccelerator-listener", ["accelerator_arn"]),
  lifetime("globalaccelerator_endpoint_group", "globalaccelerator-endpointgroup", [
    ...["listener_arn", "endpoint_group_region"],
  ]),
  lifetime("route53_record", "route53-recordset", ["zone_id", "set_identifier"]),
];

export const AWS_LIFETIMES: readonly Lifetime[] = [
  ...REGIONAL.map((each) => ({ ...each, replacedBy: [...each.replacedBy, "region"] })),
  ...GLOBAL,
];
