import fs from "node:fs";
import path from "node:path";
import { InputError } from "../input-error";
import { Bindings } from "./bindings";
import { compareSchemas, type Difference } from "./compare";
import { readSchemaFile, readSchemaFolder } from "./files";
import { restoreDescriptions } from "./restore";
import { markSensitive } from "./sensitive";
import type { ProviderSchema, Schema, TypeKind } from "./types";

/** A provider that a workspace requires. */
export interface Requirement {
  /** `registry.terraform.io/hashicorp/azurerm`. */
  readonly address: string;
  /** As `required_providers` has it. Emulated providers are of any version. */
  readonly version?: string;
  readonly resources: readonly string[];
  readonly data: readonly string[];
}

/**
 * Finds schemas: in the folder of real ones if there is one, else in the installed bindings, else in a
 * `<provider>.schema.json` beside the constructs of a provider that has no binding.
 */
export class SchemaSource {
  private readonly real: ReadonlyMap<string, ProviderSchema>;
  private own: ReadonlyMap<string, ProviderSchema> | undefined;
  private readonly bindings = new Map<string, Bindings | undefined>();
  private readonly known = new Map<string, Schema>();

  constructor(
    private readonly project: string,
    schemas?: string,
  ) {
    this.real = schemas ? readSchemaFolder(schemas) : new Map();
  }

  /** The part of a provider's schema that a workspace uses. */
  provider({ address, resources, data }: Requirement): ProviderSchema {
    return {
      provider: this.find(address, "provider"),
      resource_schemas: Object.fromEntries(
        resources.map((type) => [type, this.find(address, "resource", type)]),
      ),
      data_source_schemas: Object.fromEntries(data.map((type) => [type, this.find(address, "data", type)])),
    };
  }

  /** Where the schemas of a provider come from, for the report. */
  origin(address: string): "real" | "binding" | "project" {
    if (this.real.has(address)) return "real";
    return this.binding(address) ? "binding" : "project";
  }

  /** How the derived schemas of what a workspace uses differ from the real ones; nothing where there is only one. */
  compare({ address, resources, data }: Requirement): Difference[] {
    const real = this.real.get(address);
    const binding = this.binding(address);
    if (!real || !binding) return [];
    const pairs: [string, Schema | undefined, Schema | undefined][] = [
      [`provider.${binding.name}`, binding.provider(), real.provider],
      ...resources.map((type): (typeof pairs)[number] => [
        type,
        binding.type("resource", type),
        real.resource_schemas[type],
      ]),
      ...data.map((type): (typeof pairs)[number] => [
        `data.${type}`,
        binding.type("data", type),
        real.data_source_schemas[type],
      ]),
    ];
    return pairs.flatMap(([type, derived, actual]) =>
      derived && actual
        ? compareSchemas(type, markSensitive(type, derived).block, actual.block)
        : [
            {
              type,
              path: "",
              what: "kind",
              derived: derived ? "a type" : "nothing",
              real: actual ? "a type" : "nothing",
            },
          ],
    );
  }

  private find(address: string, kind: TypeKind | "provider", type = ""): Schema {
    const key = `${address} ${kind} ${type}`;
    const known = this.known.get(key) ?? this.lookUp(address, kind, type);
    this.known.set(key, known);
    return known;
  }

  private lookUp(address: string, kind: TypeKind | "provider", type: string): Schema {
    const binding = this.binding(address);
    const derived = () => {
      const schema = kind === "provider" ? binding?.provider() : binding?.type(kind, type);
      return (
        schema &&
        markSensitive(kind === "data" ? `data.${type}` : type || `provider.${binding?.name}`, schema)
      );
    };
    const ours = () => derived() ?? part(this.projectSchemas().get(address), kind, type);
    const real = this.real.get(address);
    if (real) {
      const schema = part(real, kind, type);
      if (schema) return restoreDescriptions(schema, real, ours);
    }
    const schema = ours();
    if (schema) return schema;
    throw new InputError(this.missing(address, kind, type));
  }

  private missing(address: string, kind: TypeKind | "provider", type: string): string {
    const name = address.split("/").at(-1);
    if (kind !== "provider" && (this.binding(address) || this.projectSchemas().has(address))) {
      return `${kind} type '${type}': provider ${address} has none of that name`;
    }
    return `provider ${address}: unsupported, there is no schema for it; install @cdktf/provider-${name}, put ${name}.schema.json beside its constructs, or pass --schemas`;
  }

  private binding(address: string): Bindings | undefined {
    const name = address.split("/").at(-1) as string;
    if (!this.bindings.has(name)) this.bindings.set(name, Bindings.find(name, this.project));
    return this.bindings.get(name);
  }

  /** `<provider>.schema.json` anywhere below `constructs/`, in the form of `terraform providers schema -json`. */
  private projectSchemas(): ReadonlyMap<string, ProviderSchema> {
    if (!this.own) {
      const root = path.join(this.project, "constructs");
      const files = fs.existsSync(root) ? fs.readdirSync(root, { recursive: true, encoding: "utf8" }) : [];
      const schemas = files.filter((file) => file.endsWith(".schema.json"));
      this.own = new Map(schemas.flatMap((file) => [...readSchemaFile(path.join(root, file))]));
    }
    return this.own;
  }
}

function part(
  schemas: ProviderSchema | undefined,
  kind: TypeKind | "provider",
  type: string,
): Schema | undefined {
  if (kind === "provider") return schemas?.provider;
  return kind === "resource" ? schemas?.resource_schemas[type] : schemas?.data_source_schemas[type];
}
