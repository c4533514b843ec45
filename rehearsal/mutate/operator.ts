import { Embedded, type Json } from "./embedded";
import { pick } from "./random";
import { names, type Site, type Step } from "./site";

/** What a mutation puts in a place; undefined takes away what is there. */
export interface Change {
  readonly to: Json | undefined;
  /** Where, if not at the site itself. */
  readonly key?: { readonly path: readonly Step[]; readonly name: string };
}

/** All sites of all environments, to borrow other values from. */
export interface Corpus {
  /** Values that the same argument of the same type has elsewhere in the environment; references in the workspace. */
  siblings(site: Site): readonly Json[];
  /** Values that arguments of this name have anywhere. */
  named(name: string): readonly Json[];
  /** Attributes of a type that are referred to anywhere. */
  attributes(type: string): readonly string[];
}

/** One kind of mistake. It knows no resource type and no rule: only shapes of values and of names. */
export interface Operator {
  readonly name: string;
  readonly family: "drop" | "misspell" | "swap" | "move" | "shift" | "widen";
  readonly change: (site: Site, corpus: Corpus) => Change | undefined;
}

/** An expression that is nothing but one attribute of one resource: its address, its type and the attribute. */
export const ATTRIBUTE = /^\$\{(((?:data\.)?[a-z]\w*_\w+)\.[\w-]+)\.([a-z_]+)\}$/;

export const seedOf = ({ workspace, path }: Site) => `${workspace} ${path.join(".")}`;
export const isReference = (value: Json): value is string => typeof value === "string" && /\$\{/.test(value);
export const isWord = (value: Json): value is string =>
  typeof value === "string" && !value.includes("${") && value.length <= 80;
export const last = (path: readonly Step[]): Step | undefined => path.at(-1);
export const nameOf = ({ path }: Site): string => names(path).at(-1) ?? "";
export const isItem = ({ path }: Site): boolean => typeof last(path) === "number";
export const inResource = ({ path }: Site): boolean => path[0] === "resource" && path.length > 3;
export const isObject = (value: Json): value is { [key: string]: Json } | Json[] =>
  typeof value === "object" && value !== null && !(value instanceof Embedded);
export const holdsReference = (value: Json): boolean => {
  if (value instanceof Embedded) return value.documents.some(holdsReference);
  if (typeof value === "string") return isReference(value);
  return isObject(value) && Object.values(value).some(holdsReference);
};

export const another = (values: readonly Json[], site: Site): Json | undefined => {
  const others = [...new Set(values.filter((value) => value !== site.value))];
  return others[pick(others.length, seedOf(site))];
};

export const drop = (name: string, applies: (site: Site) => boolean): Operator => ({
  name,
  family: "drop",
  change: (site) => (applies(site) ? { to: undefined } : undefined),
});

export const set = (
  name: string,
  family: Operator["family"],
  to: (site: Site, corpus: Corpus) => Json | undefined,
): Operator => ({
  name,
  family,
  change: (site, corpus) => {
    const value = to(site, corpus);
    return value === undefined || value === site.value ? undefined : { to: value };
  },
});
