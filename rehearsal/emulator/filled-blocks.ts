import type { Block } from "../schema/types";
import { planValues } from "./plan";
import { isValues, type Value, type Values } from "./values";

/**
 * Blocks that a provider fills in where the configuration has none. Schemas do not say which; these are the ones that
 * others read, each from its provider's documentation (`https://registry.terraform.io/providers/...`, "Attributes").
 */
const FILLED: readonly { readonly type: string; readonly block: string }[] = [
  { type: "aws_eks_cluster", block: "access_config" },
  { type: "aws_eks_cluster", block: "kubernetes_network_config" },
  { type: "google_container_cluster", block: "master_auth" },
];

/** True for types whose plans hold blocks that the configuration lacks, which only older providers may. */
export function fillsBlocks(type: string): boolean {
  return FILLED.some((filled) => filled.type === type);
}

/** Planned values with the blocks that the provider adds: those of before, or new ones that are known after apply. */
export function withFilledBlocks(type: string, block: Block, planned: Values, prior: Value): Values {
  const added = FILLED.filter((filled) => filled.type === type && isEmpty(planned[filled.block])).map(
    ({ block: name }): [string, Value] => {
      const before = isValues(prior) ? prior[name] : undefined;
      const inner = block.block_types?.[name]?.block ?? {};
      return [
        name,
        isEmpty(before) || before === undefined ? [planValues(inner, emptyBlock(inner))] : before,
      ];
    },
  );
  return { ...planned, ...Object.fromEntries(added) };
}

function isEmpty(value: Value | undefined): boolean {
  return Array.isArray(value) && value.length === 0;
}

function emptyBlock(block: Block): Values {
  const lists = Object.entries(block.block_types ?? {}).map(([name, { nesting_mode }]): [string, Value] => [
    name,
    nesting_mode === "list" || nesting_mode === "set" ? [] : null,
  ]);
  return Object.fromEntries(lists);
}
