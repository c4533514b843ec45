import type { Json } from "./embedded";
import {
  ATTRIBUTE,
  type Change,
  drop,
  inResource,
  isItem,
  isObject,
  isReference,
  isWord,
  nameOf,
  type Operator,
  seedOf,
  set,
} from "./operator";
import { pick } from "./random";
import { names, type Site } from "./site";

/** What is written in the place of a unit by people who think of another program's. */
const UNITS: Readonly<Record<string, string>> = {
  Mi: "MB",
  Gi: "GB",
  m: "min",
  h: "hr",
  s: "sec",
  d: "days",
};

/** Mistakes that were thought of by someone who had not read a rule of any cloud. */
export const BLIND: readonly Operator[] = [
  drop(
    "an argument is gone",
    (site) => inResource(site) && !isItem(site) && isWord(site.value) && !isFrame(site),
  ),
  set("a list is empty", "drop", (site) =>
    inResource(site) && Array.isArray(site.value) && site.value.length > 0 && nameOf(site) !== "depends_on"
      ? []
      : undefined,
  ),
  {
    name: "a mark is gone",
    family: "drop",
    change: ({ path, value }) =>
      path.length === 3 && path[2] === "sensitive" && value === true ? { to: undefined } : undefined,
  },
  {
    name: "two arguments are exchanged",
    family: "swap",
    change: (site) => (inResource(site) && !isItem(site) ? exchanged(site) : undefined),
  },
  set("another attribute of the same", "swap", ({ value, path }, corpus) => {
    const [, resource = "", type = "", attribute] = ATTRIBUTE.exec(String(value)) ?? [];
    if (path[0] !== "resource" || !attribute) return undefined;
    const others = corpus.attributes(type).filter((other) => other !== attribute);
    const chosen = others[pick(others.length, String(value), path.join("."))];
    return chosen ? `\${${resource}.${chosen}}` : undefined;
  }),
  set("the first part is gone", "misspell", (site) =>
    inResource(site) && isWord(site.value) && !isFrame(site)
      ? /^[^\s.:/]*[.:/]+(?=.*[A-Za-z])(.+)$/.exec(site.value)?.[1]
      : undefined,
  ),
  set("a unit of another program", "misspell", ({ value }) =>
    isWord(value)
      ? value.replace(/^(\d+)(Mi|Gi|m|h|s|d)$/, (_, amount: string, unit: string) => amount + UNITS[unit])
      : undefined,
  ),
  set("a version that never was", "shift", ({ value, path }) =>
    isWord(value) && path[0] === "resource"
      ? value.replace(/^((?:[\w.-]+\/)?v\d+)((?:alpha|beta)\d+)?$/, (_, stable: string, early?: string) =>
          early ? stable : `${stable}beta1`,
        )
      : undefined,
  ),
  {
    name: "the same twice",
    family: "widen",
    change: ({ path, value }) =>
      path[0] === "resource" && path.length === 2 && isObject(value)
        ? again(path.join("."), value)
        : undefined,
  },
];

/** What cdktf writes besides a resource's arguments. */
function isFrame({ path }: Site): boolean {
  return names(path).some((name) => ["provider", "lifecycle"].includes(name));
}

/** An argument and the one beside it, where both are words or both references. */
function exchanged({ path, value, ...site }: Site): Change | undefined {
  if (!isObject(value) || Array.isArray(value) || path.length < 4) return undefined;
  const alike = (test: (one: Json) => boolean) => Object.entries(value).filter(([, one]) => test(one));
  for (const pairs of [alike(isReference), alike(isWord)]) {
    const first = pick(pairs.length, seedOf({ path, value, ...site }));
    const [one, other] = [pairs[first], pairs[(first + 1) % pairs.length]];
    if (one && other && one[1] !== other[1]) {
      return { to: { ...value, [one[0]]: other[1], [other[0]]: one[1] } };
    }
  }
  return undefined;
}

/** A resource that is there once more, with the name that people gave it. */
function again(seed: string, resources: object): Change | undefined {
  const named = Object.entries(resources as { [key: string]: Json }).filter(([, body]) => {
    const { name, metadata } = body as { [key: string]: Json };
    return isWord(name ?? null) || isObject(metadata ?? null);
  });
  const chosen = named[pick(named.length, seed)];
  return chosen ? { to: { ...(resources as object), [`${chosen[0]}-again`]: chosen[1] } } : undefined;
}
