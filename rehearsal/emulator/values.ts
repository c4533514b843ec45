import { decode, ExtensionCodec, encode } from "@msgpack/msgpack";
import type { Attribute, Block, ValueType } from "../schema/types";

/** A value that is known only after apply. */
export class Unknown {
  readonly known = false;
}

export const UNKNOWN = new Unknown();

/**
 * A value as Terraform sends it: sets are arrays, and a value of type `dynamic` is a pair of its type (JSON bytes)
 * and itself.
 */
export type Value = null | boolean | number | bigint | string | Unknown | Uint8Array | Value[] | Values;
export type Values = { [name: string]: Value };

/** How values travel: `msgpack` or `json`, as the sender chose. */
export interface WireValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

// Unknown values are extension 0, refined unknown values ("not null", "starts with") extension 12. Refinements are
// hints, so they are dropped. https://github.com/zclconf/go-cty/blob/main/docs/refinements.md
const extensions = new ExtensionCodec();
for (const type of [0, 12]) {
  extensions.register({
    type,
    encode: (input) => (type === 0 && input instanceof Unknown ? new Uint8Array([0]) : null),
    decode: () => UNKNOWN,
  });
}
const options = { extensionCodec: extensions, useBigInt64: true };

export function fromWire(wire: WireValue | null | undefined): Value {
  if (wire?.msgpack?.length) return decode(wire.msgpack, options) as Value;
  if (wire?.json?.length) return JSON.parse(Buffer.from(wire.json).toString()) as Value;
  return null;
}

export function toWire(value: Value): WireValue {
  return { msgpack: encode(value, options) };
}

export function isValues(value: Value | undefined): value is Values {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown) &&
    !(value instanceof Uint8Array)
  );
}

/** State as it lies in the state file (JSON) as a value of the schema; attributes that it lacks become null. */
export function fromState(block: Block, state: Value): Value {
  if (!isValues(state)) return null;
  const values: Values = {};
  for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
    values[name] = fromStateAttribute(attribute, state[name] ?? null);
  }
  for (const [name, { block: inner, nesting_mode }] of Object.entries(block.block_types ?? {})) {
    const value = state[name] ?? null;
    if (Array.isArray(value)) values[name] = value.map((item) => fromState(inner, item));
    else if (isValues(value)) {
      values[name] =
        nesting_mode === "map" ? mapValues(value, (v) => fromState(inner, v)) : fromState(inner, value);
    } else values[name] = nesting_mode === "list" || nesting_mode === "set" ? [] : null;
  }
  return values;
}

function fromStateAttribute(attribute: Attribute, value: Value): Value {
  if (value === null) return null;
  const nested = attribute.nested_type;
  if (!nested) return fromStateType(attribute.type ?? "dynamic", value);
  if (Array.isArray(value)) return value.map((item) => fromState(nested, item));
  if (nested.nesting_mode === "map" && isValues(value))
    return mapValues(value, (item) => fromState(nested, item));
  return fromState(nested, value);
}

function fromStateType(type: ValueType, value: Value): Value {
  if (value === null) return null;
  if (type === "dynamic") {
    // The state file says {"value": ..., "type": ...} where the wire has a pair.
    if (!isValues(value)) return null;
    const inner = value["type"] as unknown as ValueType;
    return [new TextEncoder().encode(JSON.stringify(inner)), fromStateType(inner, value["value"] ?? null)];
  }
  if (typeof type === "string") return value;
  if (Array.isArray(value)) {
    return value.map((item, i) =>
      fromStateType(type[0] === "tuple" ? (type[1][i] as ValueType) : (type[1] as ValueType), item),
    );
  }
  if (!isValues(value)) return value;
  if (type[0] === "object") {
    return Object.fromEntries(
      Object.entries(type[1]).map(([name, inner]) => [name, fromStateType(inner, value[name] ?? null)]),
    );
  }
  return mapValues(value, (item) => fromStateType(type[1] as ValueType, item));
}

function mapValues(values: Values, change: (value: Value) => Value): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));
}
