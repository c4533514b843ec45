import type { Binding, Member, Rendering } from "./binding-parser";
import type { Attribute, Block, NestedBlock, NestedType, Schema, ValueType } from "./types";

type Nesting = "single" | "list" | "set" | "map";

/**
 * The schema of the resource, data source or provider that a binding describes. What bindings do not carry is
 * left out: `sensitive`, item counts other than "at most one" and "at least one", and the schema's version (0).
 */
export function deriveSchema(binding: Binding): Schema {
  const block = deriveBlock(binding, binding.main, `${binding.main}Config`, false);
  if (binding.kind === "Provider") delete block.attributes?.["alias"]; // cdktf's own
  return { version: 0, block };
}

/** The block that class `reference` reads and interface `struct` writes. */
function deriveBlock(binding: Binding, reference: string, struct: string, writeOnly: boolean): Block {
  const attributes: Record<string, Attribute> = {};
  const blocks: Record<string, NestedBlock> = {};
  for (const member of membersOf(binding, reference, struct)) {
    const rendering = renderingOf(binding, reference, struct, member.name);
    const inner = innerStruct(member, rendering);
    // The framework's convention, which all providers of the bindings keep: write-only arguments end in `_wo`.
    const hidden = binding.kind === "Resource" && (writeOnly || member.name.endsWith("_wo"));
    if (!inner) {
      attributes[member.name] = { ...flags(member, hidden), type: simpleType(member, rendering) };
      continue;
    }
    const nested = () => deriveBlock(binding, `${inner}OutputReference`, inner, hidden);
    const nesting = nestingOf(member, rendering);
    if (binding.properties.get(struct)?.get(member.name)?.isBlock) {
      const single =
        rendering?.shape === "list" || rendering?.shape === "set" ? holdsOne(member, rendering) : false;
      blocks[member.name] = {
        nesting_mode: nesting,
        block: nested(),
        ...(member.required && nesting !== "single" ? { min_items: 1 } : {}),
        ...(single ? { max_items: 1 } : {}),
      };
    } else if (binding.objects.has(inner) || hasBlocks(binding)) {
      attributes[member.name] = { ...flags(member, hidden), type: objectType(nesting, nested()) };
    } else {
      attributes[member.name] = { ...flags(member, hidden), nested_type: nestedType(nesting, nested()) };
    }
  }
  return {
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    ...(Object.keys(blocks).length > 0 ? { block_types: blocks } : {}),
  };
}

/** Provider structs have no reference class: their fields come from the rendering, "required" from the interface. */
function membersOf(binding: Binding, reference: string, struct: string): readonly Member[] {
  const members = binding.members.get(reference);
  if (members) return members;
  const names = [...(binding.renderings.get(struct)?.keys() ?? [])];
  return names.map((name) => {
    const optional = binding.properties.get(struct)?.get(name)?.optional ?? true;
    return {
      name,
      computed: false,
      optional,
      required: !optional,
      holds: undefined,
      wrapsSet: false,
      getter: "",
    };
  });
}

function renderingOf(
  binding: Binding,
  reference: string,
  struct: string,
  name: string,
): Rendering | undefined {
  return (binding.renderings.get(struct) ?? binding.renderings.get(reference))?.get(name);
}

/** The struct that a member holds, or undefined for primitives and collections of primitives. */
function innerStruct(member: Member, rendering: Rendering | undefined): string | undefined {
  if (member.holds && !member.holds.startsWith("cdktf.")) {
    return member.holds.replace(/(List|Map|OutputReference)$/, "");
  }
  if (rendering && /^[A-Z]/.test(rendering.storage)) {
    return rendering.shape === "struct" ? rendering.storage : rendering.storage.replace(/(List|Map)$/, "");
  }
  return undefined;
}

