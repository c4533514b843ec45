import fs from "node:fs";
import path from "node:path";
import { AWS_VALUES } from "../../../rehearsal/aws/values";
import { AZURE_VALUES } from "../../../rehearsal/azure/values";
import { CLOUDFLARE_VALUES } from "../../../rehearsal/cloudflare/values";
import { World } from "../../../rehearsal/emulator/world";
import { KUBERNETES_VALUES } from "../../../rehearsal/kubernetes/values";
import { problems } from "../../../rehearsal/rules/check";
import { FORMATS, type Format } from "../../../rehearsal/rules/formats";
import { Bindings } from "../../../rehearsal/schema/bindings";
import type { Block } from "../../../rehearsal/schema/types";
import { TLS_VALUES } from "../../../rehearsal/tls/values";
import { PROJECT } from "../fixtures/command";

const says = (type: string, config: Record<string, never>, world = new World(), location?: string) =>
  problems(type, config, world, location).map((problem) => problem.says);

describe.each<[Format, string[], string[]]>([
  [
    "cidr",
    ["10.10.0.0/16", "2001:db8::/32", "0.0.0.0/0"],
    ["10.10.0.1/16", "10.10.0.0", "10.10.0.0/33", "300.0.0.0/8"],
  ],
  [
    "cidr or tag",
    ["*", "Internet", "203.0.113.7", "10.0.0.0/8", "AzureCloud.eastus2", "Sql"],
    ["10.0.0.1/8", "", "some where"],
  ],
  ["ipv4", ["203.0.113.7"], ["203.0.113", "2001:db8::1", "node.example.com"]],
  ["ip", ["203.0.113.7", "2001:db8::1"], ["203.0.113.256"]],
  ["ports", ["443", "8000-9000", "*", "0-65535"], ["70000", "9000-8000", "https", "1-"]],
  ["json", ["{}", "[1]"], ["{", ""]],
  [
    "yaml",
    ["a: 1\n---\nb: 2\n", "", 'a: "no"\n', "a: |\n  kind: A\n  apiVersion: v1\n  b: c\n"],
    [
      "a: [1\n",
      "a: 1\na: 2\n",
      "a: no\n",
      "no: a\n",
      "a: 1_000\n",
      "a: 0b101\n",
      "a: b\u2028c\n",
      "a: |\n  kind: A\n  apiVersion: v1\n  b: yes\n",
    ],
  ],
  ["base64", ["aGVsbG8=", ""], ["hello world!"]],
  [
    "host name",
    ["eu.example.com", "*.example.com", "_acme-challenge.example.com"],
    ["-eu.example.com", "eu..com", "https://eu"],
  ],
  ["object name", ["api-tls", "a.b"], ["Api", "-api", "a".repeat(254)]],
  ["label", ["api"], ["a.b", "a".repeat(64)]],
  ["quantity", ["1Gi", "500m", "0.5"], ["1 Gi", "one"]],
  [
    "url",
    ["https://example.com/charts", "oci://registry.example.com", "https://example.com?a=b"],
    [
      "example.com",
      "ftp://example.com",
      "https://me:secret@example.com",
      "https://example.com/{{ x }}",
      "https://a b",
    ],
  ],
  [
    "ssh key",
    ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAAA user@host"],
    ["AAAAC3Nz", "ssh-dss AAAAC3NzaC1lZDI1NTE5AAAAIAAA"],
  ],
  [
    "certificate",
    ["-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"],
    ["AAAA", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"],
  ],
  [
    "private key",
    ["-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n"],
    ["-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"],
  ],
  [
    "certificate request",
    ["-----BEGIN CERTIFICATE REQUEST-----\nAA\n-----END CERTIFICATE REQUEST-----"],
    ["-----BEGIN CERTIFICATE-----\nAA\n-----END CERTIFICATE-----"],
  ],
])("the form '%s'", (format, good, bad) => {
  it.each(good)("accepts %p", (text) => expect(FORMATS[format].test(text)).toBe(true));
  it.each(bad)("refuses %p", (text) => expect(FORMATS[format].test(text)).toBe(false));
});

const tables = {
  azurerm: AZURE_VALUES,
  aws: AWS_VALUES,
  cloudflare: CLOUDFLARE_VALUES,
  kubernetes: KUBERNETES_VALUES,
  helm: KUBERNETES_VALUES,
  tls: TLS_VALUES,
};

/** All types of a binding that a rule is for, as rules write them. */
function typesOf(provider: string, rule: RegExp): string[] {
  const lib = path.join(PROJECT, "node_modules/@cdktf", `provider-${provider}`, "lib");
  const names = fs.readdirSync(lib).map((folder) => folder.replaceAll("-", "_"));
  const types = names.map((name) =>
    name.startsWith(`data_${provider}`) ? `data.${name.slice(5)}` : `${provider}_${name}`,
  );
  return [...types, `provider.${provider}`].filter((type) => rule.test(type));
}

function hasPath(block: Block, [name = "", ...rest]: string[]): boolean {
  const attribute = block.attributes?.[name];
  if (rest.length === 0) return attribute !== undefined || block.block_types?.[name] !== undefined;
  if (attribute?.type?.[0] === "map") return true; // any key
  const item = attribute?.type?.[1]; // of blocks that can be written as a list
  if (Array.isArray(item) && item[0] === "object") return (rest[0] ?? "") in (item[1] as object);
  const inner = attribute?.nested_type ?? block.block_types?.[name]?.block;
  return inner !== undefined && hasPath(inner, rest);
}

function blockOf(type: string): Block | undefined {
  const provider = type.replace(/^(data|provider)\./, "").split("_")[0] as string;
  const bindings = Bindings.find(provider, PROJECT);
  if (type.startsWith("provider.")) return bindings?.provider().block;
  return bindings?.type(type.startsWith("data.") ? "data" : "resource", type.replace(/^data\./, ""))?.block;
}

const paths = Object.entries(tables).flatMap(([provider, { rules, demands = [], exposures = [] }]) => [
  ...rules.map(({ types, attribute, source }) => ({ provider, types, attribute, source })),
  ...demands.flatMap(({ types, needs, source }) =>
    needs.map((attribute) => ({ provider, types, attribute, source })),
  ),
  ...exposures.flatMap(({ types, within, ports, from, source }) =>
    [...ports, ...from].map((name) => {
      const attribute = within === undefined ? name : `${within}.${name}`;
      return { provider, types, attribute, source };
    }),
  ),
]);

it("every rule is about arguments that exist, and names its source", () => {
  const idle = paths.filter(({ provider, types, attribute, source }) => {
    const candidates = typesOf(provider, types);
    if (candidates.length === 0)
      return !Object.keys(tables).some((other) => typesOf(other, types).length > 0);
    const found = candidates.slice(0, 40).some((type) => hasPath(blockOf(type) ?? {}, attribute.split(".")));
    return !found || !source.startsWith("https://");
  });
  expect(idle).toEqual([]);
});

describe("a check", () => {
  const rule = {
    direction: "Inbound",
    access: "Allow",
    priority: 100,
    protocol: "Tcp",
    source_port_range: "*",
    destination_port_range: "443",
    source_address_prefix: "*",
    destination_address_prefix: "*",
  };
  const check = (change: object) => says("azurerm_network_security_rule", { ...rule, ...change } as never);

  it("has nothing against what is right", () => expect(check({})).toEqual([]));

  it("finds every problem at once", () => {
    expect(check({ priority: 1, access: "allow" })).toEqual([
      "priority: '1' is not between 100 and 4096",
      "access: 'allow' is not one of Allow, Deny",
    ]);
  });

  it.each([
    ["22", "*"],
    ["20-30", "Internet"],
    ["*", "0.0.0.0/0"],
  ])("finds administration open: ports %s from %s", (ports, from) => {
    expect(check({ destination_port_range: ports, source_address_prefix: from }).join()).toMatch(
      /port 22 is open to/,
    );
  });

  it.each([
    ["22", "203.0.113.0/24"],
    ["443", "*"],
  ])("accepts ports %s from %s", (ports, from) => {
    expect(check({ destination_port_range: ports, source_address_prefix: from })).toEqual([]);
  });

  it.each([
    ["both halves of the Internet", ["0.0.0.0/1", "128.0.0.0/1"], /'0.0.0.0\/1', wider than \/8/],
    [
      "five parts",
      ["3.0.0.0/8", "5.0.0.0/8", "7.0.0.0/8", "9.0.0.0/8", "11.0.0.0/8"],
      /5 networks that together/,
    ],
    ["half of IPv6", ["8000::/1"], /'8000::\/1', wider than \/32/],
    ["five of IPv6", [1, 2, 3, 4, 5].map((part) => `2001:${part}::/32`), /5 networks that together/],
  ])("finds administration open to %s", (_, from, wide) => {
    expect(
      check({
        destination_port_range: "22",
        source_address_prefix: null,
        source_address_prefixes: from,
      }).join(),
    ).toMatch(wide);
  });

  it.each([
    ["four parts, one of them twice", ["3.0.0.0/8", "5.0.0.0/8", "7.0.0.0/8", "9.0.0.0/8", "9.9.0.0/16"]],
    ["IPv6 of offices", ["2001:db8::/32", "2001:db9::/48", "2001:dba::7"]],
  ])("accepts administration from %s", (_, from) => {
    const change = {
      destination_port_range: "22",
      source_address_prefix: null,
      source_address_prefixes: from,
    };
    expect(check(change)).toEqual([]);
  });

  const open = { cidr_ipv4: "0.0.0.0/0", ip_protocol: "tcp" };
  it.each<[string, string, object]>([
    [
      "a range of two arguments",
      "aws_vpc_security_group_ingress_rule",
      { ...open, from_port: 20, to_port: 25 },
    ],
    ["every port", "aws_vpc_security_group_ingress_rule", { ...open, ip_protocol: "-1" }],
    [
      "a rule within its group",
      "aws_security_group",
      { ingress: [{ protocol: "tcp", from_port: 22, to_port: 22, cidr_blocks: ["0.0.0.0/2"] }] },
    ],
    [
      "a rule of the older kind",
      "aws_security_group_rule",
      { type: "ingress", protocol: "tcp", from_port: 0, to_port: 22, ipv6_cidr_blocks: ["::/0"] },
    ],
    [
      "a rule within its group on Azure",
      "azurerm_network_security_group",
      { security_rule: [{ ...rule, destination_port_range: "22" }] },
    ],
    [
      "the API of EKS, to a list",
      "aws_eks_cluster",
      { vpc_config: [{ endpoint_public_access: true, public_access_cidrs: ["0.0.0.0/1", "128.0.0.0/1"] }] },
    ],
    [
      "the API of EKS, to everybody as nobody is named",
      "aws_eks_cluster",
      { vpc_config: [{ endpoint_private_access: true }] },
    ],
    ["the API of a cluster of kOps", "kops_cluster", { api: [{ access: ["0.0.0.0/0"] }] }],
    ["the machines of a cluster of kOps", "kops_cluster", { ssh_access: ["0.0.0.0/1", "128.0.0.0/1"] }],
    [
      "the storage of states",
      "azurerm_storage_account",
      { network_rules: [{ default_action: "Deny", ip_rules: ["64.0.0.0/2"] }] },
    ],
  ])("finds %s open", (_, type, config) => {
    expect(says(type, config as never).join()).toMatch(/port (?:22|443)\b.* is open to/);
  });

  it.each<[string, string, object]>([
    ["HTTPS for everybody", "aws_vpc_security_group_ingress_rule", { ...open, from_port: 443, to_port: 443 }],
    [
      "UDP",
      "aws_vpc_security_group_ingress_rule",
      { ...open, ip_protocol: "udp", from_port: 22, to_port: 22 },
    ],
    [
      "other security groups",
      "aws_vpc_security_group_ingress_rule",
      { ip_protocol: "-1", referenced_security_group_id: "sg-1" },
    ],
    [
      "an API of EKS without a public side",
      "aws_eks_cluster",
      { vpc_config: [{ endpoint_public_access: false }] },
    ],
  ])("has nothing against %s", (_, type, config) => {
    expect(says(type, config as never).filter((each) => each.includes("is open to"))).toEqual([]);
  });

  it.each([
    ["azurerm_linux_virtual_machine", "size", "Standard_E4-2s_v5", "Standard_"],
    ["azurerm_virtual_network", "location", "West Europe", "-"],
    ["kubernetes_cluster_role_v1", "metadata.name", "system:node", "a/b"],
    ["kubernetes_secret_v1", "metadata.name", "a.b", "system:node"],
  ])("takes %s with %s %j, and not %j", (type, attribute, good, bad) => {
    const [name = "", inner] = attribute.split(".");
    const problemsWith = (value: string) =>
      says(type, { [name]: inner ? [{ [inner]: value }] : value } as never).filter((problem) =>
        problem.includes(value),
      );
    expect(problemsWith(good)).toEqual([]);
    expect(problemsWith(bad)).toHaveLength(1);
  });

  it("finds a rule of a security group that is for nobody", () => {
    const egress = {
      security_group_id: "sg-0123456789abcdef0",
      ip_protocol: "tcp",
      from_port: 1,
      to_port: 1,
    };
    const type = "aws_vpc_security_group_egress_rule";
    expect(says(type, { ...egress, cidr_ipv4: "203.0.113.0/24" } as never)).toEqual([]);
    expect(says(type, egress as never).join()).toMatch(/a rule says who is at the other end/);
  });

  it("never prints a secret", () => {
    const [problem] = says("tls_cert_request", { private_key_pem: "hunter2" } as never);
    expect(problem).toMatch(/^private_key_pem: the value is not a private key/);
  });

  it("knows where parts of a resource are", () => {
    const world = new World();
    const network = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/n";
    world.held.set(network, { workspace: "w", type: "azurerm_virtual_network", location: "westeurope" });
    const config = { ip_configuration: [{ subnet_id: `${network}/subnets/nodes` }] } as never;
    expect(says("azurerm_network_interface", config, world, "westeurope")).toEqual([]);
    expect(says("azurerm_network_interface", config, world, "centralus").join()).toMatch(
      /is in westeurope, but this is in centralus/,
    );
  });
});

it("a duration of a resource's own is one, whoever makes the resource", () => {
  const timed = (create: string) => says("demo_thing", { timeouts: { create } } as never);
  expect(timed("1h30m")).toEqual([]);
  expect(timed("660sec")).toEqual([expect.stringMatching(/'660sec' is not a duration such as 90s/)]);
});

it("databases are not for the world", () => {
  const rule = (cidr_ipv4: string) =>
    says("aws_vpc_security_group_ingress_rule", {
      ip_protocol: "tcp",
      from_port: 5432,
      to_port: 5432,
      cidr_ipv4,
    } as never);
  expect(rule("10.10.0.0/20")).toEqual([]);
  expect(rule("0.0.0.0/0")).toEqual([expect.stringMatching(/^port 5432 is open to .*: databases are for/)]);
});

it("a chart that is a name alone needs a repository", () => {
  const missing = (config: object) =>
    says("helm_release", config as never).filter((each) => /repository/.test(each));
  expect(missing({ chart: "./charts/own" })).toEqual([]);
  expect(missing({ chart: "traefik" })).toEqual([expect.stringMatching(/^repository is missing/)]);
});
