import type { Attribute, Block, NestedType, ValueType } from "../schema/types";
import { eachObject } from "./plan";
import { UNKNOWN, Unknown, type Value, type Values } from "./values";

/** Where a computed value goes: names from the root of the resource, without list positions. */
export interface Slot {
  readonly path: readonly string[];
  /** Position in the list or set that the value is part of; 0 elsewhere. */
  readonly index: number;
  readonly sensitive: boolean;
}

/** Makes a string, number or boolean for a slot. */
export type Invent = (slot: Slot, type: "string" | "number" | "bool") => Value;

/** How many elements a computed list of strings or numbers has. */
export type Count = (path: readonly string[]) => number;

/** The keys of a computed map. */
export type Keys = (path: readonly string[]) => readonly string[];

/** Replaces everything unknown by invented values. */
export class Filler {
  constructor(
    private readonly invent: Invent,
    private readonly count: Count,
    private readonly keys: Keys,
  ) {}

  /** Fills what is unknown in planned values of a block; `id` first, because other values are made from it. */
  fill(block: Block, planned: Values, path: readonly string[] = [], index = 0): Values {
    const filled: Values = { ...planned };
    for (const [name, attribute] of Object.entries(block.attributes ?? {})) {
      filled[name] = this.fillAttribute(attribute, planned[name] ?? null, [...path, name], index);
    }
    for (const [name, nested] of Object.entries(block.block_types ?? {})) {
      filled[name] = eachObject(planned[name] ?? null, nested.nesting_mode, (values, key) =>
        this.fill(nested.block, values, [...path, name], typeof key === "number" ? key : 0),
      );
    }
    return filled;
  }

  private fillAttribute(attribute: Attribute, value: Value, path: readonly string[], index: number): Value {
    const nested = attribute.nested_type;
    if (value instanceof Unknown) {
      // The configuration has no elements; what a cloud puts there of its own has known keys.
      if (attribute.optional && isCollection(attribute) && this.keys(path).length === 0)
        return empty(attribute);
      return nested
        ? this.nested(nested, path, attribute.sensitive ?? false)
        : this.typed(attribute.type ?? "dynamic", path, index, attribute.sensitive ?? false);
    }
    if (!nested) return value;
    return eachObject(value, nested.nesting_mode, (values, key) =>
      this.fill(nested, values, path, typeof key === "number" ? key : 0),
    );
  }

  private nested(nested: NestedType, path: readonly string[], sensitive: boolean): Value {
    const one = (): Values =>
      Object.fromEntries(
        Object.entries(nested.attributes).map(([name, attribute]) => [
          name,
          attribute.computed
            ? this.fillAttribute(
                { ...attribute, sensitive: sensitive || (attribute.sensitive ?? false) },
                UNKNOWN,
                [...path, name],
                0,
              )
            : null,
        ]),
      );
    switch (nested.nesting_mode) {
      case "single":
        return one();
      case "map":
        return {};
      default:
        return [one()];
    }
  }

  private typed(type: ValueType, path: readonly string[], index: number, sensitive: boolean): Value {
    if (type === "dynamic") {
      return [new TextEncoder().encode('"string"'), this.invent({ path, index, sensitive }, "string")];
    }
    if (typeof type === "string") return this.invent({ path, index, sensitive }, type);
    switch (type[0]) {
      case "object":
        return Object.fromEntries(
          Object.entries(type[1]).map(([name, inner]) => [
            name,
            this.typed(inner, [...path, name], index, sensitive),
          ]),
        );
      case "tuple":
        return type[1].map((inner, i) => this.typed(inner, path, i, sensitive));
      case "map":
        return Object.fromEntries(
          this.keys(path).map((key) => [key, this.typed(type[1], [...path, key], index, sensitive)]),
        );
      default: {
        const inner = type[1];
        const length = typeof inner === "string" ? this.count(path) : 1;
        return Array.from({ length }, (_, i) => this.typed(inner, path, i, sensitive));
      }
    }
  }
}

function isCollection({ type, nested_type: nested }: Attribute): boolean {
  if (nested) return nested.nesting_mode !== "single";
  return Array.isArray(type) && type[0] !== "object" && type[0] !== "tuple";
}

function empty({ type, nested_type: nested }: Attribute): Value {
  return (nested ? nested.nesting_mode === "map" : type?.[0] === "map") ? {} : [];
}
