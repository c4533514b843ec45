/** An argument that names another resource by its id. */
export interface Addressing {
  readonly types: RegExp;
  /** The argument's name, at any depth. */
  readonly attribute: RegExp;
  /** What such an id looks like. */
  readonly form: RegExp;
  readonly says: string;
  /** The resource must be in the same location. */
  readonly near: boolean;
  readonly source: string;
}

const AZURE =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types";
const AWS = "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html";

/** Ids that could be swapped for one another, and what tells them apart. */
export const ADDRESSING: readonly Addressing[] = [
  {
    types: /^azurerm_/,
    attribute: /^subnet_ids?$/,
    form: /\/virtualNetworks\/[^/]+\/subnets\/[^/]+$/,
    says: "a subnet's id",
    near: true,
    source: AZURE,
  },
  {
    types: /^azurerm_/,
    attribute: /^virtual_network_ids?$/,
    form: /\/virtualNetworks\/[^/]+$/,
    says: "a virtual network's id",
    near: false,
    source: AZURE,
  },
  {
    types: /^azurerm_/,
    attribute: /^network_interface_ids?$/,
    form: /\/networkInterfaces\/[^/]+$/,
    says: "a network interface's id",
    near: true,
    source: AZURE,
  },
  {
    types: /^azurerm_/,
    attribute: /^network_security_group_id$/,
    form: /\/networkSecurityGroups\/[^/]+$/,
    says: "a network security group's id",
    near: true,
    source: AZURE,
  },
  {
    types: /^azurerm_/,
    attribute: /^public_ip_address_ids?$/,
    form: /\/publicIPAddresses\/[^/]+$/,
    says: "a public address' id",
    near: true,
    source: AZURE,
  },
  {
    types: /^azurerm_/,
    attribute: /^virtual_machine_id$/,
    form: /\/virtualMachines\/[^/]+$/,
    says: "a virtual machine's id",
    near: true,
    source: AZURE,
  },
  {
    types: /^azurerm_/,
    attribute: /^storage_account_id$/,
    form: /\/storageAccounts\/[^/]+$/,
    says: "a storage account's id",
    near: false,
    source: AZURE,
  },
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
