import type { ComputedValue } from "../emulator/computed-value";

const azure = "/subscriptions/{@subscription_id}/resourceGroups/{resource_group_name}/providers";

/** https://learn.microsoft.com/azure/azure-resource-manager/management/resource-providers-and-types */
export const AZURE_COMPUTED: readonly ComputedValue[] = [
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
];
