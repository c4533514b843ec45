import type { RuleTable } from "../rules/rule";
import { AZURE_MACHINES } from "./machine-values";
import { AZURE_NETWORKS } from "./network-values";
import { normalRegion, REGION_IDS } from "./regions";
import { AZURE_STORAGE } from "./storage-values";
import { ROLES } from "./words";

const NAMES = "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules";
const NSG =
  "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules";
const VM = "https://learn.microsoft.com/azure/virtual-machines/linux/faq";
const VNET = "https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq";
const IP = "https://learn.microsoft.com/azure/virtual-network/ip-services/public-ip-addresses";
const STORAGE = "https://learn.microsoft.com/azure/storage/common/storage-account-overview";
const OPEN_PORTS =
  "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices#disable-rdpssh-access-to-virtual-machines";

const RULE = /^azurerm_network_security_rule$/;
const INBOUND = { direction: /^Inbound$/, access: /^Allow$/ };
const PORTS = ["destination_port_range", "destination_port_ranges"];
const SOURCES = ["source_address_prefix", "source_address_prefixes"];
const MACHINE = /^azurerm_linux_virtual_machine$/;
const LOCATION = /^[A-Za-z][A-Za-z0-9 ]+$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const network = (most: number) => new RegExp(`^[A-Za-z0-9]([\\w.-]{0,${most - 2}}\\w)?$`);

