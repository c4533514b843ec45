import { azureDenial } from "../../../rehearsal/azure/firewall";
import type { WorldObject } from "../../../rehearsal/world/object";
import { estate, inOrder, resource, says } from "../fixtures/estate";

// biome-ignore lint/suspicious/noExplicitAny: tests put anything anywhere
type Any = any;

const group = { resource_group_name: "g", location: "westeurope" };
const id = (kind: string, name: string) =>
  `/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/${kind}/${name}`;

const rule = (priority: number, access: string, sources: string[], port: string) => ({
  ...group,
  name: `rule-${priority}`,
  network_security_group_name: "nsg",
  direction: "Inbound",
  protocol: "Tcp",
  priority,
  access,
  source_address_prefixes: sources,
  source_port_range: "*",
  destination_address_prefix: "*",
  destination_port_range: port,
});

const sound = (): Record<string, [type: string, values: Any]> => ({
  group: [
    "azurerm_resource_group",
    { name: "g", location: "westeurope", id: "/subscriptions/s/resourceGroups/g" },
  ],
  network: [
    "azurerm_virtual_network",
    { ...group, id: id("virtualNetworks", "net"), name: "net", address_space: ["10.10.0.0/16"] },
  ],
  subnet: [
    "azurerm_subnet",
    {
      ...group,
      id: `${id("virtualNetworks", "net")}/subnets/a`,
      name: "a",
      virtual_network_name: "net",
      address_prefixes: ["10.10.0.0/20"],
    },
  ],
  nsg: ["azurerm_network_security_group", { ...group, id: id("networkSecurityGroups", "nsg"), name: "nsg" }],
  guard: [
    "azurerm_subnet_network_security_group_association",
    {
      subnet_id: `${id("virtualNetworks", "net")}/subnets/a`,
      network_security_group_id: id("networkSecurityGroups", "nsg"),
    },
  ],
  https: ["azurerm_network_security_rule", rule(100, "Allow", ["203.0.113.0/24"], "443")],
  deny: ["azurerm_network_security_rule", rule(4096, "Deny", ["*"], "*")],
  address: [
    "azurerm_public_ip",
    { ...group, id: id("publicIPAddresses", "ip"), name: "ip", ip_address: "198.51.100.7" },
  ],
  card: [
    "azurerm_network_interface",
    {
      ...group,
      id: id("networkInterfaces", "nic"),
      name: "nic",
      ip_configuration: [
        {
          private_ip_address_allocation: "Static",
          private_ip_address: "10.10.0.4",
          subnet_id: `${id("virtualNetworks", "net")}/subnets/a`,
          public_ip_address_id: id("publicIPAddresses", "ip"),
        },
      ],
    },
  ],
  machine: [
    "azurerm_linux_virtual_machine",
    {
      ...group,
      name: "vm",
      admin_username: "ops",
      admin_ssh_key: [{ username: "ops" }],
      network_interface_ids: [id("networkInterfaces", "nic")],
    },
  ],
});

type Azure = ReturnType<typeof sound>;
const made = (change: (platform: Azure) => void): WorldObject[] => {
  const platform = sound();
  change(platform);
  return inOrder(Object.entries(platform).map(([name, [type, values]]) => resource(type, name, values)));
};
const values = (platform: Azure, name: string): Any => platform[name]?.[1];
const add = (platform: Azure, name: string, like: string, change: object) => {
  platform[name] = [platform[like]?.[0] as string, { ...values(platform, like), ...change }];
};

it("has nothing against a platform that is as it should be", () =>
  expect(says(made(() => undefined))).toEqual([]));

it.each<[string, (platform: Azure) => void, RegExp]>([
  [
    "a group of another name",
    (p) => (values(p, "network").resource_group_name = "h"),
    /'h' is not a resource group: nobody makes it; there are g/,
  ],
  [
    "a network of another name",
    (p) => (values(p, "subnet").virtual_network_name = "nte"),
    /'nte' is not a virtual network of this resource group/,
  ],
  [
    "a rule of no security group",
    (p) => (values(p, "https").network_security_group_name = "nsgs"),
    /'nsgs' is not a network security group/,
  ],
  [
    "two rules of one priority",
    (p) => (values(p, "https").priority = 4096),
    /priority 4096: azurerm_network_security_rule.https/,
  ],
  [
    "a subnet outside of its network",
    (p) => (values(p, "subnet").address_prefixes = ["10.20.0.0/20"]),
    /10.20.0.0\/20 is not part of its network/,
  ],
  [
    "subnets that overlap",
    (p) => add(p, "other", "subnet", { name: "b", id: "b", address_prefixes: ["10.10.8.0/21"] }),
    /overlaps that of azurerm_subnet.subnet/,
  ],
  [
    "an address outside of its subnet",
    (p) => (values(p, "card").ip_configuration[0].private_ip_address = "10.10.16.4"),
    /10.10.16.4 is not in its subnet/,
  ],
  [
    "an address of Azure's own",
    (p) => (values(p, "card").ip_configuration[0].private_ip_address = "10.10.0.3"),
    /10.10.0.3 is Azure's own/,
  ],
  [
    "a key for nobody",
    (p) => (values(p, "machine").admin_ssh_key[0].username = "opps"),
    /'opps' does not exist on the machine/,
  ],
  [
    "a subnet that nobody makes",
    (p) => (values(p, "card").ip_configuration[0].subnet_id = `${id("virtualNetworks", "net")}/subnets/b`),
    /subnets\/b' is not a subnet: nobody makes it/,
  ],
  [
    "an interface that nobody makes",
    (p) => (values(p, "machine").network_interface_ids = [id("networkInterfaces", "nci")]),
    /is not a network interface: nobody makes it/,
  ],
  [
    "an address in another zone than its machine",
    (p) => {
      values(p, "machine").zone = "1";
      values(p, "address").zones = ["2"];
    },
    /it is in zone 1, and its public address azurerm_public_ip.address in 2/,
  ],
  ["a machine behind no rules", (p) => delete p["guard"], /nothing reaches its public address/],
])("finds %s", (_, change, expected) => {
  expect(says(made(change)).join("\n")).toMatch(expected);
});

