import type { RuleTable } from "../rules/rule";
import { API_RULES } from "./api/rules";
import { RDS_VALUES } from "./rds";

const OPEN_PORTS = "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-13";
const VPC = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html";
const SG = "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html";
const EKS = "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html";
const ENDPOINTS = "https://docs.aws.amazon.com/global-accelerator/latest/api/API_EndpointConfiguration.html";
const IAM = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html";

export const AWS_VALUES: RuleTable = {
  rules: [
    ...API_RULES,
    ...RDS_VALUES.rules,
    { types: /^aws_(vpc|subnet)$/, attribute: "cidr_block", expect: "cidr", source: VPC },
    {
      types: /^aws_(vpc|subnet)$/,
      attribute: "cidr_block",
      expect: /\/(1[6-9]|2[0-8])$/,
      says: "between /16 and /28",
      source: VPC,
    },
    { types: /^aws_route$/, attribute: "destination_cidr_block", expect: "cidr", source: VPC },
    {
      types: /^aws_vpc_security_group_(in|e)gress_rule$/,
      attribute: "cidr_ipv4",
      expect: "cidr",
      source: SG,
    },
    {
      types: /^aws_vpc_security_group_(in|e)gress_rule$/,
      attribute: "from_port",
      expect: { from: -1, to: 65535 },
      source: SG,
    },
    {
      types: /^aws_vpc_security_group_(in|e)gress_rule$/,
      attribute: "to_port",
      expect: { from: -1, to: 65535 },
      source: SG,
    },
    {
      types: /^aws_security_group$/,
      attribute: "name",
      expect: /^(?!sg-)[\w .:/()#,@[\]+=&;{}!$*-]{1,255}$/,
      says: "at most 255 characters, not beginning with sg-",
      source: SG,
    },
    {
      types: /^aws_eks_cluster$/,
      attribute: "name",
      expect: /^[0-9A-Za-z][\w-]{0,99}$/,
      says: "at most 100 letters, digits, _ and -",
      source: EKS,
    },
    {
      types: /^aws_eks_cluster$/,
      attribute: "version",
      expect: /^1\.\d+$/,
      says: "a Kubernetes version such as 1.36",
      source: EKS,
    },
    {
      types: /^aws_iam_role$/,
      attribute: "name",
      expect: /^[\w+=,.@-]{1,64}$/,
      says: "at most 64 letters, digits and + = , . @ - _",
      source: IAM,
    },
    {
      types: /^aws_iam_(role|policy|role_policy)$/,
      attribute: "assume_role_policy",
      expect: "json",
      source: IAM,
    },
    { types: /^aws_iam_(policy|role_policy)$/, attribute: "policy", expect: "json", source: IAM },
    {
      types: /^aws_s3_bucket$/,
      attribute: "bucket",
      expect: /^(?!xn--|.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
      says: "3 to 63 lower-case letters, digits, dots and dashes",
      source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html",
    },
    {
      types: /^aws_globalaccelerator_listener$/,
      attribute: "port_range.from_port",
      expect: { from: 1, to: 65535 },
      source: "https://docs.aws.amazon.com/global-accelerator/latest/api/API_PortRange.html",
    },
    {
      types: /^aws_globalaccelerator_listener$/,
      attribute: "port_range.to_port",
      expect: { from: 1, to: 65535 },
      source: "https://docs.aws.amazon.com/global-accelerator/latest/api/API_PortRange.html",
    },
    {
      types: /^aws_globalaccelerator_endpoint_group$/,
      attribute: "traffic_dial_percentage",
      expect: { from: 0, to: 100 },
      source: ENDPOINTS,
    },
    {
      types: /^aws_globalaccelerator_endpoint_group$/,
      attribute: "endpoint_configuration.weight",
      expect: { from: 0, to: 255 },
      source: ENDPOINTS,
    },
    {
      types: /^aws_(lb|lb_target_group)$/,
      attribute: "name",
      expect: /^(?!internal-)[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/,
      says: "at most 32 letters, digits and -, not beginning with internal-",
      source:
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
    },
    {
      types: /^aws_subnet$/,
      attribute: "availability_zone_id",
      expect: /^[a-z]{2,5}\d-az\d$/,
      says: "a zone's id such as euc1-az1",
      source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html",
    },
    {
      types: /^provider\.aws$/,
      attribute: "region",
      expect: /^[a-z]{2}(-[a-z]+)+-\d$/,
      says: "a region such as eu-central-1",
      source: "https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html",
    },
  ],
  demands: [
    ...RDS_VALUES.demands,
    {
      types: /^aws_vpc_security_group_(in|e)gress_rule$/,
      needs: ["referenced_security_group_id", "cidr_ipv4", "cidr_ipv6", "prefix_list_id"],
      says: "a rule says who is at the other end",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
    },
  ],
  exposures: [
    {
      types: /^aws_vpc_security_group_ingress_rule$/,
      of: ["security_group_id"],
      when: { ip_protocol: /^(?:tcp|6|-1|)$/ },
      ports: [],
      from: ["cidr_ipv4", "cidr_ipv6"],
      guarded: { low: "from_port", high: "to_port" },
      source: OPEN_PORTS,
    },
    {
      types: /^aws_security_group_rule$/,
      of: ["security_group_id"],
      when: { type: /^ingress$/, protocol: /^(?:tcp|6|-1|all)$/ },
      ports: [],
      from: ["cidr_blocks", "ipv6_cidr_blocks"],
      guarded: { low: "from_port", high: "to_port" },
      source: OPEN_PORTS,
    },
    {
      types: /^aws_security_group$/,
      within: "ingress",
      when: { protocol: /^(?:tcp|6|-1|all)$/ },
      ports: [],
      from: ["cidr_blocks", "ipv6_cidr_blocks"],
      guarded: { low: "from_port", high: "to_port" },
      source: OPEN_PORTS,
    },
    {
      types: /^aws_eks_cluster$/,
      within: "vpc_config",
      when: { endpoint_public_access: /^(?:true|)$/ },
      ports: [],
      from: ["public_access_cidrs"],
      otherwise: "0.0.0.0/0",
      guarded: { always: "443 of the Kubernetes API" },
      source: "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-1",
    },
  ],
};
