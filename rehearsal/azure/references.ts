import type { Reference } from "../world/references";
import type { Unique } from "../world/unique";

const IDS =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types";
const NAMES = "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules";
const RULES =
  "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview#security-rules";
const ADDRESSES =
  "https://learn.microsoft.com/azure/virtual-network/ip-services/virtual-network-network-interface-addresses";
const SCRIPT = "https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux";

const inGroup = { resource_group_name: "resource_group_name" };

/** An argument that takes the id of something that a workspace makes, or that a data source declares to be there. */
const byId = (types: RegExp, attribute: string, kind: string, says: string): Reference => ({
  types,
  attribute,
  to: new RegExp(`^(data\\.)?azurerm_${kind}$`),
  near: true,
  says,
  source: IDS,
});

const CARD = /^azurerm_network_interface$/;
const ASSOCIATION = /^azurerm_(subnet|network_interface)(_network)?_security_group_association$/;

/** Arguments that name another resource, by its name alone or by its id. What ids look like is in `addressing.ts`. */
export const AZURE_REFERENCES: readonly Reference[] = [
  byId(CARD, "ip_configuration.subnet_id", "subnet", "a subnet"),
  byId(CARD, "ip_configuration.public_ip_address_id", "public_ip", "a public address"),
  byId(ASSOCIATION, "subnet_id", "subnet", "a subnet"),
  byId(ASSOCIATION, "network_interface_id", "network_interface", "a network interface"),
  byId(ASSOCIATION, "network_security_group_id", "network_security_group", "a network security group"),
  byId(
    /^azurerm_(linux|windows)_virtual_machine$/,
    "network_interface_ids",
    "network_interface",
    "a network interface",
  ),
  byId(
    /^azurerm_virtual_machine_extension$/,
    "virtual_machine_id",
    "(linux_|windows_)?virtual_machine",
    "a virtual machine",
  ),
  byId(/^azurerm_storage_container$/, "storage_account_id", "storage_account", "a storage account"),
  {
    types: /^azurerm_/,
    attribute: "resource_group_name",
    to: /^(data\.)?azurerm_resource_group$/,
    by: "name",
    says: "a resource group",
    source: NAMES,
  },
  {
    types: /^azurerm_(subnet|virtual_network_peering)$/,
    attribute: "virtual_network_name",
    to: /^(data\.)?azurerm_virtual_network$/,
    by: "name",
    within: inGroup,
    says: "a virtual network of this resource group",
    source: NAMES,
  },
  {
    types: /^azurerm_network_security_rule$/,
    attribute: "network_security_group_name",
    to: /^(data\.)?azurerm_network_security_group$/,
    by: "name",
    within: inGroup,
    says: "a network security group of this resource group",
    source: NAMES,
  },
];

/** A resource's name is unique among its kind in its group, a part's in the whole. */
const named = (types: RegExp, within: readonly string[], says: string): Unique => ({
  types,
  within,
  attributes: ["name"],
  says,
  source: NAMES,
});

export const AZURE_UNIQUE: readonly Unique[] = [
  named(/^azurerm_resource_group$/, [], "a name is unique in a subscription"),
  named(/^azurerm_storage_account$/, [], "a name is unique in all of Azure"),
  named(
    /^azurerm_(virtual_network|network_security_group|public_ip|network_interface|linux_virtual_machine|managed_disk)$/,
    ["resource_group_name"],
    "a name is unique in a resource group",
  ),
  named(/^azurerm_subnet$/, ["resource_group_name", "virtual_network_name"], "a name is unique in a network"),
  named(
    /^azurerm_network_security_rule$/,
    ["resource_group_name", "network_security_group_name"],
    "a name is unique in a security group",
  ),
  named(/^azurerm_storage_container$/, ["storage_account_id"], "a name is unique in an account"),
  named(/^azurerm_virtual_machine_extension$/, ["virtual_machine_id"], "a name is unique on a machine"),
  {
    types: /^azurerm_network_security_rule$/,
    within: ["resource_group_name", "network_security_group_name", "direction"],
    attributes: ["priority"],
    says: "no two rules of a group and direction have one priority",
    source: RULES,
  },
  {
    types: /^azurerm_network_interface$/,
    within: ["ip_configuration.subnet_id"],
    attributes: ["ip_configuration.private_ip_address"],
    says: "an address is given once",
    source: ADDRESSES,
  },
  {
    types: /^azurerm_network_interface$/,
    within: [],
    attributes: ["ip_configuration.public_ip_address_id"],
    says: "a public address belongs to one interface",
    source: ADDRESSES,
  },
  {
    types: /^azurerm_linux_virtual_machine$/,
    within: [],
    attributes: ["network_interface_ids"],
    says: "an interface belongs to one machine",
    source: ADDRESSES,
  },
  {
    types: /^azurerm_subnet_network_security_group_association$/,
    within: [],
    attributes: ["subnet_id"],
    says: "a subnet has one security group",
    source: RULES,
  },
  {
    types: /^azurerm_virtual_machine_extension$/,
    within: ["virtual_machine_id", "publisher"],
    attributes: ["type"],
    says: "a machine runs one extension of a kind",
    source: SCRIPT,
  },
];
