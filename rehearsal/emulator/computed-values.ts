/**
 * What the emulated clouds answer, by type and attribute. The first entry that matches and whose places can all be
 * filled is taken. Places: `{name}` an argument of the same resource, `{metadata.0.name}` one inside a block,
 * `{@region}` an argument of the provider, `{#hex:8}` and the like something invented (see `invent.ts`).
 */
export interface ComputedValue {
  /** Types that it holds for; all types where absent. Data sources are written `data.<type>`. */
  readonly types?: RegExp;
  /** The attribute's path, names joined by dots. */
  readonly attribute: RegExp;
  readonly value: string;
}

const azure = "/subscriptions/{@subscription_id}/resourceGroups/{resource_group_name}/providers";
const account = "123456789012"; // the account number of AWS' own documentation

export const COMPUTED_STRINGS: readonly ComputedValue[] = [
  // azurerm: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types
  {
    types: /^azurerm_resource_group$/,
    attribute: /^id$/,
    value: "/subscriptions/{@subscription_id}/resourceGroups/{name}",
  },
  {
    types: /^azurerm_virtual_network$/,
    attribute: /^id$/,
    value: `${azure}/Microsoft.Network/virtualNetworks/{name}`,
  },
  {
    types: /^azurerm_subnet$/,
    attribute: /^id$/,
    value: `${azure}/Microsoft.Network/virtualNetworks/{virtual_network_name}/subnets/{name}`,
  },
  {
    types: /^azurerm_network_security_group$/,
    attribute: /^id$/,
    value: `${azure}/Microsoft.Network/networkSecurityGroups/{name}`,
  },
  {
    types: /^azurerm_network_security_rule$/,
    attribute: /^id$/,
    value: `${azure}/Microsoft.Network/networkSecurityGroups/{network_security_group_name}/securityRules/{name}`,
  },
  {
    types: /^azurerm_public_ip$/,
    attribute: /^id$/,
    value: `${azure}/Microsoft.Network/publicIPAddresses/{name}`,
  },
  {
    types: /^azurerm_network_interface$/,
    attribute: /^id$/,
    value: `${azure}/Microsoft.Network/networkInterfaces/{name}`,
  },
  {
    types: /^azurerm_(linux|windows)_virtual_machine$/,
    attribute: /^id$/,
    value: `${azure}/Microsoft.Compute/virtualMachines/{name}`,
  },
  {
    types: /^azurerm_virtual_machine_extension$/,
    attribute: /^id$/,
    value: "{virtual_machine_id}/extensions/{name}",
  },
  { types: /^azurerm_managed_disk$/, attribute: /^id$/, value: `${azure}/Microsoft.Compute/disks/{name}` },
  {
    types: /^azurerm_storage_account$/,
    attribute: /^id$/,
    value: `${azure}/Microsoft.Storage/storageAccounts/{name}`,
  },
  {
    types: /^azurerm_storage_container$/,
    attribute: /^id$/,
    value: "{storage_account_id}/blobServices/default/containers/{name}",
  },
  {
    types: /^azurerm_network_interface_security_group_association$/,
    attribute: /^id$/,
    value: "{network_interface_id}|{network_security_group_id}",
  },
  { types: /^azurerm_subnet_network_security_group_association$/, attribute: /^id$/, value: "{subnet_id}" },
  { types: /^azurerm_/, attribute: /^id$/, value: `${azure}/{#kind}/{name}` },
  {
    types: /^azurerm_/,
    attribute: /^id$/,
    value: "/subscriptions/{@subscription_id}/providers/{#kind}/{#uuid}",
  },
  { types: /^data\.azurerm_client_config$/, attribute: /^subscription_id$/, value: "{@subscription_id}" },

  // aws: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
  { types: /^aws_vpc$/, attribute: /^id$/, value: "vpc-{#hex:17}" },
  { types: /^aws_subnet$/, attribute: /^id$/, value: "subnet-{#hex:17}" },
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
  {
    types: /^aws_eks_(cluster|addon|node_group)$/,
    attribute: /^arn$/,
    value: `arn:aws:eks:{@region}:${account}:{#noun}/{#name}`,
  },
  { types: /^aws_eks_cluster$/, attribute: /^id$/, value: "{name}" },
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

  // cloudflare: identifiers are 32 hexadecimal digits, https://developers.cloudflare.com/fundamentals/account/find-account-and-zone-ids/
  { types: /^data\.cloudflare_ip_ranges$/, attribute: /^ipv6_cidrs$/, value: "2001:db8:{#hex:4}::/48" },
  { types: /^(data\.)?cloudflare_/, attribute: /(^|\.|_)id$/, value: "{#hex:32}" },

  // kubernetes, helm: https://kubernetes.io/docs/concepts/overview/working-with-objects/names/
  { types: /^kubernetes_/, attribute: /^id$/, value: "{metadata.0.namespace}/{metadata.0.name}" },
  { types: /^kubernetes_/, attribute: /^id$/, value: "{metadata.0.name}" },
  { types: /^kubernetes_/, attribute: /^metadata\.namespace$/, value: "default" },
  { types: /^kubernetes_/, attribute: /^metadata\.name$/, value: "{metadata.0.generate_name}{#hex:5}" },
  { types: /^kubernetes_/, attribute: /^metadata\.uid$/, value: "{#uuid}" },
  { types: /^helm_release$/, attribute: /^id$/, value: "{name}" },
  { types: /^helm_release$/, attribute: /^status$/, value: "deployed" },

  // tls, random
  { types: /^tls_/, attribute: /^private_key_pem$/, value: "{#pem:EC PRIVATE KEY}" },
  { types: /^tls_/, attribute: /^private_key_pem_pkcs8$/, value: "{#pem:PRIVATE KEY}" },
  { types: /^tls_/, attribute: /^private_key_openssh$/, value: "{#pem:OPENSSH PRIVATE KEY}" },
  { types: /^(data\.)?tls_/, attribute: /^public_key_pem$/, value: "{#pem:PUBLIC KEY}" },
  {
    types: /^(data\.)?tls_/,
    attribute: /^public_key_openssh$/,
    value: "ecdsa-sha2-nistp256 {#base64:104}\n",
  },
  { types: /^tls_/, attribute: /^cert_request_pem$/, value: "{#pem:CERTIFICATE REQUEST}" },
  { types: /^(data\.)?tls_/, attribute: /cert_pem$/, value: "{#pem:CERTIFICATE}" },
  { types: /^tls_/, attribute: /^id$/, value: "{#hex:40}" },
  { types: /^random_(password|string)$/, attribute: /^result$/, value: "{#text:length}" },
  { types: /^random_password$/, attribute: /^bcrypt_hash$/, value: "$2a$10${#hex:53}" },
  { types: /^random_id$/, attribute: /^hex$/, value: "{#hex:16}" },
  { types: /^random_uuid$/, attribute: /^(result|id)$/, value: "{#uuid}" },

  // Whatever the provider: by the attribute's name.
  { attribute: /(^|\.)id$/, value: "{#hex:32}" },
  { attribute: /(tenant|client|object|principal|subscription)_id$/, value: "{#uuid}" },
  { attribute: /_ids?$/, value: "{#hex:12}" },
  { types: /^kubernetes_/, attribute: /resource_version$/, value: "1" },
  { attribute: /cidr/, value: "198.18.{#octet}.0/24" },
  { attribute: /private_ip|cluster_ip|internal_ip/, value: "10.{#octet}.{#octet}.{#host-octet}" },
  { attribute: /ipv6/, value: "2001:db8:{#hex:4}::{#hex:4}" },
  { attribute: /(^|[._])ips?($|_)/, value: "198.18.{#octet}.{#host-octet}" }, // RFC 2544: never routed
  { attribute: /fqdn|(^|[._])dns_name$|host(_?name)?$|domain(_name)?$/, value: "{#host}" },
  { attribute: /(^|[._])(url|uri|endpoint|issuer)$/, value: "https://{#host}" },
  {
    attribute: /kube_config_raw$/,
    value: "apiVersion: v1\nkind: Config\nclusters: []\nusers:\n- name: {#hex:8}\n",
  },
  { attribute: /private_key|client_key$/, value: "{#pem:PRIVATE KEY}" },
  { attribute: /certificate$|_cert$|_pem$/, value: "{#pem:CERTIFICATE}" },
  { attribute: /fingerprint/, value: "{#fingerprint}" },
  { attribute: /_(at|on|time|date)$|^not_(after|before)$|timestamp$/, value: "2030-01-01T00:00:00Z" },
  { attribute: /password|secret|token|(^|[._])key$/, value: "{#hex:32}" },
  { attribute: /json$|policy$/, value: "{}" },
  { attribute: /(^|\.)(status|state)$/, value: "active" },
  { attribute: /version$/, value: "1.0.0" },
  { attribute: /name$/, value: "{#noun}-{#hex:8}" },
  { attribute: /./, value: "{#hex:12}" },
];

/** Lengths of computed lists where one element would not do. */
export const COMPUTED_LENGTHS: readonly { readonly attribute: RegExp; readonly length: number }[] = [
  { attribute: /^(names|zone_ids)$/, length: 3 },
  { attribute: /cidrs$/, length: 2 },
];

/** Computed numbers by name; others are 1. */
export const COMPUTED_NUMBERS: readonly { readonly attribute: RegExp; readonly value: number }[] = [
  { attribute: /port$/, value: 443 },
];
