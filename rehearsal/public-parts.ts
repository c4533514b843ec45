import fs from "node:fs";
import type { PublicText } from "./canaries";
import type { Attribute, Block, ProviderSchema } from "./schema/types";

interface State {
  readonly outputs?: Record<string, { readonly value: unknown; readonly sensitive?: boolean }>;
  readonly resources?: readonly {
    readonly mode: "managed" | "data";
    readonly type: string;
    readonly name: string;
    /** `provider["registry.terraform.io/hashicorp/tls"]`, perhaps with an alias. */
    readonly provider: string;
    readonly instances: readonly { readonly attributes: Record<string, unknown> }[];
  }[];
}

/**
 * What of a state others can see: outputs that are not sensitive, and every argument that its provider does not call
 * sensitive. Terraform shows those in plans, and clouds and clusters show them to every reader: names, tags,
 * annotations, ConfigMaps, Helm values, plain settings, URLs. That a value is marked in the configuration changes only
 * the former.
 */
export function publicParts(
  file: string,
  schemaOf: (provider: string) => ProviderSchema | undefined,
): PublicText[] {
  const { outputs = {}, resources = [] } = JSON.parse(fs.readFileSync(file, "utf8")) as State;
  const shown = Object.entries(outputs).filter(([, { sensitive }]) => !sensitive);
  return [
    ...shown.map(([name, { value }]) => ({ name: `output ${name}`, text: asText(value) })),
    ...resources.flatMap(({ mode, type, name, provider, instances }) => {
      const address = `${mode === "data" ? "data." : ""}${type}.${name}`;
      const schema = schemaOf(/\["([^"]+)"\]/.exec(provider)?.[1] ?? "");
      const block = schema?.[mode === "data" ? "data_source_schemas" : "resource_schemas"][type]?.block;
      if (!block) return []; // Terraform's own, such as terraform_remote_state
      return instances.flatMap(({ attributes }) =>
        inBlock(block, attributes, "").map(({ name: path, text }) => ({
          name: `${path} of ${address}`,
          text,
        })),
      );
    }),
  ];
}

/** Sensitive for what it may hold, but a machine's every process reads it. */
const USER_DATA = /^(custom_data|user_data)(_base64)?$/;

function inBlock(block: Block, values: Record<string, unknown>, path: string): PublicText[] {
  const attributes = Object.entries(block.attributes ?? {}).flatMap(([name, attribute]) =>
    inAttribute(name, attribute, values[name], path + name),
  );
  const blocks = Object.entries(block.block_types ?? {}).flatMap(([name, { block: inner, nesting_mode }]) =>
    objectsIn(values[name], nesting_mode).flatMap((value) => inBlock(inner, value, `${path}${name}.`)),
  );
  return [...attributes, ...blocks];
}

function inAttribute(name: string, attribute: Attribute, value: unknown, path: string): PublicText[] {
  if (value === null || value === undefined) return [];
  if (attribute.sensitive && !USER_DATA.test(name)) return [];
  const nested = attribute.nested_type;
  if (!nested) return [{ name: path, text: asText(value) }];
  return objectsIn(value, nested.nesting_mode).flatMap((inner) => inBlock(nested, inner, `${path}.`));
}

function objectsIn(value: unknown, nesting: string): Record<string, unknown>[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value as Record<string, unknown>[];
  return nesting === "map"
    ? (Object.values(value) as Record<string, unknown>[])
    : [value as Record<string, unknown>];
}

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
