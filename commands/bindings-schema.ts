/** A provider whose bindings are made here, because npm has none: `<provider>.bindings.json` beside its constructs. */
export interface BindingsRequest {
  /** As the registry names it: `vultr/vultr`. */
  readonly source: string;
  /** Exactly the version whose schema was trimmed. */
  readonly version: string;
  /**
   * The types in use, data sources as `data.<type>`; of each `"*"`, or the optional arguments and blocks that are kept. A
   * path such as `networking.cilium` keeps that part of a block. What is required always stays.
   */
  readonly types: Readonly<Record<string, "*" | readonly string[]>>;
}

/** The part of `terraform providers schema -json` that matters here. */
export interface ProviderSchemas {
  readonly format_version: string;
  readonly provider_schemas: Readonly<Record<string, ProviderSchema>>;
}

interface ProviderSchema {
  readonly provider: TypeSchema;
  readonly resource_schemas: Readonly<Record<string, TypeSchema>>;
  readonly data_source_schemas: Readonly<Record<string, TypeSchema>>;
}

interface TypeSchema {
  readonly version?: number;
  readonly block: Block;
}

interface Block {
  readonly attributes?: Readonly<
    Record<string, { readonly required?: boolean; readonly description?: string }>
  >;
  readonly block_types?: Readonly<Record<string, NestedBlock>>;
}

interface NestedBlock {
  readonly min_items?: number;
  readonly block: Block;
}

export const addressOf = ({ source }: BindingsRequest): string => `registry.terraform.io/${source}`;

/**
 * The facts of a provider's schema that a request asks for, in the same form, without prose.
 *
 * @throws if the schema lacks a type or an argument that the request names
 */
export function trimSchema(schemas: ProviderSchemas, request: BindingsRequest): ProviderSchemas {
  const address = addressOf(request);
  const schema = schemas.provider_schemas[address];
  if (!schema) {
    throw new Error(`no schema of ${address}; expected one of ${Object.keys(schemas.provider_schemas)}`);
  }
  const trimmed = (data: boolean, types: Readonly<Record<string, TypeSchema>>) =>
    Object.fromEntries(
      Object.entries(request.types)
        .filter(([name]) => name.startsWith("data.") === data)
        .map(([name, keep]) => {
          const type = name.replace("data.", "");
          const found = types[type];
          if (!found) throw new Error(`${address} ${request.version} has no ${name}`);
          return [type, { ...found, block: keep === "*" ? found.block : trimBlock(name, found.block, keep) }];
        }),
    );
  return withoutProse({
    format_version: schemas.format_version,
    provider_schemas: {
      [address]: {
        provider: schema.provider,
        resource_schemas: trimmed(false, schema.resource_schemas),
        data_source_schemas: trimmed(true, schema.data_source_schemas),
      },
    },
  });
}

/** The parts of a block that `paths` name, and those that it requires. */
function trimBlock(name: string, block: Block, paths: readonly string[]): Block {
  const inner = new Map<string, string[]>();
  for (const path of paths) {
    const [first = "", ...rest] = path.split(".");
    inner.set(first, [...(inner.get(first) ?? []), ...(rest.length > 0 ? [rest.join(".")] : [])]);
  }
  const unknown = [...inner.keys()].filter((part) => !block.attributes?.[part] && !block.block_types?.[part]);
  if (unknown.length > 0) throw new Error(`${name} has no ${unknown.join(", ")}`);
  const attributes = Object.entries(block.attributes ?? {}).filter(
    ([part, { required }]) => required || inner.has(part),
  );
  const blocks = Object.entries(block.block_types ?? {})
    .filter(([part, { min_items = 0 }]) => min_items > 0 || inner.has(part))
    .map(([part, nested]) => {
      const deeper = inner.get(part) ?? [];
      const kept = deeper.length > 0 ? trimBlock(`${name}.${part}`, nested.block, deeper) : nested.block;
      return [part, { ...nested, block: kept }] as const;
    });
  return { ...block, attributes: Object.fromEntries(attributes), block_types: Object.fromEntries(blocks) };
}

const PROSE: ReadonlySet<string> = new Set(["description", "description_kind"]);

/** Without the words of the provider's documentation; an argument that is *named* `description` stays. */
function withoutProse<T>(schemas: T): T {
  return JSON.parse(
    JSON.stringify(schemas, (key, value) =>
      PROSE.has(key) && typeof value === "string" ? undefined : value,
    ),
  ) as T;
}
