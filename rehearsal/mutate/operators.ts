import { BLIND } from "./blind-operators";
import type { Json } from "./embedded";
import {
  another,
  drop,
  holdsReference,
  inResource,
  isItem,
  isObject,
  isReference,
  isWord,
  last,
  nameOf,
  type Operator,
  seedOf,
  set,
} from "./operator";
import { names, type Site } from "./site";
import { misspelt, otherCase, shiftedNetwork } from "./words";

const ELSEWHERE = /(location|region|zone|zone_id|namespace)$/i;
const ORDINAL = /(port|ports|priority|_from|_to|targetPort)$/i;

const SEEN: readonly Operator[] = [
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

/** Those of `blind-operators.ts` besides. */
export const OPERATORS: readonly Operator[] = [...SEEN, ...BLIND];

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
