/** Environment variables that look like ours and are none: a misspelt setting would otherwise be the default, silently. */
import type { Options } from "./options";

/**
 * What Kubernetes sets for a Service whose name starts as our variables do.
 * https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables
 */
const SERVICE_LINK =
  /_SERVICE_HOST$|_SERVICE_PORT(_[A-Z0-9_]+)?$|_PORT(_\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?$/;

/** How many letters must change to make one of the other (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, candidate] of [...other].entries()) {
      const changed = (row[j] as number) + Number(letter !== candidate);
      next.push(Math.min(changed, (row[j + 1] as number) + 1, (next[j] as number) + 1));
    }
    row = next;
  }
  return row[other.length] as number;
}

/**
 * @param prefix begins the variables that are ours
 * @param tables of every command: a pod may set the variables of one for all its containers
 */
export function unknownVariables(
  environment: Readonly<Record<string, string | undefined>>,
  prefix: string,
  tables: readonly Options[],
): readonly string[] {
  const known = tables.flatMap((table) => Object.values(table).flatMap(({ env }) => env));
  const nearest = (name: string): string =>
    known.reduce((best, candidate) => (distance(name, candidate) < distance(name, best) ? candidate : best));
  return Object.keys(environment)
    .filter((name) => name.startsWith(`${prefix}_`) && !known.includes(name) && !SERVICE_LINK.test(name))
    .map((name) => `${name}: no such variable; the nearest is ${nearest(name)}`);
}
