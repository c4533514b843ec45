import type { Problem } from "./problem";

/** The keys that tell the members of a union apart. */
export const DISCRIMINANTS = ["kind", "access"] as const;

type Data = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Data =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Lays changes over plain data, as `Overlay` in `config/define.ts` says. */
export function merge(
  base: unknown,
  changes: unknown,
): { readonly value: unknown; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const lay = (below: unknown, above: unknown, path: readonly string[]): unknown => {
    if (!isObject(below) || !isObject(above) || isAnotherKind(below, above)) return above;
    const merged = new Map(Object.entries(below));
    for (const [key, value] of Object.entries(above)) {
      if (value === null && !merged.has(key)) problems.push(nothingToRemove([...path, key], below));
      if (value === null) merged.delete(key);
      else if (value !== undefined) merged.set(key, lay(merged.get(key), value, [...path, key]));
    }
    return Object.fromEntries(merged);
  };
  return { value: lay(base, changes, []), problems };
}

const isAnotherKind = (below: Data, above: Data): boolean =>
  DISCRIMINANTS.some((key) => key in below && key in above && below[key] !== above[key]);

const nothingToRemove = (path: readonly string[], below: Data): Problem => ({
  path,
  message: `there is nothing to remove; expected null for one of ${Object.keys(below).join(", ")}`,
});
