import type { Addressing } from "../rules/addressing";

const AWS = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html";

/** Ids that could be swapped for one another, and what tells them apart. */
export const AWS_ADDRESSING: readonly Addressing[] = [
  { types: /^aws_/, attribute: /^vpc_id$/, form: /^vpc-/, says: "a VPC's id", near: true, source: AWS },
  {
    types: /^aws_/,
    attribute: /^subnet_ids?$/,
    form: /^subnet-/,
    says: "a subnet's id",
    near: true,
    source: AWS,
  },
  {
    types: /^aws_/,
    attribute: /^(vpc_)?security_group_ids?$/,
    form: /^sg-/,
    says: "a security group's id",
    near: true,
    source: AWS,
  },
  {
    types: /^aws_/,
    attribute: /^route_table_ids?$/,
    form: /^rtb-/,
    says: "a route table's id",
    near: true,
    source: AWS,
  },
  {
    types: /^aws_/,
    attribute: /^nat_gateway_id$/,
    form: /^nat-/,
    says: "a NAT gateway's id",
    near: true,
    source: AWS,
  },
  {
    types: /^aws_nat_gateway$/,
    attribute: /^allocation_id$/,
    form: /^eipalloc-/,
    says: "an Elastic IP's allocation id",
    near: true,
    source: AWS,
  },
  {
    types: /^aws_/,
    attribute: /^(role|iam_role|execution_role|node_role|cluster_role)_arn$/,
    form: /^arn:[\w-]+:iam::\d{12}:role\//,
    says: "a role's ARN",
    near: false,
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html",
  },
];
