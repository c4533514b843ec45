/**
 * The calls that make a resource, by the service's folder in botocore. Their input says which values AWS accepts.
 * A new type is a line here; then run `generate.ts` again.
 */
export const OPERATIONS: Readonly<Record<string, readonly [service: string, ...operations: string[]]>> = {
  aws_acm_certificate: ["acm", "RequestCertificate"],
  aws_autoscaling_group: ["autoscaling", "CreateAutoScalingGroup"],
  aws_cloudwatch_log_group: ["logs", "CreateLogGroup", "PutRetentionPolicy"],
  aws_cloudwatch_metric_alarm: ["cloudwatch", "PutMetricAlarm"],
  aws_db_instance: ["rds", "CreateDBInstance"],
  aws_db_subnet_group: ["rds", "CreateDBSubnetGroup"],
  aws_dynamodb_table: ["dynamodb", "CreateTable"],
  aws_ebs_volume: ["ec2", "CreateVolume"],
  aws_ecr_lifecycle_policy: ["ecr", "PutLifecyclePolicy"],
  aws_ecr_replication_configuration: ["ecr", "PutReplicationConfiguration"],
  aws_ecr_repository: ["ecr", "CreateRepository"],
  aws_eip: ["ec2", "AllocateAddress"],
  aws_eks_access_entry: ["eks", "CreateAccessEntry"],
  aws_eks_access_policy_association: ["eks", "AssociateAccessPolicy"],
  aws_eks_addon: ["eks", "CreateAddon"],
  aws_eks_cluster: ["eks", "CreateCluster"],
  aws_eks_node_group: ["eks", "CreateNodegroup"],
  aws_eks_pod_identity_association: ["eks", "CreatePodIdentityAssociation"],
  aws_flow_log: ["ec2", "CreateFlowLogs"],
  aws_globalaccelerator_accelerator: ["globalaccelerator", "CreateAccelerator"],
  aws_globalaccelerator_endpoint_group: ["globalaccelerator", "CreateEndpointGroup"],
  aws_globalaccelerator_listener: ["globalaccelerator", "CreateListener"],
  aws_iam_openid_connect_provider: ["iam", "CreateOpenIDConnectProvider"],
  aws_iam_policy: ["iam", "CreatePolicy"],
  aws_iam_role: ["iam", "CreateRole"],
  aws_iam_role_policy: ["iam", "PutRolePolicy"],
  aws_instance: ["ec2", "RunInstances"],
  aws_internet_gateway: ["ec2", "CreateInternetGateway"],
  aws_kms_alias: ["kms", "CreateAlias"],
  aws_kms_key: ["kms", "CreateKey"],
  aws_launch_template: ["ec2", "CreateLaunchTemplate"],
  aws_lb: ["elbv2", "CreateLoadBalancer"],
  aws_lb_listener: ["elbv2", "CreateListener"],
  aws_lb_target_group: ["elbv2", "CreateTargetGroup"],
  aws_nat_gateway: ["ec2", "CreateNatGateway"],
  aws_rds_cluster: ["rds", "CreateDBCluster"],
  aws_route53_health_check: ["route53", "CreateHealthCheck"],
  aws_route53_record: ["route53", "ChangeResourceRecordSets"],
  aws_route53_zone: ["route53", "CreateHostedZone"],
  aws_secretsmanager_secret: ["secretsmanager", "CreateSecret"],
  aws_sns_topic: ["sns", "CreateTopic"],
  aws_sns_topic_subscription: ["sns", "Subscribe"],
  aws_subnet: ["ec2", "CreateSubnet"],
  aws_vpc: ["ec2", "CreateVpc"],
  aws_vpc_endpoint: ["ec2", "CreateVpcEndpoint"],
  aws_vpc_peering_connection: ["ec2", "CreateVpcPeeringConnection"],
};

/** Services whose actions policies name, and the prefix that they have there. */
export const ACTIONS: Readonly<Record<string, string>> = {
  acm: "acm",
  autoscaling: "autoscaling",
  cloudwatch: "cloudwatch",
  dynamodb: "dynamodb",
  ec2: "ec2",
  ecr: "ecr",
  eks: "eks",
  elb: "elasticloadbalancing",
  elbv2: "elasticloadbalancing",
  events: "events",
  globalaccelerator: "globalaccelerator",
  iam: "iam",
  kms: "kms",
  logs: "logs",
  rds: "rds",
  route53: "route53",
  secretsmanager: "secretsmanager",
  sns: "sns",
  sqs: "sqs",
  ssm: "ssm",
  sts: "sts",
};

/** Arguments that are called differently in the API: the shape of the member that they stand for. */
export const SHAPES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  aws_eks_addon: {
    resolve_conflicts_on_create: "ResolveConflicts",
    resolve_conflicts_on_update: "ResolveConflicts",
  },
  aws_eks_cluster: { enabled_cluster_log_types: "LogType" },
  aws_lb: { load_balancer_type: "LoadBalancerTypeEnum" },
  aws_lb_target_group: {
    "health_check.healthy_threshold": "HealthCheckThresholdCount",
    "health_check.unhealthy_threshold": "HealthCheckThresholdCount",
  },
};

/** Pairs that only look alike. */
export const UNLIKE =
  /^(aws_route53_zone\.name|aws_lb_listener\.default_action\.(fixed_response\.status_code|redirect\.(port|protocol))|aws_lb_target_group\.health_check\.port|aws_route53_record\.failover_routing_policy\.type|aws_launch_template\.network_interfaces\.interface_type)$/;
