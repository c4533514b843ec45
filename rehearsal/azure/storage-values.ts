import type { Rule } from "../rules/rule";

const STORAGE = "https://learn.microsoft.com/azure/storage/common/storage-account-overview";
const FIREWALL = "https://learn.microsoft.com/azure/storage/common/storage-network-security-ip-address-range";
const DOCS = "https://registry.terraform.io/providers/hashicorp/azurerm/4.75.0/docs/resources";

const ACCOUNT = /^azurerm_storage_account$/;

/** Storage accounts and containers. */
export const AZURE_STORAGE: readonly Rule[] = [
  {
    types: ACCOUNT,
    attribute: "account_kind",
    expect: { oneOf: ["BlobStorage", "BlockBlobStorage", "FileStorage", "Storage", "StorageV2"] },
    source: STORAGE,
  },
  {
    types: ACCOUNT,
    when: { account_kind: /^(BlockBlobStorage|FileStorage)$/ },
    attribute: "account_tier",
    expect: /^Premium$/,
    says: "Premium, the only tier of this kind of account",
    source: STORAGE,
  },
  {
    types: ACCOUNT,
    when: { account_tier: /^Premium$/ },
    attribute: "account_replication_type",
    expect: { oneOf: ["LRS", "ZRS"] },
    source:
      "https://learn.microsoft.com/azure/storage/common/storage-redundancy#supported-storage-account-types",
  },
  {
    types: ACCOUNT,
    attribute: "access_tier",
    expect: { oneOf: ["Hot", "Cool", "Cold", "Premium"] },
    source: `${DOCS}/storage_account`,
  },
  {
    types: ACCOUNT,
    attribute: "network_rules.default_action",
    expect: { oneOf: ["Allow", "Deny"] },
    source: `${DOCS}/storage_account`,
  },
  {
    types: ACCOUNT,
    attribute: "network_rules.bypass",
    expect: { oneOf: ["AzureServices", "Logging", "Metrics", "None"] },
    source: `${DOCS}/storage_account`,
  },
  {
    types: ACCOUNT,
    attribute: "network_rules.ip_rules",
    expect: /^\d+(\.\d+){3}(\/([0-9]|[12]\d|30))?$/,
    says: "an address, or a network of /30 or larger; smaller ones are written as addresses",
    source: FIREWALL,
  },
  {
    types: ACCOUNT,
    attribute: "network_rules.ip_rules",
    expect: /^(?!10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/,
    says: "a public address: private ones are let in by virtual_network_subnet_ids",
    source: FIREWALL,
  },
  {
    types: ACCOUNT,
    attribute: "blob_properties.delete_retention_policy.days",
    expect: { from: 1, to: 365 },
    source: "https://learn.microsoft.com/azure/storage/blobs/soft-delete-blob-overview",
  },
  {
    types: /^azurerm_storage_container$/,
    attribute: "container_access_type",
    expect: { oneOf: ["private", "blob", "container"] },
    source: `${DOCS}/storage_container`,
  },
];
