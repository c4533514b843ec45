import { isValues, type Value } from "../emulator/values";
import type { Block } from "../schema/types";
import type { Problem } from "./check";

const SOURCE = "https://developer.hashicorp.com/terraform/plugin/framework/handling-data/attributes#computed";

/** What is wrong with the whole, in the name of the rule. */
export const READ_ONLY = "read-only";

/** Arguments that only the provider sets. Terraform leaves it to providers to refuse them. */
export function readOnlySet(
  type: string,
  block: Block,
  config: Value,
  path: readonly string[] = [],
): Problem[] {
  if (Array.isArray(config)) return config.flatMap((item) => readOnlySet(type, block, item, path));
  if (!isValues(config)) return [];
  const attributes = Object.entries(block.attributes ?? {}).flatMap(([name, attribute]): Problem[] => {
    const here = [...path, name];
    const value = config[name] ?? null;
    const readOnly = attribute.computed && !attribute.optional;
    if (value !== null && readOnly) {
      return [
        {
          rule: `${type}/${READ_ONLY}`,
          path: here.slice(0, 1),
          says: `${here.join(".")}: only the provider sets it`,
          source: SOURCE,
        },
      ];
    }
    const nested = attribute.nested_type;
    return nested && nested.nesting_mode !== "map" ? readOnlySet(type, nested, value, here) : [];
  });
  const blocks = Object.entries(block.block_types ?? {}).flatMap(([name, nested]) =>
    nested.nesting_mode === "map"
      ? []
      : readOnlySet(type, nested.block, config[name] ?? null, [...path, name]),
  );
  return [...attributes, ...blocks];
}
