import { CLOUDS } from "../clouds";
import { isValues, type Value, type Values } from "../emulator/values";
import type { World } from "../emulator/world";
import { isForClients, isPair } from "../tls/pair";
import { tooMany } from "./admitted";
import { applies, select } from "./arguments";
import { OPEN_PORTS, opened, openings } from "./exposure";
import { FORMATS, type Format } from "./formats";
import { knownRule } from "./known";
import { nearest } from "./near";
import { READ_ONLY } from "./read-only";
import type { Demand, Exposure, Pair, Rule } from "./rule";
import { TIMEOUTS } from "./timeouts";

/** Something that a cloud would refuse although the schema allows it. */
export interface Problem {
  /** `<type>/<argument>`, or `<type>/` and what is wrong with the whole; what an exception names. */
  readonly rule: `${string}/${string}`;
  /** A warning where vendors add good values more often than a table can follow. @default "error" */
  readonly severity?: "error" | "warning";
  readonly path: readonly string[];
  readonly says: string;
  readonly source: string;
}

const TABLES = [TIMEOUTS, ...CLOUDS.map(({ values }) => values ?? { rules: [] })];
const KNOWN = CLOUDS.flatMap(({ known }) => known ?? []);
const ADDRESSING = CLOUDS.flatMap(({ addressing }) => addressing ?? []);

/**
 * What the tables of rules have against a configuration.
 *
 * @param type - `azurerm_subnet`, `data.azurerm_subnet` or `provider.azurerm`
 * @param location - of the resource, where it has one
 */
export function problems(
  type: string,
  config: Values,
  world: World,
  location: string | undefined,
): Problem[] {
  const all = <T extends { readonly types: RegExp }>(tables: readonly (readonly T[] | undefined)[]): T[] =>
    tables.flatMap((table) => table ?? []).filter(({ types }) => types.test(type));
  return [
    ...all(TABLES.map(({ rules }) => rules)).flatMap((rule) => broken(type, rule, config)),
    ...all(TABLES.map(({ demands }) => demands)).flatMap((demand) => unmet(type, demand, config)),
    ...all(TABLES.map(({ exposures }) => exposures)).flatMap((exposure) => exposed(type, exposure, config)),
    ...all(TABLES.map(({ pairs }) => pairs)).flatMap((pair) => unpaired(type, pair, config)),
    ...misaddressed(type, config, world, location),
  ];
}

/** Whether a table has a rule that gives problems of this name. */
export function isRule(name: string): boolean {
  const [type = "", what = ""] = name.split("/");
  const has = <T extends { readonly types: RegExp }>(
    table: readonly T[] | undefined,
    test: (entry: T) => boolean,
  ) => (table ?? []).some((entry) => entry.types.test(type) && test(entry));
  return (
    what === READ_ONLY ||
    has(ADDRESSING, ({ attribute }) => attribute.test(what)) ||
    has(KNOWN, (known) => knownRule(known) === what) ||
    TABLES.some(
      ({ rules, demands, exposures, pairs }) =>
        has(rules, ({ attribute }) => attribute === what) ||
        has(pairs, ({ key }) => key === what) ||
        has(demands, ({ needs }) => `missing-${needs[0]}` === what) ||
        has(exposures, () => what === OPEN_PORTS),
    )
  );
}

function broken(
  type: string,
  { when, attribute, expect, says, source, secret, open, normal = String }: Rule,
  config: Values,
): Problem[] {
  if (!applies(when, config)) return [];
  const words = open && typeof expect === "object" && "oneOf" in expect ? expect.oneOf : undefined;
  if (words)
    return select(config, attribute)
      .flatMap((value) => unlisted(type, attribute, normal(String(value)), words, source))
      .filter(({ severity }) => severity === "error" || open !== "quiet");
  return select(config, attribute)
    .filter((value) => !meets(value, expect))
    .map((value) => {
      const shown = secret ? "the value" : `'${String(value)}'`;
      const good = says ?? (typeof expect === "string" ? FORMATS[expect].says : describe(expect));
      return {
        rule: `${type}/${attribute}`,
        path: [firstStep(attribute)],
        says: `${attribute}: ${shown} is not ${good}`,
        source,
      };
    });
}

