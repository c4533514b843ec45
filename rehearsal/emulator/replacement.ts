import { CLOUDS } from "../clouds";
import { type Lifetime, replaces } from "../rules/lifetime";
import { isValues, Unknown, type Value, type Values } from "./values";

const LIFETIMES = new Map(CLOUDS.flatMap(({ lifetimes = [] }) => lifetimes.map((each) => [each.type, each])));

/** What is known of a type's lifetime. */
export const lifetimeOf = (type: string): Lifetime | undefined => LIFETIMES.get(type);

type Step = { attribute_name: string } | { element_key_int: number };

/** Paths of arguments whose change replaces a resource, as the protocol says them. */
export function replacingPaths(type: string, prior: Value, planned: Values): { steps: Step[] }[] {
  const lifetime = lifetimeOf(type);
  if (!lifetime || !isValues(prior)) return [];
  const names = [...new Set([...Object.keys(prior), ...Object.keys(planned)])];
  return names.flatMap((name) => changedIn(lifetime, [name], prior[name] ?? null, planned[name] ?? null));
}

/** Blocks that hold one object are entered; of others the whole is named. */
function changedIn(
  lifetime: Lifetime,
  names: readonly string[],
  prior: Value,
  planned: Value,
): { steps: Step[] }[] {
  if (same(prior, planned)) return [];
  if (replaces(lifetime, names.join("."))) return [{ steps: [{ attribute_name: names[0] as string }] }];
  const [before, after] = [objectIn(prior), objectIn(planned)];
  if (!before || !after) return [];
  return Object.keys(after).flatMap((name) =>
    changedIn(lifetime, [...names, name], before[name] ?? null, after[name] ?? null),
  );
}

function objectIn(value: Value): Values | undefined {
  const only = Array.isArray(value) && value.length === 1 ? (value[0] as Value) : value;
  return isValues(only) ? only : undefined;
}

/** What is unknown yet may become anything, and then the real providers replace. */
function same(prior: Value, planned: Value): boolean {
  return !hasUnknown(planned) && comparable(prior) === comparable(planned);
}

function hasUnknown(value: Value): boolean {
  if (value instanceof Unknown) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return isValues(value) && Object.values(value).some(hasUnknown);
}

const comparable = (value: Value): string =>
  JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? Number(inner) : inner));
