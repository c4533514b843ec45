import type { Environment } from "./schema/environment";

/** A value that only shows what a good one looks like. */
export class Documented {
  constructor(readonly value: string) {}
}

/**
 * Marks a value of a shipped environment that a team must replace by one of its own. Synthesis and a rehearsal work with it;
 * Terraform refuses to plan a workspace in which it is.
 */
export const documentation = (value: string): string => new Documented(value) as unknown as string;

/** A documentation value that a team must replace before an apply. */
export interface Placeholder {
  /** Such as `infrastructure.operatorCidrs[0]`. */
  readonly path: string;
  readonly value: string;
}

const placeholders = new WeakMap<Environment, readonly Placeholder[]>();

/** The documentation values that are still in an environment. */
export const placeholdersIn = (environment: Environment): readonly Placeholder[] =>
  placeholders.get(environment) ?? [];

/**
 * Remembers which marked values of its file an environment still has: at the place of the mark, or anywhere in the same
 * list. A value that was typed again is the same value.
 *
 * @param input - plain data
 */
export function remember(environment: Environment, input: unknown, marked: readonly Placeholder[]): void {
  const marks = new Set(marked.map(markOf));
  placeholders.set(
    environment,
    textsIn(input, "").filter((found) => marks.has(markOf(found))),
  );
}

const markOf = ({ path, value }: Placeholder): string =>
  JSON.stringify([path.replace(/\[\d+\]/g, "[]"), value]);

function textsIn(value: unknown, path: string): readonly Placeholder[] {
  if (typeof value === "string") return [{ path, value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    textsIn(child, Array.isArray(value) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
  );
}