/** A word that a growing list does not have. */
function unlisted(
  type: string,
  attribute: string,
  value: string,
  words: readonly string[],
  source: string,
): Problem[] {
  if (words.includes(value)) return [];
  const near = nearest(value, words);
  const isNew = near === undefined || near.replace(/\d/g, "") === value.replace(/\d/g, "");
  const says = near
    ? `${attribute}: '${value}' is not known; is ${near} meant?`
    : `${attribute}: '${value}' is not known`;
  const severity = isNew ? "warning" : "error";
  return [{ rule: `${type}/${attribute}`, severity, path: [firstStep(attribute)], says, source }];
}

function meets(value: Value, expect: Rule["expect"]): boolean {
  if (typeof expect === "string") return typeof value === "string" && FORMATS[expect as Format].test(value);
  if (expect instanceof RegExp) return expect.test(String(value));
  if ("oneOf" in expect) return expect.oneOf.includes(String(value));
  return Number(value) >= expect.from && Number(value) <= expect.to;
}

function describe(expect: Exclude<Rule["expect"], Format>): string {
  if (expect instanceof RegExp) return `of the form ${expect.source}`;
  return "oneOf" in expect
    ? `one of ${expect.oneOf.slice(0, 40).join(", ")}`
    : `between ${expect.from} and ${expect.to}`;
}

function unmet(type: string, { when, needs, says, source }: Demand, config: Values): Problem[] {
  if (!applies(when, config) || needs.some((path) => isThere(config, path))) return [];
  const rule = `${type}/missing-${needs[0]}` as const;
  return [{ rule, path: [], says: `${needs.join(" or ")} is missing: ${says}`, source }];
}

/** A key that is not that of its certificate. What cannot be read stands in for something that only a user has. */
function unpaired(type: string, { certificate, key, isClient, source }: Pair, config: Values): Problem[] {
  const [shown, secret] = [certificate, key].map((path) => select(config, path)[0]);
  if (typeof shown !== "string" || typeof secret !== "string") return [];
  const problem = (says: string): Problem => ({
    rule: `${type}/${key}`,
    path: [firstStep(key)],
    says,
    source,
  });
  return [
    ...(isPair(shown, secret) === false ? [problem(`${key}: it is not the key of ${certificate}`)] : []),
    ...(isClient && isForClients(shown) === false
      ? [problem(`${certificate}: it is not for clients: client_auth is not among its uses`)]
      : []),
  ];
}

function exposed(type: string, exposure: Exposure, config: Values): Problem[] {
  return openings(exposure, config).flatMap(({ port, from }) => {
    const wide = tooMany(from);
    return wide === undefined
      ? []
      : [{ rule: `${type}/${OPEN_PORTS}`, path: [], says: opened(port, wide), source: exposure.source }];
  });
}

/** Ids that name something else than the argument wants, or something in another location. */
function misaddressed(type: string, config: Values, world: World, location: string | undefined): Problem[] {
  return ADDRESSING.filter(({ types }) => types.test(type)).flatMap(
    ({ attribute, form, says, source, near }) =>
      find(config, attribute).flatMap(([name, value]): Problem[] => {
        const rule = `${type}/${name}` as const;
        if (!form.test(value))
          return [{ rule, path: [], says: `${name}: '${value}' is not ${says}`, source }];
        const there = near ? world.locationOf(value) : undefined;
        if (!location || !there || there === location) return [];
        return [
          { rule, path: [], says: `${name}: '${value}' is in ${there}, but this is in ${location}`, source },
        ];
      }),
  );
}

function isThere(config: Values, path: string): boolean {
  const [step = "", ...rest] = path.split(".");
  const value = config[step] ?? null;
  if (rest.length > 0) {
    const inner = Array.isArray(value) ? value : [value];
    return inner.some((found) => (!isValues(found) ? found !== null : isThere(found, rest.join("."))));
  }
  return Array.isArray(value) ? value.length > 0 : value !== null;
}

/** All strings under attributes of a name, at any depth. */
function find(values: Values, attribute: RegExp): [string, string][] {
  return Object.entries(values).flatMap(([name, value]): [string, string][] => {
    const items = Array.isArray(value) ? value : [value];
    if (attribute.test(name))
      return items.flatMap((item) => (typeof item === "string" ? [[name, item]] : []));
    return items.flatMap((item) => (isValues(item) ? find(item, attribute) : []));
  });
}

function firstStep(path: string): string {
  return path.split(".")[0] as string;
}
