import type { Attribute, Block } from "../schema/types";
import { isValues, type Value, type Values } from "./values";

/**
 * State as if one argument had been changed outside of Terraform: the first that only the configuration can
 * have set. Unchanged where there is none.
 */
export function drifted(block: Block, state: Values): Values {
  const names = Object.keys(block.attributes ?? {}).sort((a, b) => rank(a) - rank(b));
  for (const name of names) {
    const changed = driftedAttribute(block.attributes?.[name] as Attribute, state[name] ?? null);
    if (changed !== undefined) return { ...state, [name]: changed };
  }
  for (const [name, nested] of Object.entries(block.block_types ?? {})) {
    const value = state[name];
    const first = Array.isArray(value) ? value[0] : value;
    if (!isValues(first)) continue;
    const changed = drifted(nested.block, first);
    if (changed !== first)
      return { ...state, [name]: Array.isArray(value) ? [changed, ...value.slice(1)] : changed };
  }
  return state;
}

/** Tags and the like drift first: that is the drift that people meet most, and it replaces nothing. */
function rank(name: string): number {
  if (/^(tags|labels)$/.test(name)) return 0;
  return name === "name" ? 2 : 1;
}

function driftedAttribute(attribute: Attribute, value: Value): Value | undefined {
  if (attribute.computed || attribute.write_only || value === null) return undefined;
  if (typeof value === "boolean") return !value;
  if (typeof value === "number" || typeof value === "bigint") return Number(value) + 1;
  if (typeof value === "string") return `${value}-drifted`;
  const isMap =
    Array.isArray(attribute.type) && attribute.type[0] === "map" && attribute.type[1] === "string";
  return isMap && isValues(value) ? { ...value, drifted: "true" } : undefined;
}
