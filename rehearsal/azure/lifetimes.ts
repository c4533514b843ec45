import type { Lifetime } from "../rules/lifetime";

const docs = (type: string) =>
  `https://registry.terraform.io/providers/hashicorp/azurerm/4.75.0/docs/resources/${type.replace("azurerm_", "")}`;

const lifetime = (type: string, replacedBy: readonly string[], holds?: string): Lifetime => ({
  type,
  replacedBy,
  ...(holds ? { holds } : {}),
  source: docs(type),
});

const PLACED = ["name", "resource_group_name", "location", "edge_zone"];

/** "Changing this forces a new resource to be created", as the provider's documentation has it. */
export const AZURE_LIFETIMES: readonly Lifetime[] = [
  lifetime("azurerm_resource_group", ["name", "location"], "everything that is in the group"),
  lifetime("azurerm_virtual_network", PLACED),
  lifetime("azurerm_subnet", ["name", "resource_group_name", "virtual_network_name"]),
  lifetime("azurerm_network_security_group", ["name", "resource_group_name", "location"]),
  lifetime("azurerm_network_security_rule", ["name", "resource_group_name", "network_security_group_name"]),
  lifetime("azurerm_subnet_network_security_group_association", ["subnet_id", "network_security_group_id"]),
  lifetime(
    "azurerm_public_ip",
    [...PLACED, "zones", "ip_tags", "ip_version", "public_ip_prefix_id", "sku", "sku_tier"],
    "the address that users, DNS records and firewalls know",
  ),
  lifetime("azurerm_network_interface", PLACED),
  lifetime(
    "azurerm_linux_virtual_machine",
    [
      ...PLACED,
      ...["admin_username", "admin_password", "admin_ssh_key", "availability_set_id", "computer_name"],
      ...[
        "custom_data",
        "disable_password_authentication",
        "eviction_policy",
        "plan",
        "platform_fault_domain",
      ],
      ...[
        "priority",
        "provision_vm_agent",
        "secure_boot_enabled",
        "source_image_id",
        "source_image_reference",
      ],
      ...["os_managed_disk_id", "vtpm_enabled", "zone", "os_disk.name", "os_disk.storage_account_type"],
      ...[
        "os_disk.diff_disk_settings",
        "os_disk.secure_vm_disk_encryption_set_id",
        "os_disk.security_encryption_type",
      ],
    ],
    "the machine's disk, with the cluster's data on it",
  ),
  lifetime("azurerm_virtual_machine_extension", ["name", "virtual_machine_id", "publisher"]),
  lifetime(
    "azurerm_storage_account",
    [
      ...PLACED,
      ...[
        "account_tier",
        "provisioned_billing_model_version",
        "is_hns_enabled",
        "nfsv3_enabled",
        "dns_endpoint_type",
      ],
      ...[
        "queue_encryption_key_type",
        "table_encryption_key_type",
        "infrastructure_encryption_enabled",
        "immutability_policy",
      ],
    ],
    "everything that is stored in the account",
  ),
  lifetime(
    "azurerm_storage_container",
    [
      "name",
      "storage_account_id",
      "storage_account_name",
      "default_encryption_scope",
      "encryption_scope_override_enabled",
    ],
    "everything that is stored in the container",
  ),
  lifetime("azurerm_role_assignment", [
    ...["name", "scope", "role_definition_id", "role_definition_name", "principal_id", "principal_type"],
    ...["condition", "condition_version", "delegated_managed_identity_resource_id", "description"],
  ]),
];
