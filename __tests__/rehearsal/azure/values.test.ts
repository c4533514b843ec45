import { World } from "../../../rehearsal/emulator/world";
import { problems } from "../../../rehearsal/rules/check";

type Config = Record<string, unknown>;

const found = (type: string, config: Config) =>
  problems(`azurerm_${type}`, config as never, new World(), undefined).map(
    ({ severity = "error", says }) => `${severity}: ${says}`,
  );

const SOUND: Readonly<Record<string, Config>> = {
  linux_virtual_machine: {
    name: "vm",
    location: "westeurope",
    size: "Standard_D2s_v5",
    admin_username: "operator",
    admin_ssh_key: [{ public_key: `ssh-ed25519 ${"A".repeat(60)} me` }],
    os_disk: [{ caching: "ReadWrite", storage_account_type: "Premium_LRS", disk_size_gb: 64 }],
    source_image_reference: [
      { publisher: "Canonical", offer: "ubuntu-24_04-lts", sku: "server", version: "latest" },
    ],
    zone: "1",
  },
  network_interface: {
    name: "nic",
    location: "West Europe",
    ip_configuration: [{ private_ip_address_allocation: "Static", private_ip_address: "10.0.0.4" }],
  },
  network_security_rule: {
    name: "https",
    direction: "Inbound",
    access: "Allow",
    priority: 100,
    protocol: "Tcp",
    source_port_range: "*",
    destination_port_range: "443",
    source_address_prefix: "AzureLoadBalancer",
    destination_address_prefix: "10.0.0.4",
  },
  public_ip: {
    name: "ip",
    location: "eastus2",
    allocation_method: "Static",
    sku: "Standard",
    zones: ["1", "2"],
  },
  role_assignment: {
    role_definition_name: "Storage Blob Data Contributor",
    principal_id: "11111111-1111-1111-1111-111111111111",
    scope: "/subscriptions/x",
  },
  storage_account: {
    name: "state",
    location: "northeurope",
    account_tier: "Standard",
    account_replication_type: "ZRS",
    network_rules: [{ default_action: "Deny", bypass: ["AzureServices"], ip_rules: ["203.0.113.7"] }],
  },
  subnet: { name: "nodes", address_prefixes: ["10.0.0.0/20"], service_endpoints: ["Microsoft.Storage"] },
  virtual_machine_extension: {
    name: "script",
    publisher: "Microsoft.Azure.Extensions",
    type: "CustomScript",
    type_handler_version: "2.1",
  },
  virtual_network: { name: "net", location: "westeurope", address_space: ["10.0.0.0/16"] },
};

it.each(Object.keys(SOUND))("has nothing against a %s as Azure takes it", (type) =>
  expect(found(type, SOUND[type] as Config)).toEqual([]),
);

it.each([
  ["Standard_B2s"],
  ["Standard_B2ats_v2"],
  ["Standard_E4-2s_v5"],
  ["Standard_DS2_v2"],
  ["Standard_M8ms"],
  ["Standard_NC24ads_A100_v4"],
  ["Standard_ND96isr_H100_v5"],
  ["Standard_M176s_3_v3"],
  ["Standard_L32aos_v4"],
  ["Standard_D2nls_v6"],
  ["Standard_FX4mds"],
])("knows the size %s", (size) => {
  const disk = [{ storage_account_type: "Standard_LRS" }];
  expect(found("linux_virtual_machine", { ...SOUND["linux_virtual_machine"], size, os_disk: disk })).toEqual(
    [],
  );
});

const image = (sku: string) => ({
  source_image_reference: [{ publisher: "Canonical", offer: "ubuntu-24_04-lts", sku, version: "latest" }],
});

it.each<[string, Config, RegExp]>([
  ["linux_virtual_machine", { size: "Standard_B2sm" }, /error: size: 'Standard_B2sm' is not a size/],
  ["linux_virtual_machine", { size: "Standrad_B2s" }, /error: size/],
  ["linux_virtual_machine", { size: "Standard_D2_v5" }, /not a size with premium storage/],
  ["linux_virtual_machine", { size: "Standard_D2ps_v5" }, /is not an image for Arm/],
  ["linux_virtual_machine", image("server-arm64"), /is not a size for an image for Arm/],
  ["linux_virtual_machine", image("servre"), /error: .*sku: 'servre' is not known; is server meant/],
  ["linux_virtual_machine", { zone: "4" }, /error: zone: '4' is not one of 1, 2, 3/],
  [
    "linux_virtual_machine",
    { location: "westus" },
    /error: zone: '1' is not good in this region, which has no/,
  ],
  ["linux_virtual_machine", { location: "West US" }, /which has no availability zones/],
  ["linux_virtual_machine", { eviction_policy: "Delete" }, /only Spot is evicted/],
  ["linux_virtual_machine", { os_disk: [{ disk_size_gb: 5000 }] }, /disk_size_gb: '5000' is not between/],
  ["virtual_network", { location: "westeurpoe" }, /error: .*'westeurpoe' is not known; is westeurope meant/],
  ["virtual_network", { location: "westus4" }, /warning: location: 'westus4' is not known/],
  ["virtual_network", { location: "moonbase" }, /warning: location: 'moonbase' is not known/],
  ["virtual_network", { address_space: ["10.0.0.0/30"] }, /between \/2 and \/29/],
  ["virtual_network", { address_space: ["169.254.0.0/16"] }, /a range that Azure can route/],
  ["subnet", { address_prefixes: ["10.0.0.0/30"] }, /between \/2 and \/29/],
  ["subnet", { name: "GatewaySubnt" }, /is GatewaySubnet meant/],
  ["subnet", { name: "AzureBastionSubnet", address_prefixes: ["10.0.0.0/27"] }, /\/26 or larger/],
  ["subnet", { service_endpoints: ["Microsoft.Storag"] }, /error: .*is Microsoft.Storage meant/],
  ["public_ip", { allocation_method: "Dynamic" }, /is not Static, the only one that a Standard address has/],
  ["public_ip", { sku: null, allocation_method: "Dynamic" }, /is not Static/],
  ["public_ip", { zones: ["0"] }, /'0' is not one of 1, 2, 3/],
  ["network_security_rule", { source_address_prefix: "VirtualNetwrok" }, /is VirtualNetwork meant/],
  [
    "network_security_rule",
    { source_address_prefixes: ["203.0.113.0/24"] },
    /only one of the two may be given/,
  ],
  ["network_security_rule", { description: "a".repeat(141) }, /at most 140 characters/],
  [
    "network_interface",
    { ip_configuration: [{ private_ip_address_allocation: "Dynamic", private_ip_address: "10.0.0.4" }] },
    /where Azure chooses the address/,
  ],
  ["storage_account", { account_tier: "Premium", account_replication_type: "GRS" }, /one of LRS, ZRS/],
  ["storage_account", { network_rules: [{ ip_rules: ["203.0.113.0/31"] }] }, /of \/30 or larger/],
  ["storage_account", { network_rules: [{ ip_rules: ["10.0.0.4"] }] }, /a public address/],
  ["role_assignment", { role_definition_name: "Contributer" }, /is Contributor meant/],
  ["role_assignment", { principal_id: "somebody" }, /an object id of Microsoft Entra/],
  ["virtual_machine_extension", { type: "CustomScirpt" }, /is CustomScript meant/],
  ["virtual_machine_extension", { publisher: "Microsoft.Compute" }, /is not the publisher of CustomScript/],
])("finds in a %s %j", (type, change, expected) => {
  expect(found(type, { ...SOUND[type], ...change }).join("\n")).toMatch(expected);
});
