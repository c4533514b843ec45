import type { Addressing } from "../rules/addressing";

const AZURE =
  "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types";

/** Ids that could be swapped for one another, and what tells them apart. */
export const AZURE_ADDRESSING: readonly Addressing[] = [
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
];
