import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Bindings } from "../../../rehearsal/schema/bindings";
import { typeText } from "../../../rehearsal/schema/compare";
import type { Attribute, Schema, TypeKind } from "../../../rehearsal/schema/types";
import { PROJECT } from "../fixtures/command";

const schemaOf = (provider: string, kind: TypeKind, type: string): Schema =>
  Bindings.find(provider, PROJECT)?.type(kind, type) as Schema;

const attribute = (provider: string, kind: TypeKind, type: string, name: string): Attribute =>
  schemaOf(provider, kind, type).block.attributes?.[name] as Attribute;

// What the providers' documentation says of these arguments, one example of each case that bindings distinguish.
describe("a binding tells", () => {
  it.each([
    ["optional", attribute("azurerm", "resource", "azurerm_subnet", "address_prefixes"), { optional: true }],
    [
      "required",
      attribute("azurerm", "resource", "azurerm_subnet", "virtual_network_name"),
      { required: true },
    ],
    ["optional", attribute("azurerm", "resource", "azurerm_resource_group", "tags"), { optional: true }],
    ["computed", attribute("azurerm", "resource", "azurerm_public_ip", "ip_address"), { computed: true }],
    [
      "optional and computed",
      attribute("aws", "resource", "aws_subnet", "availability_zone"),
      { optional: true, computed: true },
    ],
    [
      "write-only",
      attribute("kubernetes", "resource", "kubernetes_secret_v1", "data_wo"),
      { optional: true, write_only: true },
    ],
  ])("what is %s", (_, { required, optional, computed, write_only }, expected) => {
    const flags = { required, optional, computed, write_only };
    expect(Object.fromEntries(Object.entries(flags).filter(([, value]) => value))).toEqual(expected);
  });

  it.each([
    ["string", attribute("azurerm", "resource", "azurerm_subnet", "name")],
    ["number", attribute("azurerm", "resource", "azurerm_network_security_rule", "priority")],
    ["bool", attribute("helm", "resource", "helm_release", "atomic")],
    ["list(string)", attribute("helm", "resource", "helm_release", "values")],
    [
      "set(string)",
      attribute("azurerm", "resource", "azurerm_network_security_rule", "destination_port_ranges"),
    ],
    ["map(string)", attribute("azurerm", "resource", "azurerm_virtual_network", "tags")],
    ["dynamic", attribute("kubernetes", "resource", "kubernetes_manifest", "manifest")],
    ["list(string)", attribute("cloudflare", "data", "cloudflare_ip_ranges", "ipv4_cidrs")],
  ])("a type: %s", (type, found) => expect(typeText(found.type ?? "dynamic")).toBe(type));

  it("objects that are written as attributes from blocks", () => {
    const { block } = schemaOf("azurerm", "resource", "azurerm_network_security_group");
    expect(block.block_types).not.toHaveProperty("security_rule");
    expect(typeText(block.attributes?.["security_rule"]?.type ?? "dynamic")).toMatch(
      /^set\(object\(\{access=string, /,
    );
  });

  it("nested attributes from blocks, which its own HCL does not", () => {
    const { block } = schemaOf("cloudflare", "resource", "cloudflare_dns_record");
    expect(block).not.toHaveProperty("block_types");
    expect(block.attributes?.["settings"]?.nested_type).toMatchObject({ nesting_mode: "single" });
    expect(block.attributes?.["data"]?.nested_type?.attributes["flags"]?.type).toBe("dynamic");
  });

  it("how many blocks there may be", () => {
    const { block } = schemaOf("azurerm", "resource", "azurerm_linux_virtual_machine");
    expect(block.block_types?.["os_disk"]).toMatchObject({
      nesting_mode: "list",
      min_items: 1,
      max_items: 1,
    });
    expect(block.block_types?.["admin_ssh_key"]).toMatchObject({ nesting_mode: "set" });
    expect(block.block_types?.["admin_ssh_key"]).not.toHaveProperty("max_items");
    expect(block.block_types?.["timeouts"]).toMatchObject({ nesting_mode: "single" });
  });

  it("structures that lie in files of their own", () => {
    const { block } = schemaOf("kubernetes", "resource", "kubernetes_deployment_v1");
    const pod =
      block.block_types?.["spec"]?.block.block_types?.["template"]?.block.block_types?.["spec"]?.block;
    expect(pod?.block_types?.["container"]?.block.attributes).toHaveProperty("image");
  });

  it("a type whose name TypeScript reserves", () => {
    expect(attribute("random", "resource", "random_string", "result")).toMatchObject({ computed: true });
  });

  it("the provider's own arguments, without those that cdktf adds", () => {
    const { attributes } = Bindings.find("helm", PROJECT)?.provider().block ?? {};
    expect(attributes?.["kubernetes"]?.nested_type?.attributes).toHaveProperty("config_path");
    expect(attributes).not.toHaveProperty("alias");
  });
});

it("has nothing to say of a type that the provider does not have", () => {
  expect(Bindings.find("azurerm", PROJECT)?.type("resource", "azurerm_subnett")).toBeUndefined();
});

describe("the cache", () => {
  const home = fs.mkdtempSync(path.join(os.tmpdir(), "schema-cache-"));
  const before = process.env["XDG_CACHE_HOME"];
  afterAll(() => {
    process.env["XDG_CACHE_HOME"] = before;
    fs.rmSync(home, { recursive: true });
  });

  it("holds one file for each type in use, and is made anew where it is damaged", () => {
    process.env["XDG_CACHE_HOME"] = home;
    const fresh = schemaOf("tls", "resource", "tls_private_key");
    const [file = ""] = fs
      .readdirSync(home, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".json"))
      .map((name) => path.join(home, name));
    expect(path.basename(file)).toBe("resource-tls_private_key.json");
    fs.writeFileSync(file, '{"version":');
    expect(schemaOf("tls", "resource", "tls_private_key")).toEqual(fresh);
    expect(JSON.parse(fs.readFileSync(file, "utf8"))).toEqual(fresh);
  });
});
