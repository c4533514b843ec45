import type { Attribute, Block, NestedBlock, Schema } from "./types";

/** A schema as the plugin protocol's messages say it. */
export function schemaMessage(schema: Schema): object {
  return { version: schema.version, block: { version: schema.version, ...blockMessage(schema.block) } };
}

function blockMessage(block: Block): object {
  return {
    attributes: Object.entries(block.attributes ?? {}).map(attributeMessage),
    block_types: Object.entries(block.block_types ?? {}).map(nestedBlockMessage),
  };
}

function attributeMessage([name, attribute]: [string, Attribute]): object {
  const { type, nested_type: nested, ...flags } = attribute;
  return {
    name,
    ...flags,
    ...(nested
      ? {
          nested_type: {
            nesting: nested.nesting_mode.toUpperCase(),
            attributes: Object.entries(nested.attributes).map(attributeMessage),
          },
        }
      : { type: Buffer.from(JSON.stringify(type)) }),
  };
}

function nestedBlockMessage([name, nested]: [string, NestedBlock]): object {
  return {
    type_name: name,
    block: blockMessage(nested.block),
    nesting: nested.nesting_mode.toUpperCase(),
    min_items: nested.min_items ?? 0,
    max_items: nested.max_items ?? 0,
  };
}
