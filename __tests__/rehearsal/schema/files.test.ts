import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { compareSchemas } from "../../../rehearsal/schema/compare";
import { SchemaSource } from "../../../rehearsal/schema/source";
import type { Block } from "../../../rehearsal/schema/types";
import { PROJECT } from "../fixtures/command";
import { demoProject } from "../fixtures/demo";

const address = "registry.terraform.io/hashicorp/tls";
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "schema-files-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const write = (name: string, attributes: object): string => {
  const schemas = {
    provider_schemas: {
      [address]: { resource_schemas: { tls_private_key: { version: 1, block: { attributes } } } },
    },
  };
  const made = fs.mkdtempSync(path.join(folder, "schemas-"));
  const text = JSON.stringify(schemas);
  fs.writeFileSync(path.join(made, name), name.endsWith(".gz") ? gzipSync(text) : text);
  return made;
};

const use = { address, resources: ["tls_private_key"], data: [] };

it.each(["tls.json", "tls.json.gz"])("real schemas in %s take precedence over bindings", (name) => {
  const source = new SchemaSource(PROJECT, write(name, { algorithm: { type: "string", required: true } }));
  expect(source.origin(address)).toBe("real");
  expect(source.provider(use).resource_schemas["tls_private_key"]).toMatchObject({
    version: 1,
    block: { attributes: { algorithm: { required: true } } },
  });
});

it("bindings serve what the real schemas lack", () => {
  const source = new SchemaSource(PROJECT, write("tls.json", {}));
  const schema = source.provider({ ...use, resources: ["tls_cert_request"] }).resource_schemas[
    "tls_cert_request"
  ];
  expect(schema?.block.attributes).toHaveProperty("cert_request_pem");
});

it("arguments named description, lost with the descriptions, come from the project's own schema where there is no binding", () => {
  const demo = "registry.terraform.io/example/demo";
  const project = demoProject(fs.mkdtempSync(path.join(folder, "project-")));
  const file = path.join(project, "constructs/demo/demo.schema.json");
  const own = JSON.parse(fs.readFileSync(file, "utf8"));
  const { block } = own.provider_schemas[demo].resource_schemas.demo_everything;
  const real = fs.mkdtempSync(path.join(folder, "real-"));
  fs.writeFileSync(path.join(real, "demo.json"), JSON.stringify(own));
  block.attributes.description = { type: "string", optional: true };
  fs.writeFileSync(file, JSON.stringify(own));
  const source = new SchemaSource(project, real);
  const { resource_schemas } = source.provider({ address: demo, resources: ["demo_everything"], data: [] });
  expect(source.origin(demo)).toBe("real");
  expect(resource_schemas["demo_everything"]?.block.attributes).toHaveProperty("description");
});

it("marks what is secret in derived schemas", () => {
  const { attributes } =
    new SchemaSource(PROJECT).provider(use).resource_schemas["tls_private_key"]?.block ?? {};
  expect(attributes?.["private_key_pem"]).toMatchObject({ sensitive: true });
  expect(attributes?.["public_key_pem"]).not.toHaveProperty("sensitive");
});

describe("a comparison", () => {
  const derived: Block = {
    attributes: { name: { type: "string", required: true }, size: { type: "number", optional: true } },
    block_types: { port: { nesting_mode: "list", block: {}, max_items: 1 } },
  };

  it("finds nothing between equals", () => expect(compareSchemas("demo", derived, derived)).toEqual([]));

  it.each<[string, Block, object]>([
    ["a missing argument", { attributes: {} }, { path: "name", what: "kind", real: "nothing" }],
    [
      "another type",
      { attributes: { size: { type: "string", optional: true } } },
      { path: "size", what: "type" },
    ],
    [
      "a secret",
      { attributes: { name: { type: "string", required: true, sensitive: true } } },
      { path: "name", what: "sensitive" },
    ],
    [
      "an attribute that is a block",
      { attributes: { port: { type: ["list", "string"], optional: true } } },
      { path: "port", what: "kind" },
    ],
    [
      "another nesting",
      { block_types: { port: { nesting_mode: "set", block: {}, max_items: 1 } } },
      { path: "port", what: "nesting" },
    ],
  ])("finds %s, and does not explain it away", (_, real, expected) => {
    const differences = compareSchemas("demo", derived, real).filter(
      ({ path: at }) => at === (expected as { path: string }).path,
    );
    expect(differences).toEqual([expect.objectContaining({ ...expected, type: "demo" })]);
    expect(differences[0]).not.toHaveProperty("explanation");
  });

  it("explains an attribute that the provider got later, and no other that the bindings lack", () => {
    const real: Block = {
      attributes: {
        private_routing: { type: "bool", optional: true },
        private_rooting: { type: "bool", optional: true },
      },
    };
    const [unknown, later] = compareSchemas("cloudflare_dns_record", {}, real);
    expect(later?.explanation).toMatch(/since 5\.19\.0/);
    expect(unknown).not.toHaveProperty("explanation");
    expect(compareSchemas("cloudflare_zone", {}, real)[1]).not.toHaveProperty("explanation");
  });

  it("explains counts that bindings do not carry", () => {
    const real: Block = {
      ...derived,
      block_types: { port: { nesting_mode: "list", block: {}, max_items: 3 } },
    };
    const open: Block = { ...derived, block_types: { port: { nesting_mode: "list", block: {} } } };
    expect(compareSchemas("demo", open, real)[0]?.explanation).toMatch(/no other number of items/);
  });
});