function nestingOf(member: Member, rendering: Rendering | undefined): Nesting {
  if (rendering) {
    if (rendering.shape === "list" || rendering.shape === "set" || rendering.shape === "map")
      return rendering.shape;
    return "single";
  }
  if (member.holds?.endsWith("List")) return member.wrapsSet ? "set" : "list";
  return member.holds?.endsWith("Map") ? "map" : "single";
}

/** A list or set that is read as one object holds at most one. */
function holdsOne(member: Member, rendering: Rendering): boolean {
  return member.holds ? member.holds.endsWith("OutputReference") : !rendering.storage.endsWith("List");
}

/**
 * Providers either write structures as blocks, and then their attributes hold plain objects, or nest attributes and
 * have no blocks. (A type with neither may be either; on the wire it is the same.)
 */
function hasBlocks(binding: Binding): boolean {
  return [...binding.properties.values()].some((struct) =>
    [...struct.values()].some(({ isBlock }) => isBlock),
  );
}

function flags(member: Member, writeOnly: boolean): Attribute {
  return {
    ...(member.required ? { required: true } : {}),
    ...(member.optional ? { optional: true } : {}),
    ...(member.computed && !member.required ? { computed: true } : {}),
    ...(writeOnly ? { write_only: true } : {}),
  };
}

const PRIMITIVES: Record<string, ValueType> = {
  string: "string",
  number: "number",
  boolean: "bool",
  any: "dynamic",
};

/** `stringListMap` is a map of lists of strings; the outermost collection is the rendering's own word. */
function storageType(storage: string): ValueType {
  const [, inner = "", outer] = /^(\w+?)(List|Map)?$/.exec(storage) ?? [];
  if (outer) return [outer === "List" ? "list" : "map", storageType(inner)];
  return PRIMITIVES[storage] ?? "dynamic";
}

function simpleType(member: Member, rendering: Rendering | undefined): ValueType {
  if (rendering) {
    // A map of anything may hold values of different types, which only a dynamic attribute can.
    if (rendering.storage === "anyMap") return "dynamic";
    const type = storageType(rendering.storage);
    return rendering.shape === "set" && Array.isArray(type) ? ["set", type[1] as ValueType] : type;
  }
  if (member.holds) return heldType(member);
  return getterType(member.getter);
}

/** `new cdktf.StringMap(this, "tags_all")` and its relatives. */
function heldType(member: Member): ValueType {
  const name = member.holds?.replace("cdktf.", "") ?? "";
  if (name === "AnyMap") return "dynamic";
  const type = storageType(name.charAt(0).toLowerCase() + name.slice(1));
  return member.wrapsSet && Array.isArray(type) ? ["set", type[1] as ValueType] : type;
}

function getterType(getter: string): ValueType {
  const set = getter.includes("cdktf.Fn.tolist(");
  const [, storage = ""] = /this\.get(\w+)Attribute\(/.exec(getter) ?? [];
  switch (storage) {
    case "String":
    case "Number":
    case "Boolean":
      return PRIMITIVES[storage.toLowerCase()] as ValueType;
    case "List":
      return [set ? "set" : "list", "string"];
    case "NumberList":
      return [set ? "set" : "list", "number"];
    case "StringMap":
    case "NumberMap":
    case "BooleanMap":
      return storageType(storage.charAt(0).toLowerCase() + storage.slice(1));
    default:
      return "dynamic";
  }
}

function nestedType(nesting: Nesting, block: Block): NestedType {
  return { nesting_mode: nesting, attributes: block.attributes ?? {} };
}

function objectType(nesting: Nesting, block: Block): ValueType {
  const fields = Object.entries(block.attributes ?? {}).map(([name, attribute]) => [
    name,
    fieldType(attribute),
  ]);
  const object: ValueType = ["object", Object.fromEntries(fields)];
  return nesting === "single" ? object : [nesting, object];
}

function fieldType(attribute: Attribute): ValueType {
  if (attribute.type) return attribute.type;
  const nested = attribute.nested_type as NestedType;
  return objectType(nested.nesting_mode, { attributes: nested.attributes });
}