describe("what a machine is told to run", () => {
  const told = (config: string) => {
    const settings = JSON.stringify({ script: Buffer.from(config).toString("base64") });
    const node = (p: Azure) => {
      values(p, "machine").id = "vm-1";
      p["node"] = [
        "azurerm_virtual_machine_extension",
        {
          name: "node",
          virtual_machine_id: "vm-1",
          protected_settings: settings,
        },
      ];
    };
    return says(made(node)).join("\n");
  };

  it("is taken where it fits the machine", () =>
    expect(told("tls-san:\n  - 198.51.100.7\nnode-ip: 10.10.0.4\ndisable:\n  - traefik\n")).toBe(""));

  it.each([
    [
      "a setting that is misspelt",
      "tls-san: [198.51.100.7]\nnode-exteranl-ip: 10.10.0.4\n",
      /is node-external-ip meant/,
    ],
    ["a component that is misspelt", "tls-san: [198.51.100.7]\ndisable: [treafik]\n", /is traefik meant/],
    [
      "a flag that is misspelt",
      "tls-san: [198.51.100.7]\nkube-apiserver-arg: [audit-log-pth=/a]\n",
      /is audit-log-path meant/,
    ],
    [
      "another machine's address",
      "tls-san: [198.51.100.7]\nnode-ip: 10.10.0.9\n",
      /10.10.0.9 is not an address of the machine/,
    ],
    [
      "a mode that is none",
      "tls-san: [198.51.100.7]\nwrite-kubeconfig-mode: '888'\n",
      /'888' is not a mode such as 0600/,
    ],
  ])("is refused with %s", (_, config, expected) => expect(told(config)).toMatch(expected));
});

it("finds a rule that admits more than anybody needs", () => {
  const open = (p: Azure) => {
    values(p, "https").source_address_prefixes = ["0.0.0.0/0"];
    p["ranges"] = ["data.cloudflare_ip_ranges", { ipv4_cidrs: ["203.0.113.0/24"] }];
    p["record"] = [
      "cloudflare_dns_record",
      { name: "a.example.com", type: "A", content: "198.51.100.7", proxied: true, ttl: 1, zone_id: "z" },
    ];
  };
  expect(says(made(open)).join("\n")).toMatch(
    /admits everybody to port 443, where only Cloudflare, for a.example.com calls/,
  );
});

describe("a firewall", () => {
  const [of] = made(() => undefined) as [WorldObject];
  const denial = (from: string[], port: number, change: (platform: Azure) => void = () => undefined) =>
    azureDenial({ of, who: "users", from, to: "198.51.100.7", port, source: "" }, estate(made(change)))?.says;

  it("lets in whom a rule admits", () => expect(denial(["203.0.113.7/32"], 443)).toBeUndefined());

  it("names the rule that refuses", () => {
    expect(denial(["192.0.2.1/32"], 443)).toMatch(
      /refuses 192.0.2.1\/32 at port 443 by azurerm_network_security_rule.deny/,
    );
  });

  it.each<[string, (platform: Azure) => void]>([
    ["a direction", (p) => (values(p, "https").direction = "Outbound")],
    ["a priority behind the refusal", (p) => (values(p, "deny").priority = 99)],
    ["a port", (p) => (values(p, "https").destination_port_range = "444")],
    ["a protocol", (p) => (values(p, "https").protocol = "Udp")],
    ["a source", (p) => (values(p, "https").source_address_prefixes = ["203.0.114.0/24"])],
    ["a target", (p) => (values(p, "https").destination_address_prefix = "10.10.0.5")],
  ])("minds %s", (_, change) => expect(denial(["203.0.113.7/32"], 443, change)).toBeDefined());

  it("is content where anybody is admitted, if nobody in particular is asked for", () => {
    expect(denial([], 443)).toBeUndefined();
    expect(denial([], 6443)).toMatch(/admits nobody to port 6443/);
  });
});
