import type { Rule } from "../rules/rule";
import { SERVICE_ENDPOINTS, SERVICE_TAGS, SUBNETS } from "./words";

const VNET = "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq";
const IP = "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses";
const DOCS = "https://registry.terraform.io/providers/hashicorp/azurerm/4.75.0/docs/resources";

const RULE = /^azurerm_network_security_rule$/;
const NETWORK = /^azurerm_virtual_network$/;
const SUBNET = /^azurerm_subnet$/;
const ADDRESS = /^azurerm_public_ip$/;
const CARD = /^azurerm_network_interface$/;

/** One or many, never both. */
const either = (one: string, many: string): Rule => ({
  types: RULE,
  when: { [one]: /./ },
  attribute: many,
  expect: /^$/,
  says: `good beside ${one}: only one of the two may be given`,
  source: `${DOCS}/network_security_rule`,
});

/** A subnet of this name is Azure's own, and has at least this size. */
const reserved = (name: string, smallest: number, source: string): Rule => ({
  types: SUBNET,
  when: { name: new RegExp(`^${name}$`) },
  attribute: "address_prefixes",
  expect: new RegExp(`/(${Array.from({ length: smallest + 1 }, (_, bits) => bits).join("|")})$|:`),
  says: `large enough for a ${name}: /${smallest} or larger`,
  source,
});

/** Security rules, networks, addresses and what connects them. */
export const AZURE_NETWORKS: readonly Rule[] = [
  either("source_address_prefix", "source_address_prefixes"),
  either("destination_address_prefix", "destination_address_prefixes"),
  either("source_port_range", "source_port_ranges"),
  either("destination_port_range", "destination_port_ranges"),
  ...["source_address_prefix", "destination_address_prefix"].map(
    (attribute): Rule => ({
      types: RULE,
      attribute,
      expect: { oneOf: SERVICE_TAGS },
      open: "quiet", // networks stand there too
      source: "https://learn.microsoft.com/azure/virtual-network/service-tags-overview",
    }),
  ),
  {
    types: RULE,
    attribute: "description",
    expect: /^[\s\S]{0,140}$/,
    says: "a description of at most 140 characters",
    source: `${DOCS}/network_security_rule`,
  },
  {
    types: NETWORK,
    attribute: "address_space",
    expect: /\/([2-9]|1\d|2\d)$|:/,
    says: "a network between /2 and /29",
    source: `${VNET}#how-small-and-how-large-can-virtual-networks-and-subnets-be`,
  },
  {
    types: NETWORK,
    attribute: "address_space",
    expect: /^(?!127\.|169\.254\.|2(2[4-9]|[345]\d)\.|168\.63\.129\.16)/,
    says: "a range that Azure can route: neither loopback, link-local, multicast nor 168.63.129.16",
    source: `${VNET}#what-address-ranges-can-i-use-in-my-virtual-networks`,
  },
  {
    types: SUBNET,
    attribute: "address_prefixes",
    expect: /^[\d.]+\/([2-9]|1\d|2\d)$|:.*\/64$/,
    says: "a network between /2 and /29, or /64 of IPv6",
    source: `${VNET}#how-small-and-how-large-can-virtual-networks-and-subnets-be`,
  },
  { types: SUBNET, attribute: "name", expect: { oneOf: SUBNETS }, open: "quiet", source: VNET },
  reserved(
    "GatewaySubnet",
    29,
    "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#gwsub",
  ),
  reserved(
    "AzureBastionSubnet",
    26,
    "https://learn.microsoft.com/azure/bastion/configuration-settings#subnet",
  ),
  reserved(
    "AzureFirewallSubnet",
    26,
    "https://learn.microsoft.com/azure/firewall/firewall-faq#why-does-azure-firewall-need-a--26-subnet-size",
  ),
  {
    types: SUBNET,
    attribute: "service_endpoints",
    expect: { oneOf: SERVICE_ENDPOINTS },
    open: true,
    source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-service-endpoints-overview",
  },
  {
    types: SUBNET,
    attribute: "private_endpoint_network_policies",
    expect: { oneOf: ["Disabled", "Enabled", "NetworkSecurityGroupEnabled", "RouteTableEnabled"] },
    source: `${DOCS}/subnet`,
  },
  {
    types: ADDRESS,
    when: { sku: /^(Standard)?$/ }, // the provider's default
    attribute: "allocation_method",
    expect: /^Static$/,
    says: "Static, the only one that a Standard address has",
    source: `${IP}#sku`,
  },
  { types: ADDRESS, attribute: "sku_tier", expect: { oneOf: ["Regional", "Global"] }, source: IP },
  { types: ADDRESS, attribute: "ip_version", expect: { oneOf: ["IPv4", "IPv6"] }, source: IP },
  { types: ADDRESS, attribute: "idle_timeout_in_minutes", expect: { from: 4, to: 30 }, source: IP },
  {
    types: ADDRESS,
    attribute: "domain_name_label",
    expect: /^[a-z][a-z0-9-]{1,61}[a-z0-9]$/,
    says: "3 to 63 lower-case letters, digits and dashes, beginning with a letter",
    source: `${IP}#domain-name-label`,
  },
  {
    types: ADDRESS,
    attribute: "zones",
    expect: { oneOf: ["1", "2", "3"] },
    source: "https://learn.microsoft.com/azure/reliability/availability-zones-overview",
  },
  {
    types: CARD,
    attribute: "ip_configuration.private_ip_address_version",
    expect: { oneOf: ["IPv4", "IPv6"] },
    source: `${DOCS}/network_interface`,
  },
  {
    types: CARD,
    when: { "ip_configuration.private_ip_address_allocation": /^Dynamic$/ },
    attribute: "ip_configuration.private_ip_address",
    expect: /^$/,
    says: "good where Azure chooses the address: private_ip_address_allocation is Dynamic",
    source: `${DOCS}/network_interface`,
  },
];
