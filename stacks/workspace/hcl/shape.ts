import { TerraformDataSource, TerraformElement, TerraformProvider, type TerraformStack } from "cdktf";

/** What of an element's structures are blocks, and what all its attributes are: HCL tells them apart, JSON does not. */
export interface Shape {
  readonly attributes: ReadonlySet<string>;
  readonly blocks: Readonly<Record<string, Shape>>;
}

/** The shapes of elements that providers define, by their kind and type: `resource.aws_vpc`, `provider.aws`. */
export type Shapes = Readonly<Record<string, Shape>>;

/** An attribute as cdktf's bindings describe it. */
interface Described {
  readonly value: unknown;
  readonly isBlock: boolean;
}

interface Element {
  readonly terraformResourceType: string;
  synthesizeHclAttributes(): Record<string, Described>;
}

const isDescribed = (element: unknown): element is Element =>
  TerraformElement.isTerraformElement(element) && "synthesizeHclAttributes" in element;

/**
 * Providers built on Terraform's plugin framework whose structures are all nested attributes: their schemas have no
 * block at all, though cdktf's bindings describe some as blocks. Source: `terraform providers schema -json` of helm 3.1 and
 * cloudflare 5.14 to 5.22.
 */
const PROVIDERS_WITHOUT_BLOCKS = ["helm", "cloudflare"];

/** The shapes of everything in a workspace, as far as its values have one. */
export function shapesIn(stack: TerraformStack): Shapes {
  const found = new Map<string, Record<string, Described>[]>();
  for (const element of stack.node.findAll()) {
    if (!isDescribed(element)) continue;
    const key = `${kindOf(element)}.${element.terraformResourceType}`;
    const structures = found.get(key) ?? [];
    structures.push(element.synthesizeHclAttributes());
    found.set(key, structures);
  }
  return Object.fromEntries([...found].map(([key, structures]) => [key, shapeWithin(key, structures)]));
}

const kindOf = (element: unknown): string => {
  if (TerraformProvider.isTerraformProvider(element)) return "provider";
  return TerraformDataSource.isTerraformDataSource(element) ? "data" : "resource";
};

function shapeWithin(key: string, structures: readonly Record<string, Described>[]): Shape {
  const [provider = ""] = (key.split(".")[1] as string).split("_");
  return PROVIDERS_WITHOUT_BLOCKS.includes(provider)
    ? { attributes: new Set(structures.flatMap(Object.keys)), blocks: {} }
    : shapeFrom(structures);
}

/** The shape of several structures of one kind together. */
function shapeFrom(structures: readonly Record<string, Described>[]): Shape {
  const all = structures.flatMap((structure) => Object.entries(structure));
  const blocks = new Map<string, Record<string, Described>[]>();
  for (const [name, { value }] of all.filter(([, described]) => described?.isBlock)) {
    const nested = (Array.isArray(value) ? value : [value]) as Record<string, Described>[];
    blocks.set(name, [...(blocks.get(name) ?? []), ...nested.filter(isStructure)]);
  }
  return {
    attributes: new Set(all.flatMap(([name, described]) => (described?.isBlock ? [] : [name]))),
    blocks: Object.fromEntries([...blocks].map(([name, nested]) => [name, shapeFrom(nested)])),
  };
}

const isStructure = (value: unknown): boolean => typeof value === "object" && value !== null;
