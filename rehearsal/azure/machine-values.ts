import type { Rule } from "../rules/rule";
import { ZONELESS } from "./regions";
import { EXTENSION_TYPES, EXTENSIONS, PUBLISHERS, UBUNTU, UBUNTU_SKUS } from "./words";

const DOCS = "https://registry.terraform.io/providers/hashicorp/azurerm/4.75.0/docs/resources";
const SIZES = "https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions";
const IMAGES = "https://learn.microsoft.com/azure/virtual-machines/linux/endorsed-distros";
const ZONES = "https://learn.microsoft.com/azure/reliability/availability-zones-overview";
const EXTENSION = "https://learn.microsoft.com/azure/virtual-machines/extensions/features-linux";

const MACHINE = /^azurerm_linux_virtual_machine$/;

const FAMILY = "A|B|D|DC|DS|E|EC|F|FX|G|GS|H|HB|HC|HX|L|LS|M|NC|NCC|ND|NG|NP|NV|PB";
/** Family, processors (and how many of them are on), features, of which `s` is the last but for `r`, accelerator, version. */
const SIZE = new RegExp(
  `^(Standard|Basic)_(${FAMILY})\\d+(-\\d+)?[a-eilmnoptx]{0,4}s?r?(_[A-Z0-9]+)*(_v\\d{1,2})?(_Promo)?$`,
);
const ARM = /^Standard_[A-Z]+\d+(-\d+)?[a-z]*p[a-z]*(_|$)/;
const word = (attribute: string, oneOf: readonly string[]): Rule => ({
  types: MACHINE,
  attribute,
  expect: { oneOf },
  source: `${DOCS}/linux_virtual_machine`,
});

/** Machines, their images, disks and extensions. */
export const AZURE_MACHINES: readonly Rule[] = [
  {
    types: MACHINE,
    attribute: "size",
    expect: SIZE,
    says: "a size as Azure names them, such as Standard_D2s_v5",
    source: SIZES,
  },
  {
    types: MACHINE,
    when: { "os_disk.storage_account_type": /^Premium_/ },
    attribute: "size",
    expect: /^Standard_((DS|GS)\d|[A-Z]+\d+(-\d+)?[a-z]*s)/,
    says: "a size with premium storage, which a premium disk needs: one with an s, such as Standard_D2s_v5",
    source: "https://learn.microsoft.com/azure/virtual-machines/disks-types#premium-ssds",
  },
  {
    types: MACHINE,
    when: { size: ARM, "source_image_reference.publisher": /^canonical$/i },
    attribute: "source_image_reference.sku",
    expect: /arm64/,
    says: "an image for Arm, which a size with a p needs, such as server-arm64",
    source: SIZES,
  },
  {
    types: MACHINE,
    when: { "source_image_reference.sku": /arm64/ },
    attribute: "size",
    expect: ARM,
    says: "a size for an image for Arm: one with a p, such as Standard_D2ps_v5",
    source: SIZES,
  },
  {
    types: MACHINE,
    attribute: "source_image_reference.publisher",
    expect: { oneOf: PUBLISHERS },
    open: "quiet",
    source: IMAGES,
  },
  {
    types: MACHINE,
    when: { "source_image_reference.publisher": /^canonical$/i },
    attribute: "source_image_reference.offer",
    expect: { oneOf: UBUNTU },
    open: true,
    source: "https://documentation.ubuntu.com/azure/azure-how-to/instances/find-ubuntu-images/",
  },
  {
    types: MACHINE,
    when: { "source_image_reference.publisher": /^canonical$/i },
    attribute: "source_image_reference.sku",
    expect: { oneOf: UBUNTU_SKUS },
    open: true,
    source: "https://documentation.ubuntu.com/azure/azure-how-to/instances/find-ubuntu-images/",
  },
  {
    types: MACHINE,
    attribute: "source_image_reference.version",
    expect: /^(latest|\d+\.\d+\.\d+)$/,
    says: "latest, or a version such as 24.04.202511010",
    source: "https://learn.microsoft.com/azure/virtual-machines/linux/cli-ps-findimage",
  },
  { types: MACHINE, attribute: "zone", expect: { oneOf: ["1", "2", "3"] }, source: ZONES },
  {
    types: MACHINE,
    when: { location: ZONELESS },
    attribute: "zone",
    expect: /^$/,
    says: "good in this region, which has no availability zones",
    source: "https://learn.microsoft.com/azure/reliability/regions-list",
  },
  {
    types: MACHINE,
    attribute: "os_disk.disk_size_gb",
    expect: { from: 1, to: 4095 },
    source: "https://learn.microsoft.com/azure/virtual-machines/managed-disks-overview#os-disk",
  },
  word("priority", ["Regular", "Spot"]),
  word("eviction_policy", ["Deallocate", "Delete"]),
  word("patch_mode", ["AutomaticByPlatform", "ImageDefault"]),
  word("patch_assessment_mode", ["AutomaticByPlatform", "ImageDefault"]),
  word("identity.type", ["SystemAssigned", "UserAssigned", "SystemAssigned, UserAssigned"]),
  {
    types: MACHINE,
    when: { priority: /^(Regular)?$/ },
    attribute: "eviction_policy",
    expect: /^$/,
    says: "good for a machine of priority Regular: only Spot is evicted",
    source: `${DOCS}/linux_virtual_machine#eviction_policy-1`,
  },
  {
    types: MACHINE,
    attribute: "computer_name",
    expect: /^[A-Za-z0-9]([A-Za-z0-9.-]{0,62}[A-Za-z0-9])?$/,
    says: "a host name of at most 64 letters, digits, dashes and dots",
    source: "https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules",
  },
  {
    types: /^azurerm_managed_disk$/,
    attribute: "storage_account_type",
    expect: {
      oneOf: [
        ...["Standard_LRS", "StandardSSD_LRS", "StandardSSD_ZRS", "Premium_LRS", "PremiumV2_LRS"],
        ...["Premium_ZRS", "UltraSSD_LRS"],
      ],
    },
    source: "https://learn.microsoft.com/azure/virtual-machines/disks-types",
  },
  {
    types: /^azurerm_managed_disk$/,
    attribute: "create_option",
    expect: { oneOf: ["Import", "ImportSecure", "Empty", "Copy", "FromImage", "Restore", "Upload"] },
    source: `${DOCS}/managed_disk`,
  },
  {
    types: /^azurerm_virtual_machine_extension$/,
    attribute: "publisher",
    expect: { oneOf: EXTENSIONS },
    open: "quiet",
    source: EXTENSION,
  },
  {
    types: /^azurerm_virtual_machine_extension$/,
    attribute: "type",
    expect: { oneOf: EXTENSION_TYPES },
    open: "quiet",
    source: EXTENSION,
  },
  {
    types: /^azurerm_virtual_machine_extension$/,
    when: { type: /^CustomScript$/ },
    attribute: "publisher",
    expect: /^Microsoft\.(Azure\.Extensions|OSTCExtensions)$/,
    says: "the publisher of CustomScript, Microsoft.Azure.Extensions",
    source: "https://learn.microsoft.com/azure/virtual-machines/extensions/custom-script-linux",
  },
];