export const AZURE_VALUES: RuleTable = {
  rules: [
    {
      types: /^azurerm_resource_group$/,
      attribute: "name",
      expect: /^[\w().-]{0,89}[\w()-]$/,
      says: "at most 90 letters, digits, _ ( ) - and dots, with no dot at the end",
      source: NAMES,
    },
    {
      types: /^azurerm_virtual_network$/,
      attribute: "name",
      expect: network(64),
      says: "2 to 64 letters, digits, _ - and dots, beginning with a letter or digit",
      source: NAMES,
    },
    {
      types: /^azurerm_(subnet|network_security_(group|rule)|public_ip|network_interface)$/,
      attribute: "name",
      expect: network(80),
      says: "at most 80 letters, digits, _ - and dots, beginning with a letter or digit",
      source: NAMES,
    },
    {
      types: MACHINE,
      attribute: "name",
      expect: /^[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?$/,
      says: "at most 64 letters, digits, dashes and dots",
      source: NAMES,
    },
    {
      types: /^azurerm_storage_account$/,
      attribute: "name",
      expect: /^[a-z0-9]{3,24}$/,
      says: "3 to 24 lower-case letters and digits",
      source: NAMES,
    },
    {
      types: /^azurerm_storage_container$/,
      attribute: "name",
      expect: /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
      says: "3 to 63 lower-case letters, digits and single dashes",
      source: NAMES,
    },
    {
      types: /^azurerm_/,
      attribute: "location",
      expect: LOCATION, // the provider takes "West Europe" for westeurope
      says: "a location such as westeurope",
      source: "https://learn.microsoft.com/azure/reliability/regions-list",
    },
    {
      types: /^azurerm_/,
      when: { location: LOCATION },
      attribute: "location",
      expect: { oneOf: REGION_IDS },
      open: true,
      normal: normalRegion,
      source: "https://learn.microsoft.com/azure/reliability/regions-list",
    },
    {
      types: /^azurerm_role_assignment$/,
      attribute: "role_definition_name",
      expect: { oneOf: ROLES },
      open: "quiet",
      source: "https://learn.microsoft.com/azure/role-based-access-control/built-in-roles",
    },
    {
      types: /^azurerm_role_assignment$/,
      attribute: "principal_type",
      expect: { oneOf: ["User", "Group", "ServicePrincipal"] },
      source:
        "https://registry.terraform.io/providers/hashicorp/azurerm/4.75.0/docs/resources/role_assignment",
    },
    {
      types: /^azurerm_role_assignment$/,
      attribute: "principal_id",
      expect: UUID,
      says: "an object id of Microsoft Entra such as 11111111-2222-3333-4444-555555555555",
      source: "https://learn.microsoft.com/azure/role-based-access-control/role-assignments-steps",
    },
    {
      types: /^azurerm_role_assignment$/,
      attribute: "scope",
      expect: /^\//,
      says: "a resource's id, or that of a group or subscription, such as /subscriptions/...",
      source: "https://learn.microsoft.com/azure/role-based-access-control/scope-overview",
    },
    {
      types: /^provider\.azurerm$/,
      attribute: "subscription_id",
      expect: UUID,
      says: "a subscription's id such as 11111111-2222-3333-4444-555555555555",
      source: "https://learn.microsoft.com/azure/azure-portal/get-subscription-tenant-id",
    },
    { types: /^azurerm_virtual_network$/, attribute: "address_space", expect: "cidr", source: VNET },
    { types: /^azurerm_subnet$/, attribute: "address_prefixes", expect: "cidr", source: VNET },
    { types: RULE, attribute: "priority", expect: { from: 100, to: 4096 }, source: NSG },
    { types: RULE, attribute: "direction", expect: { oneOf: ["Inbound", "Outbound"] }, source: NSG },
    { types: RULE, attribute: "access", expect: { oneOf: ["Allow", "Deny"] }, source: NSG },
    {
      types: RULE,
      attribute: "protocol",
      expect: { oneOf: ["Tcp", "Udp", "Icmp", "Esp", "Ah", "*"] },
      source: NSG,
    },
    { types: RULE, attribute: "source_port_range", expect: "ports", source: NSG },
    { types: RULE, attribute: "destination_port_range", expect: "ports", source: NSG },
    { types: RULE, attribute: "source_port_ranges", expect: "ports", source: NSG },
    { types: RULE, attribute: "destination_port_ranges", expect: "ports", source: NSG },
    { types: RULE, attribute: "source_address_prefix", expect: "cidr or tag", source: NSG },
    { types: RULE, attribute: "destination_address_prefix", expect: "cidr or tag", source: NSG },
    { types: RULE, attribute: "source_address_prefixes", expect: "cidr or tag", source: NSG },
    { types: RULE, attribute: "destination_address_prefixes", expect: "cidr or tag", source: NSG },
    {
      types: /^azurerm_public_ip$/,
      attribute: "allocation_method",
      expect: { oneOf: ["Static", "Dynamic"] },
      source: IP,
    },
    { types: /^azurerm_public_ip$/, attribute: "sku", expect: { oneOf: ["Basic", "Standard"] }, source: IP },
    {
      types: /^azurerm_network_interface$/,
      attribute: "ip_configuration.private_ip_address_allocation",
      expect: { oneOf: ["Static", "Dynamic"] },
      source: IP,
    },
    {
      types: /^azurerm_network_interface$/,
      attribute: "ip_configuration.private_ip_address",
      expect: "ip",
      source: IP,
    },
    {
      types: MACHINE,
      attribute: "admin_username",
      expect:
        /^(?!(admin|administrator|root|user|guest|test|console|david|owner|support|sys)$)[a-z_][a-z0-9_-]{0,63}$/,
      says: "a user name that Azure allows, such as operator (not admin or root)",
      source: VM,
    },
    {
      types: MACHINE,
      attribute: "admin_ssh_key.public_key",
      expect: "ssh key",
      source: "https://learn.microsoft.com/azure/virtual-machines/linux/mac-create-ssh-keys",
    },
    {
      types: MACHINE,
      attribute: "custom_data",
      expect: "base64",
      source: "https://learn.microsoft.com/azure/virtual-machines/custom-data",
      secret: true,
    },
    {
      types: MACHINE,
      attribute: "os_disk.caching",
      expect: { oneOf: ["None", "ReadOnly", "ReadWrite"] },
      source: "https://learn.microsoft.com/azure/virtual-machines/premium-storage-performance#disk-caching",
    },
    {
      types: MACHINE,
      attribute: "os_disk.storage_account_type",
      expect: { oneOf: ["Standard_LRS", "StandardSSD_LRS", "StandardSSD_ZRS", "Premium_LRS", "Premium_ZRS"] },
      source: "https://learn.microsoft.com/azure/virtual-machines/disks-types",
    },
    {
      types: /^azurerm_virtual_machine_extension$/,
      attribute: "settings",
      expect: "json",
      source: "https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux",
    },
    {
      types: /^azurerm_virtual_machine_extension$/,
      attribute: "protected_settings",
      expect: "json",
      source: "https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux",
      secret: true,
    },
    {
      types: /^azurerm_virtual_machine_extension$/,
      attribute: "type_handler_version",
      expect: /^\d+\.\d+$/,
      says: "a version such as 2.1",
      source: "https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux",
    },
    {
      types: /^azurerm_storage_account$/,
      attribute: "account_tier",
      expect: { oneOf: ["Standard", "Premium"] },
      source: STORAGE,
    },
    {
      types: /^azurerm_storage_account$/,
      attribute: "account_replication_type",
      expect: { oneOf: ["LRS", "GRS", "RAGRS", "ZRS", "GZRS", "RAGZRS"] },
      source: STORAGE,
    },
    {
      types: /^azurerm_storage_account$/,
      attribute: "min_tls_version",
      expect: { oneOf: ["TLS1_2", "TLS1_3"] },
      source:
        "https://learn.microsoft.com/azure/storage/common/transport-layer-security-configure-minimum-version",
    },
    ...AZURE_NETWORKS,
    ...AZURE_MACHINES,
    ...AZURE_STORAGE,
  ],
  demands: [
    {
      types: /^provider\.azurerm$/,
      needs: ["features"],
      says: "the provider demands a features block, even an empty one",
      source: "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs#features",
    },
    {
      types: MACHINE,
      when: { disable_password_authentication: /^(true)?$/ },
      needs: ["admin_ssh_key"],
      says: "Azure demands an SSH key where passwords are off",
      source: VM,
    },
    {
      types: MACHINE,
      when: { disable_password_authentication: /^false$/ },
      needs: ["admin_password"],
      says: "Azure demands a password where passwords are on",
      source: VM,
    },
    {
      types: MACHINE,
      needs: ["source_image_id", "source_image_reference", "os_managed_disk_id"],
      says: "a machine starts from an image",
      source: "https://learn.microsoft.com/azure/virtual-machines/linux/cli-ps-findimage",
    },
    {
      types: /^azurerm_network_interface$/,
      when: { "ip_configuration.private_ip_address_allocation": /^Static$/ },
      needs: ["ip_configuration.private_ip_address"],
      says: "a static address has to be given",
      source: IP,
    },
    {
      types: RULE,
      needs: ["source_address_prefix", "source_address_prefixes", "source_application_security_group_ids"],
      says: "a rule says whom it is for",
      source: NSG,
    },
    {
      types: RULE,
      needs: [
        "destination_address_prefix",
        "destination_address_prefixes",
        "destination_application_security_group_ids",
      ],
      says: "a rule says what it protects",
      source: NSG,
    },
    {
      types: RULE,
      needs: ["source_port_range", "source_port_ranges"],
      says: "a rule says from which ports",
      source: NSG,
    },
    {
      types: RULE,
      needs: ["destination_port_range", "destination_port_ranges"],
      says: "a rule says which ports",
      source: NSG,
    },
  ],
  exposures: [
    {
      types: RULE,
      of: ["resource_group_name", "network_security_group_name"],
      when: INBOUND,
      ports: PORTS,
      from: SOURCES,
      guarded: {},
      source: OPEN_PORTS,
    },
    {
      types: /^azurerm_network_security_group$/,
      within: "security_rule",
      when: INBOUND,
      ports: PORTS,
      from: SOURCES,
      guarded: {},
      source: OPEN_PORTS,
    },
    {
      types: /^azurerm_storage_account$/,
      within: "network_rules",
      when: { default_action: /^Deny$/ },
      ports: [],
      from: ["ip_rules"],
      guarded: { always: "443 of the storage" },
      source: "https://learn.microsoft.com/azure/storage/common/storage-network-security",
    },
  ],
};
