import { EXPLANATIONS } from "./explanations";
import type { Attribute, Block, NestedBlock, ValueType } from "./types";

/** A difference between the schema that a binding gives and the real one. */
export interface Difference {
  /** Such as `azurerm_subnet`, `data.azurerm_subnet` or `provider.azurerm`. */
  readonly type: string;
  readonly path: string;
  /** What differs: `type`, `computed`, `sensitive`, `max items`, `missing`, ... */
  readonly what: string;
  readonly derived: string;
  readonly real: string;
  /** Why that is so and does no harm; absent where that is not known. */
  readonly explanation?: string;
}

/** Every difference between two schemas of a type. */
export function compareSchemas(type: string, derived: Block, real: Block): Difference[] {
  return compareBlocks(derived, real, []).map((difference) => {
    const found = { type, ...difference };
    const explained = EXPLANATIONS.find(({ matches }) => matches(found));
    return explained ? { ...found, explanation: explained.because } : found;
  });
}

type Found = Omit<Difference, "type" | "explanation">;

function compareBlocks(derived: Block, real: Block, path: readonly string[]): Found[] {
  const flat = (block: Block) =>
    new Map<string, Attribute | NestedBlock>([
      ...Object.entries(block.attributes ?? {}),
      ...Object.entries(block.block_types ?? {}),
    ]);
  const [ours, theirs] = [flat(derived), flat(real)];
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return names.flatMap((name) => compareMembers(ours.get(name), theirs.get(name), [...path, name]));
}

function compareMembers(
  derived: Attribute | NestedBlock | undefined,
  real: Attribute | NestedBlock | undefined,
  path: readonly string[],
): Found[] {
  const at = path.join(".");
  const kind = (member: Attribute | NestedBlock | undefined) =>
    member === undefined ? "nothing" : "block" in member ? "a block" : "an attribute";
  if (!derived || !real || kind(derived) !== kind(real)) {
    return [{ path: at, what: "kind", derived: kind(derived), real: kind(real) }];
  }
  if ("block" in derived && "block" in real) {
    return [
      ...differing(at, "nesting", derived.nesting_mode, real.nesting_mode),
      ...differing(at, "min items", derived.min_items ?? 0, real.min_items ?? 0),
      ...differing(at, "max items", derived.max_items ?? 0, real.max_items ?? 0),
      ...compareBlocks(derived.block, real.block, path),
    ];
  }
  return compareAttributes(derived as Attribute, real as Attribute, path);
}

const FLAGS = ["required", "optional", "computed", "sensitive", "write_only"] as const;

function compareAttributes(derived: Attribute, real: Attribute, path: readonly string[]): Found[] {
  const at = path.join(".");
  const flags = FLAGS.flatMap((flag) => differing(at, flag, derived[flag] ?? false, real[flag] ?? false));
  if (!derived.nested_type || !real.nested_type) {
    return [...flags, ...differing(at, "type", shown(derived), shown(real))];
  }
  return [
    ...flags,
    ...differing(at, "nesting", derived.nested_type.nesting_mode, real.nested_type.nesting_mode),
    ...compareBlocks(derived.nested_type, real.nested_type, path),
  ];
}

function differing(path: string, what: string, derived: unknown, real: unknown): Found[] {
  return derived === real ? [] : [{ path, what, derived: String(derived), real: String(real) }];
}

function shown(attribute: Attribute): string {
  return attribute.nested_type
    ? `nested ${attribute.nested_type.nesting_mode}`
    : typeText(attribute.type ?? "dynamic");
}

/** A type as Terraform's language writes it, fields in order. */
export function typeText(type: ValueType): string {
  if (typeof type === "string") return type;
  if (type[0] === "tuple") return `tuple([${type[1].map(typeText).join(", ")}])`;
  if (type[0] !== "object") return `${type[0]}(${typeText(type[1])})`;
  const fields = Object.entries(type[1]).sort(([a], [b]) => (a < b ? -1 : 1));
  return `object({${fields.map(([name, inner]) => `${name}=${typeText(inner)}`).join(", ")}})`;
}
