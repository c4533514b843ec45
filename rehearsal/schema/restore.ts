import type { Attribute, Block, ProviderSchema, Schema } from "./types";

const stripped = new WeakMap<ProviderSchema, boolean>();

/**
 * Schema files are often made smaller by deleting every `description`, which also deletes arguments of that name. If
 * a whole provider has none, they are taken from the binding again.
 */
export function restoreDescriptions(
  schema: Schema,
  provider: ProviderSchema,
  derive: () => Schema | undefined,
): Schema {
  if (!stripped.has(provider)) stripped.set(provider, !hasDescription(provider));
  if (!stripped.get(provider)) return schema;
  const derived = derive();
  return derived ? { ...schema, block: merge(schema.block, derived.block) } : schema;
}

function hasDescription({ resource_schemas, data_source_schemas }: ProviderSchema): boolean {
  const inBlock = ({ attributes = {}, block_types = {} }: Block): boolean =>
    "description" in attributes ||
    Object.values(attributes).some(({ nested_type }) => nested_type && inBlock(nested_type)) ||
    Object.values(block_types).some(({ block }) => inBlock(block));
  return [...Object.values(resource_schemas), ...Object.values(data_source_schemas)].some(({ block }) =>
    inBlock(block),
  );
}

function merge(real: Block, derived: Block): Block {
  const attributes: Record<string, Attribute> = {};
  for (const [name, attribute] of Object.entries(real.attributes ?? {})) {
    const nested = derived.attributes?.[name]?.nested_type;
    attributes[name] =
      attribute.nested_type && nested
        ? {
            ...attribute,
            nested_type: { ...attribute.nested_type, ...attributesOf(merge(attribute.nested_type, nested)) },
          }
        : attribute;
  }
  const description = derived.attributes?.["description"];
  if (description) attributes["description"] = description;
  const blocks = Object.entries(real.block_types ?? {}).map(([name, nested]) => {
    const other = derived.block_types?.[name]?.block;
    return [name, other ? { ...nested, block: merge(nested.block, other) } : nested] as const;
  });
  return { attributes, ...(blocks.length > 0 ? { block_types: Object.fromEntries(blocks) } : {}) };
}

function attributesOf({ attributes = {} }: Block): { attributes: Record<string, Attribute> } {
  return { attributes };
}
