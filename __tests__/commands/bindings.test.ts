import fs from "node:fs";
import path from "node:path";
import {
  addressOf,
  type BindingsRequest,
  type ProviderSchemas,
  trimSchema,
} from "../../commands/bindings-schema";
import { generate, providersWithBindings } from "../../commands/provider-bindings";

const request: BindingsRequest = {
  source: "example/cloud",
  version: "1.0.0",
  types: { cloud_machine: ["size", "disk.encrypted"], "data.cloud_zone": "*" },
};

const schemas: ProviderSchemas = {
  format_version: "1.0",
  provider_schemas: {
    "registry.terraform.io/example/cloud": {
      provider: { block: { attributes: { token: { required: true } } } },
      resource_schemas: {
        cloud_machine: {
          version: 1,
          block: {
            attributes: { name: { required: true }, size: {}, description: {} },
            block_types: {
              disk: { block: { attributes: { encrypted: {}, speed: {} } } },
              network: { min_items: 1, block: { attributes: { id: { required: true } } } },
              backup: { block: {} },
            },
          },
        },
        cloud_bucket: { block: {} },
      },
      data_source_schemas: { cloud_zone: { block: { attributes: { id: {} } } } },
    },
  },
};

describe("a provider's schema", () => {
  const trimmed = trimSchema(schemas, request).provider_schemas["registry.terraform.io/example/cloud"];

  it("keeps the types that are asked for", () => {
    expect(Object.keys(trimmed?.resource_schemas ?? {})).toEqual(["cloud_machine"]);
    expect(trimmed?.data_source_schemas).toEqual({ cloud_zone: { block: { attributes: { id: {} } } } });
  });

  it("keeps of a type what is required and what is named, with the part of a block that a path names", () => {
    expect(trimmed?.resource_schemas["cloud_machine"]?.block).toEqual({
      attributes: { name: { required: true }, size: {} },
      block_types: {
        disk: { block: { attributes: { encrypted: {} }, block_types: {} } },
        network: { min_items: 1, block: { attributes: { id: { required: true } } } },
      },
    });
  });

  it.each([
    ["a type", { cloud_machin: "*" }, "registry.terraform.io/example/cloud 1.0.0 has no cloud_machin"],
    ["an argument", { cloud_machine: ["sise"] }, "cloud_machine has no sise"],
    ["a part of a block", { cloud_machine: ["disk.encripted"] }, "cloud_machine.disk has no encripted"],
  ] as const)("refuses %s that the provider does not have", (_, types, message) => {
    expect(() => trimSchema(schemas, { ...request, types })).toThrow(message);
  });

  it("drops prose, not an argument named description", () => {
    const prose = { description: "How large.", description_kind: "plain" };
    const wordy: ProviderSchemas = {
      format_version: "1.0",
      provider_schemas: {
        [addressOf(request)]: {
          provider: { block: {} },
          resource_schemas: { cloud_machine: { block: { attributes: { description: prose } } } },
          data_source_schemas: {},
        },
      },
    };
    const kept = trimSchema(wordy, { ...request, types: { cloud_machine: "*" } });
    const machine = kept.provider_schemas[addressOf(request)]?.resource_schemas["cloud_machine"];
    expect(machine?.block.attributes).toEqual({ description: {} });
  });
});

describe.each(providersWithBindings().map((files) => [files.provider, files] as const))("%s", (_, files) => {
  it("has the bindings that its schema gives", async () => {
    const committed = fs
      .readdirSync(files.bindings, { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts"))
      .map((file) => [file, fs.readFileSync(path.join(files.bindings, file), "utf8")]);
    expect(Object.fromEntries(committed)).toEqual(await generate(files));
  });

  it("has a schema of exactly the types that are asked for", () => {
    const { types, ...wanted } = JSON.parse(fs.readFileSync(files.request, "utf8")) as BindingsRequest;
    const committed = JSON.parse(fs.readFileSync(files.schema, "utf8")) as ProviderSchemas;
    expect(trimSchema(committed, { ...wanted, types })).toEqual(committed);
  });

  it("has classes that somebody imports, and no others", () => {
    const root = path.join(__dirname, "../..");
    const sources = ["constructs", "stacks"]
      .flatMap((room) =>
        fs
          .readdirSync(path.join(root, room), { recursive: true, encoding: "utf8" })
          .map((file) => path.join(root, room, file)),
      )
      .filter((file) => file.endsWith(".ts") && !file.includes("/bindings/"))
      .map((file) => fs.readFileSync(file, "utf8"))
      .join("\n");
    const folders = fs.readdirSync(files.bindings);
    expect(folders.filter((folder) => !sources.includes(`bindings/${folder}"`))).toEqual([]);
  });
});
