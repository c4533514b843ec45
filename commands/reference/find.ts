import { ConfigurationError } from "../../config/problem";
import type { Entry } from "./entries";

/** A path as people write it: `regions.eu.clusters`, `workloads[0].services[0].image`, `balancer.routing[geo]`. */
const PARTS = /[^.[\]]+/g;

/**
 * The places that a path leads to: several where several kinds have the key. Names, numbers and kinds may be left out.
 *
 * @throws ConfigurationError with the keys that there are, where there is none
 */
export function find(environment: Entry, asked: string): readonly Entry[] {
  let places: readonly Entry[] = [environment];
  const walked: string[] = [];
  for (const part of asked.match(PARTS) ?? []) {
    const next = places.flatMap((place) => step(place, part));
    if (next.length === 0) throw unknown(part, walked, places);
    places = next;
    walked.push(part);
  }
  return places;
}

/** Where a key, a kind, a name or a number leads from a place. A key of that name is meant rather than any name. */
function step({ below }: Entry, part: string): readonly Entry[] {
  const exact = below.filter((entry) => entry.part === part || entry.part === `[${part}]`);
  if (exact.length > 0) return exact;
  const through = below.filter((entry) => /^[*[]/.test(entry.part)).flatMap((entry) => step(entry, part));
  const any = through.filter((entry) => entry.part !== "*");
  return any.length > 0 ? any : [...below.filter((entry) => entry.part === "*"), ...through];
}

/** The keys right below a place, of whatever kind. */
const keysBelow = ({ below }: Entry): readonly Entry[] =>
  below.flatMap((entry) => (/^[*[]/.test(entry.part) ? keysBelow(entry) : [entry]));

function unknown(part: string, walked: readonly string[], places: readonly Entry[]): ConfigurationError {
  const names = [...new Set(places.flatMap(keysBelow).map((entry) => entry.part))];
  const known = names.length > 0 ? `the keys there are ${names.join(", ")}` : "it has none";
  const where = walked.length === 0 ? "an environment" : walked.join(".");
  return new ConfigurationError("arguments", [
    { path: [], message: `no key ${JSON.stringify(part)} in ${where}; ${known}` },
  ]);
}
