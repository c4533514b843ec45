import { collapse, type Json } from "./embedded";

const REFERENCE = /(?<![\w.-])((?:data\.)?[a-z][a-z0-9]*_\w+\.[A-Za-z_][\w-]*)/g;

/**
 * Whether an order holds even without being written: something else that the resource refers to needs it already.
 *
 * @param from - address of the resource that has the `depends_on`
 * @param to - address that is taken out of it
 */
export function isImplied(root: Json, from: string, to: string): boolean {
  const needs = needsIn(root);
  const first = withoutOnce(needs.get(from) ?? [], to);
  const seen = new Set<string>();
  const open = [...first];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    open.push(...(needs.get(next) ?? []));
  }
  return false;
}

function withoutOnce(items: readonly string[], item: string): string[] {
  const index = items.indexOf(item);
  return items.filter((_, i) => i !== index);
}

/** What every resource and data source refers to. */
function needsIn(root: Json): ReadonlyMap<string, readonly string[]> {
  const whole = collapse(root) as {
    readonly [kind in "resource" | "data"]?: Record<string, Record<string, Record<string, unknown>>>;
  };
  const needs = new Map<string, readonly string[]>();
  for (const [kind, prefix] of [
    ["resource", ""],
    ["data", "data."],
  ] as const) {
    for (const [type, named] of Object.entries(whole[kind] ?? {})) {
      for (const [name, { "//": _, ...body }] of Object.entries(named)) {
        const found = [...JSON.stringify(body).matchAll(REFERENCE)].map(([, address = ""]) => address);
        needs.set(`${prefix}${type}.${name}`, found);
      }
    }
  }
  return needs;
}
