/**
 * Provider schemas in the form that `terraform providers schema -json` prints, which is the one form that this
 * folder knows: derived schemas, real ones and the small ones beside constructs all have it.
 * https://developer.hashicorp.com/terraform/cli/commands/providers/schema
 */

export type ValueType =
  | "string"
  | "number"
  | "bool"
  | "dynamic"
  | ["list" | "set" | "map", ValueType]
  | ["object", Record<string, ValueType>]
  | ["object", Record<string, ValueType>, string[]]
  | ["tuple", ValueType[]];

export interface Attribute {
  /** Absent where `nested_type` describes the attribute. */
  type?: ValueType;
  nested_type?: NestedType;
  required?: boolean;
  optional?: boolean;
  computed?: boolean;
  sensitive?: boolean;
  write_only?: boolean;
}

export interface NestedType {
  nesting_mode: "single" | "list" | "set" | "map";
  attributes: Record<string, Attribute>;
}

export interface NestedBlock {
  nesting_mode: "single" | "group" | "list" | "set" | "map";
  block: Block;
  min_items?: number;
  max_items?: number;
}

export interface Block {
  attributes?: Record<string, Attribute>;
  block_types?: Record<string, NestedBlock>;
}

export interface Schema {
  version: number;
  block: Block;
}

export interface ProviderSchema {
  provider: Schema;
  resource_schemas: Record<string, Schema>;
  data_source_schemas: Record<string, Schema>;
}

/** What a type in a configuration is: `resource` blocks and `data` blocks have separate names. */
export type TypeKind = "resource" | "data";
