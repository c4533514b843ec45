import { parseEnvironment } from "../../../config/parse";
import { ConfigurationError, type Problem } from "../../../config/problem";

export type Path = readonly (string | number)[];

/** What is told of an input, nothing where it is taken. Any other error is a bug, and thrown. */
export function told(input: unknown): readonly Problem[] {
  try {
    parseEnvironment(input, "config/environments/any.ts");
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

// biome-ignore lint/suspicious/noExplicitAny: inputs are broken in every way
type Loose = any;

/** A copy with another value at a place; without the place where the value is undefined. */
export function changed(input: unknown, path: Path, value: unknown): unknown {
  const copy = structuredClone(input) as Loose;
  const owner = path.slice(0, -1).reduce((each: Loose, key) => each[key], copy);
  const last = path.at(-1) as string;
  if (value === undefined) delete owner[last];
  else owner[last] = value;
  return copy;
}

/** Whether a path leads to a place, or to something in it. */
export const isWithin = (path: readonly PropertyKey[], place: readonly PropertyKey[]): boolean =>
  place.every((key, index) => path[index] === key);

/** Every place in an input, lists and objects before what is in them. */
export function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const keys = Array.isArray(value) ? value.map((_, index) => index) : Object.keys(value);
  const children = keys.flatMap((key) => placesIn((value as Loose)[key], [...path, key]));
  return path.length === 0 ? children : [path, ...children];
}
