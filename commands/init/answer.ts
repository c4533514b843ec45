import { merge } from "../../config/merge";
import { parseEnvironment } from "../../config/parse";
import { ConfigurationError, type Problem } from "../../config/problem";

/** What a person changes in an environment: an overlay's data; below a list, by the number of the entry. */
export type Changes = { readonly [key: string]: Value };

export type Value = string | number | boolean | null | readonly Value[] | Changes;

/** `workloads[0].services[0].image` as its keys. Names with dots in them cannot be asked for. */
export const keysOf = (path: string): readonly string[] => path.match(/[^.[\]]+/g) ?? [];

/** What stands at a path; nothing where the path leads nowhere. */
export const valueAt = (data: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? (value as Readonly<Record<string, unknown>>)[key]
        : undefined,
    data,
  );

/**
 * A text as the value that it stands for: a list where there is a list, a number where there is a number. What is JSON
 * is read as such, where nothing stands yet.
 */
export function parseAnswer(text: string, present: unknown): Value {
  if (Array.isArray(present) && !text.startsWith("[")) {
    return text.split(",").map((item) => item.trim());
  }
  if (typeof present === "string") return text;
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}

export const isChanges = (value: unknown): value is Changes =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Changes with one more. An object that says its `kind` says it here as well, so that editors know its keys. */
export function withChange(
  changes: Changes,
  keys: readonly string[],
  value: Value,
  shipped: unknown,
): Changes {
  const [key = "", ...rest] = keys;
  if (rest.length === 0) return { ...changes, [key]: value };
  const below = valueAt(shipped, [key]);
  const kind = valueAt(below, ["kind"]);
  const present = changes[key] ?? (typeof kind === "string" ? { kind } : {});
  return { ...changes, [key]: withChange(isChanges(present) ? present : {}, rest, value, below) };
}

/** Changes as an overlay has them: lists are whole. */
function overlayOf(changes: Value, shipped: unknown): Value {
  if (!isChanges(changes)) return changes;
  if (Array.isArray(shipped)) {
    return shipped.map((item, index) => {
      const change = changes[index];
      return change === undefined ? item : (merge(item, overlayOf(change, item)).value as Value);
    });
  }
  return Object.fromEntries(
    Object.entries(changes).map(([key, value]) => [key, overlayOf(value, valueAt(shipped, [key]))]),
  );
}

/** What is wrong with an environment after changes. */
export function problemsAfter(shipped: unknown, changes: Changes, source: string): readonly Problem[] {
  const { value, problems } = merge(shipped, overlayOf(changes, shipped));
  try {
    parseEnvironment(value, source);
    return problems;
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return [...problems, ...error.problems];
  }
}
