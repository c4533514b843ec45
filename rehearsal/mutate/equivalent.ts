import { escaped } from "../pattern";
import type { Change } from "./operator";
import { names, type Site } from "./site";

/** A name that people choose: of a resource, a machine, a subject, a job. */
const CHOSEN = /^(name|computer_name|common_name|organization|node_group_name|job_name|uid|user|username)$/;

/** Amounts that have no right and wrong, only more or less: sizes, times, weights. */
const AMOUNT =
  /(memory|cpu|storage|size|interval|timeout|seconds|period|threshold|weight|retention|hours|days|count|replicas|history|delay|max\w*|min\w*|length|ttl|percent\w*|dial\w*|priority_class)$/i;

/**
 * Mutants that mean what the original means, or that are a different intention rather than a mistake. The rule, in full:
 *
 * 1. text for people, tags and annotations are never touched (`site.ts`);
 * 2. a name that people chose may be another one, unless other resources use it: elsewhere in the environment the old one
 *    is written out as a value;
 * 3. an amount may be more or less, or the default, as long as the cloud takes it: only `a number far too large` and units
 *    of another program touch amounts;
 * 4. an argument that is gone says what stands for it anyway: the protocol of a port is TCP;
 * 5. a rank is another one, and no other rank lies between the two: what comes first still does;
 * 6. an order that another reference implies is no order (`order.ts`).
 */
export function changesNothing({ path, value }: Site, { to, key }: Change, environment: string): boolean {
  if (key) return false;
  const name = names(path).at(-1) ?? "";
  if (typeof value === "string" && CHOSEN.test(name)) return occurrences(environment, value) < 2;
  if (to === undefined && name === "protocol" && value === "TCP") return true;
  if (name === "priority" && to === Number(value) + 1)
    return !new RegExp(`"priority": ${to}\\b`).test(environment);
  const isAmount = AMOUNT.test(name) && typeof to !== "boolean";
  return isAmount && !isFar(value, to);
}

/** As a word of its own; keys and parts of addresses do not count. */
function occurrences(text: string, word: string): number {
  const quoted = escaped(JSON.stringify(word).slice(1, -1));
  return [...text.matchAll(new RegExp(`(?<![\\w.-])${quoted}(?![\\w.-]|"\\s*:)`, "g"))].length;
}

function isFar(value: unknown, to: unknown): boolean {
  if (typeof value === "number" && typeof to === "number") return Math.abs(to - value) > 60_000;
  return to !== undefined;
}
