import { CLOUDS } from "../../../rehearsal/clouds";
import { replacingPaths } from "../../../rehearsal/emulator/replacement";
import { UNKNOWN, type Values } from "../../../rehearsal/emulator/values";
import { SchemaSource } from "../../../rehearsal/schema/source";
import type { Block } from "../../../rehearsal/schema/types";
import { PROJECT } from "../fixtures/command";

function hasPath(block: Block, [name = "", ...rest]: string[]): boolean {
  const attribute = block.attributes?.[name];
  if (rest.length === 0) return attribute !== undefined || block.block_types?.[name] !== undefined;
  const inner = attribute?.nested_type ?? block.block_types?.[name]?.block;
  return inner !== undefined && hasPath(inner, rest);
}

const schemas = new SchemaSource(PROJECT);

/** Who publishes a provider, where that is not its own name. */
const PUBLISHERS: Readonly<Record<string, string>> = { kops: "terraform-kops" };

/** Bindings are found by the provider's name, a schema of the project's own by its address as well. */
function blockOf(type: string): Block | undefined {
  const [name = ""] = type.split("_");
  const address = `registry.terraform.io/${PUBLISHERS[name] ?? name}/${name}`;
  return schemas.provider({ address, resources: [type], data: [] }).resource_schemas[type]?.block;
}

const all = CLOUDS.flatMap(({ lifetimes = [] }) => lifetimes);

it("every lifetime is about a type and about arguments that exist, and names its source", () => {
  const idle = all.flatMap(({ type, replacedBy, source }) => {
    const block = blockOf(type);
    if (!block || !source.startsWith("https://")) return [type];
    const paths = replacedBy.filter((path) => path !== "*").map((path) => path.replace("!", ""));
    return paths.filter((path) => !hasPath(block, path.split("."))).map((path) => `${type} ${path}`);
  });
  expect(idle).toEqual([]);
});

it("no type has two", () => {
  const types = all.map(({ type }) => type);
  expect(types.filter((type, index) => types.indexOf(type) !== index)).toEqual([]);
});

describe("a change", () => {
  const replacing = (type: string, prior: Values, planned: Values) =>
    replacingPaths(type, prior, planned).flatMap(({ steps }) => steps.map((step) => Object.values(step)[0]));
  const machine = { name: "a", size: "small", os_disk: [{ name: "d", caching: "None" }], tags: null };

  it.each<[string, Values, string[]]>([
    ["of an argument that replaces", { name: "b" }, ["name"]],
    ["of one that does not", { size: "large" }, []],
    ["inside a block, of one that does", { os_disk: [{ name: "e", caching: "None" }] }, ["os_disk"]],
    ["inside a block, of one that does not", { os_disk: [{ name: "d", caching: "ReadOnly" }] }, []],
    ["to what is not known yet", { name: UNKNOWN }, ["name"]],
    ["of nothing", {}, []],
  ])("%s", (_, change, paths) => {
    expect(replacing("azurerm_linux_virtual_machine", machine, { ...machine, ...change })).toEqual(paths);
  });

  it("of anything but what is excepted replaces a certificate", () => {
    const certificate = { dns_names: ["a"], early_renewal_hours: 1 };
    expect(replacing("tls_self_signed_cert", certificate, { ...certificate, dns_names: ["b"] })).toEqual([
      "dns_names",
    ]);
    expect(
      replacing("tls_self_signed_cert", certificate, { ...certificate, early_renewal_hours: 2 }),
    ).toEqual([]);
  });

  it("compares numbers, however they travelled", () => {
    expect(replacing("random_password", { length: 32n }, { length: 32 })).toEqual([]);
  });

  it("replaces nothing that is only being made, or of which nothing is known", () => {
    expect(replacingPaths("random_password", null, { length: 32 })).toEqual([]);
    expect(replacing("demo_everything", { name: "a" }, { name: "b" })).toEqual([]);
  });
});
