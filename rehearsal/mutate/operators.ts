import { Embedded, type Json } from "./embedded";
import { pick } from "./random";
import { names, type Site, type Step } from "./site";
import { misspelt, otherCase, shiftedNetwork } from "./words";

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
}

/** One kind of mistake. It knows no resource type and no rule: only shapes of values and of names. */
export interface Operator {
  readonly name: string;
  readonly family: "drop" | "misspell" | "swap" | "move" | "shift" | "widen";
  readonly change: (site: Site, corpus: Corpus) => Change | undefined;
}

const seedOf = ({ workspace, path }: Site) => `${workspace} ${path.join(".")}`;
const isReference = (value: Json): value is string => typeof value === "string" && /\$\{/.test(value);
const isWord = (value: Json): value is string =>
  typeof value === "string" && !value.includes("${") && value.length <= 80;
const last = (path: readonly Step[]): Step | undefined => path.at(-1);
const nameOf = ({ path }: Site): string => names(path).at(-1) ?? "";
const isItem = ({ path }: Site): boolean => typeof last(path) === "number";
const inResource = ({ path }: Site): boolean => path[0] === "resource" && path.length > 3;
const isObject = (value: Json): value is { [key: string]: Json } | Json[] =>
  typeof value === "object" && value !== null && !(value instanceof Embedded);
const holdsReference = (value: Json): boolean => {
  if (value instanceof Embedded) return value.documents.some(holdsReference);
  if (typeof value === "string") return isReference(value);
  return isObject(value) && Object.values(value).some(holdsReference);
};

const another = (values: readonly Json[], site: Site): Json | undefined => {
  const others = [...new Set(values.filter((value) => value !== site.value))];
  return others[pick(others.length, seedOf(site))];
};

const drop = (name: string, applies: (site: Site) => boolean): Operator => ({
  name,
  family: "drop",
  change: (site) => (applies(site) ? { to: undefined } : undefined),
});

const set = (
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

const ELSEWHERE = /(location|region|zone|zone_id|namespace)$/i;
const ORDINAL = /(port|ports|priority|_from|_to|targetPort)$/i;

export const OPERATORS: readonly Operator[] = [
  drop("a resource is gone", ({ path }) => path[0] === "resource" && path.length === 3),
  drop(
    "a manifest is gone",
    ({ path, value }) => isItem({ path } as Site) && isObject(value) && isKind(value),
  ),
  drop(
    "a block or a reference is gone",
    (site) =>
      inResource(site) &&
      !isItem(site) &&
      nameOf(site) !== "depends_on" &&
      (isObject(site.value) || holdsReference(site.value)),
  ),
  drop(
    "an element is gone",
    (site) => inResource(site) && isItem(site) && nameOf(site) !== "depends_on" && !isKind(site.value),
  ),
  drop("an order is gone", (site) => isItem(site) && nameOf(site) === "depends_on"),
  set("a word is misspelt", "misspell", (site) =>
    isWord(site.value) && nameOf(site) !== "depends_on" ? misspelt(site.value, seedOf(site)) : undefined,
  ),
  set("a reference is misspelt", "misspell", ({ value, ...site }) =>
    isReference(value)
      ? value.replace(
          /(outputs|[a-z]\w*_\w+\.[\w-]+)\.([\w-]+)/,
          (_, head: string, name: string) => `${head}.${misspelt(name, seedOf({ ...site, value })) ?? name}`,
        )
      : undefined,
  ),
  set("a word has other capitals", "misspell", ({ value }) => (isWord(value) ? otherCase(value) : undefined)),
  {
    name: "a key is misspelt",
    family: "misspell",
    change: (site) => {
      const key = last(site.path);
      const changed = typeof key === "string" && inResource(site) ? misspelt(key, seedOf(site)) : undefined;
      return changed ? { to: site.value, key: { path: site.path, name: changed } } : undefined;
    },
  },
  set("the value of a sibling", "swap", (site, corpus) =>
    isWord(site.value) && inResource(site) ? another(corpus.siblings(site).filter(isWord), site) : undefined,
  ),
  set("the reference of a sibling", "swap", (site, corpus) =>
    isReference(site.value) && inResource(site)
      ? another(corpus.siblings(site).filter(isReference), site)
      : undefined,
  ),
  set("another output", "swap", (site, corpus) =>
    isReference(site.value)
      ? another(
          corpus
            .named("outputs")
            .filter((other) => isReference(other) && sameState(other, site.value as string)),
          site,
        )
      : undefined,
  ),
  set("somewhere else", "move", (site, corpus) =>
    isWord(site.value) && ELSEWHERE.test(nameOf(site))
      ? another(corpus.named(nameOf(site)).filter(isWord), site)
      : undefined,
  ),
  set("a port or rank beside it", "shift", ({ value, path }) =>
    ORDINAL.test(names(path).at(-1) ?? "") ? shifted(value) : undefined,
  ),
  set("a network beside it", "shift", (site) =>
    isWord(site.value) ? shiftedNetwork(site.value, seedOf(site)) : undefined,
  ),
  set("a number far too large", "widen", ({ value, path }) =>
    typeof value === "number" && path[0] === "resource" ? value * 1000 + 70_000 : undefined,
  ),
  set("the whole Internet", "widen", ({ value }) =>
    isWord(value) && /^\d+\.\d+\.\d+\.\d+\/[1-9]\d?$/.test(value) ? "0.0.0.0/0" : undefined,
  ),
  set("everything", "widen", ({ value, path }) =>
    isWord(value) &&
    /^(Action|Resource|destination_port_range)$/.test(names(path).at(-1) ?? "") &&
    value !== "*"
      ? "*"
      : undefined,
  ),
  set("a switch is turned", "widen", ({ value, path }) =>
    typeof value === "boolean" && path[0] === "resource" ? !value : undefined,
  ),
];

/** An object of Kubernetes. */
function isKind(value: Json): boolean {
  return isObject(value) && ["apiVersion", "kind", "metadata"].every((key) => key in value);
}

function shifted(value: Json): Json | undefined {
  if (typeof value === "number") return value + 1;
  return typeof value === "string" && /^\d+$/.test(value) ? String(Number(value) + 1) : undefined;
}

function sameState(first: string, second: string): boolean {
  const state = (text: string) => /terraform_remote_state\.([\w-]+)\./.exec(text)?.[1];
  return state(first) !== undefined && state(first) === state(second);
}
