import type { Attribute, Block, NestedType } from "../schema/types";
import { isValues, UNKNOWN, type Value, type Values } from "./values";

/**
 * What a provider plans: the proposed values, except that computed ones which are not configured are known only after apply,
 * and write-only ones are never stored.
 */
export function planValues(block: Block, proposed: Values): Values {
  const planned: Values = {};
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    planned[name] = planAttribute(attribute, proposed[name] ?? null);
  }
  for (const [name, { block: inner, nesting_mode }] of Object.entries(block.block_types ?? {})) {
    planned[name] = eachObject(proposed[name] ?? null, nesting_mode, (values) => planValues(inner, values));
  }
  return planned;
}

function planAttribute(attribute: Attribute, value: Value): Value {
  if (attribute.write_only) return null;
  if (value === null) return attribute.computed ? UNKNOWN : null;
  const nested = attribute.nested_type;
  return nested ? eachObject(value, nested.nesting_mode, (values) => planValues(nested, values)) : value;
}

/** Calls back for each object of a block or nested attribute, and leaves null and unknown as they are. */
export function eachObject(
  value: Value,
  nesting: NestedType["nesting_mode"] | "group",
  change: (values: Values, key: string | number | undefined) => Value,
): Value {
  if (Array.isArray(value)) return value.map((item, i) => (isValues(item) ? change(item, i) : item));
  if (!isValues(value)) return value;
  if (nesting !== "map") return change(value, undefined);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, isValues(item) ? change(item, key) : item]),
  );
}
