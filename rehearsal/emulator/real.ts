import { CLOUDS } from "../clouds";
import type { Behaviour } from "./behaviour";
import { isValues, UNKNOWN, Unknown, type Value, type Values } from "./values";

export function behaviourOf(type: string): Behaviour | undefined {
  return CLOUDS.map(({ behaviours }) => behaviours?.[type]).find((behaviour) => behaviour !== undefined);
}

/** What is planned where the provider does more than its schema tells: defaults, and what has to be made anew by itself. */
export function planReal(behaviour: Behaviour | undefined, planned: Values, prior: Value): Values {
  if (!behaviour) return planned;
  const standard = Object.entries(behaviour.defaults ?? {}).filter(
    ([name]) => planned[name] instanceof Unknown,
  );
  const outdated = isValues(prior) ? behaviour.outdated?.(prior) : undefined;
  return { ...planned, ...Object.fromEntries(standard), ...(outdated ? { [outdated]: UNKNOWN } : {}) };
}

/** Computed values as the provider makes them, in place of what is unknown. */
export function makeReal(behaviour: Behaviour | undefined, planned: Values): Values {
  if (!behaviour) return planned;
  const computed = Object.entries(behaviour.make(planned)).filter(
    ([name]) => planned[name] instanceof Unknown,
  );
  return { ...planned, ...Object.fromEntries(computed) };
}

/** Letters and digits by which a secret can be found again in every file and output. */
export function telling(behaviour: Behaviour | undefined, secret: string): string | undefined {
  const part = behaviour?.secretPart ? behaviour.secretPart(secret) : secret;
  const runs = part?.match(/[A-Za-z0-9]{8,}/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), "");
  return longest === "" ? undefined : longest.slice(0, 40);
}
