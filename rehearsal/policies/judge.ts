import { UNKNOWN, type Value, type Values } from "../emulator/values";
import { matches } from "../pattern";
import type { TeamPolicies } from "./file";
import type { Planned } from "./planned";

/** The names under which exceptions accept what a policy refuses. */
const RULES = ["policy/tags", "policy/locations", "policy/sizes", "policy/deletion-protection"] as const;

export type PolicyRule = (typeof RULES)[number];

export const isPolicyRule = (name: string): name is PolicyRule => (RULES as readonly string[]).includes(name);

/** Something that a team does not allow. */
export interface Violation {
  readonly address: string;
  readonly rule: PolicyRule;
  readonly says: string;
}

/**
 * What a plan makes that a team does not allow. The rehearsal asks this of its own plans, the pipeline of real ones.
 */
export const violations = (planned: readonly Planned[], policies: TeamPolicies): Violation[] =>
  planned.flatMap((each) => [
    ...tags(each, policies),
    ...among(each, "policy/locations", LOCATIONS, policies.locations),
    ...among(each, "policy/sizes", SIZES, policies.sizes),
    ...unprotected(each, policies),
  ]);

/** Where clouds keep tags, what comes to be of them first: with a provider's own default tags. */
const TAGS = ["tags_all", "effective_labels", "tags", "labels", "resource_labels", "user_labels"];

function tags({ address, values }: Planned, { tags: wanted = [] }: TeamPolicies): Violation[] {
  const name = TAGS.find((each) => each in values && isMap(values[each]));
  if (name === undefined || values[name] === UNKNOWN) return [];
  const carried = (values[name] ?? {}) as Values;
  const missing = wanted.filter((tag) => carried[tag] === undefined || carried[tag] === "");
  if (missing.length === 0) return [];
  const says = `${name} ${missing.length > 1 ? "lack" : "lacks"} ${missing.join(", ")}; expected ${wanted.join(", ")}, each with a value`;
  return [{ address, rule: "policy/tags", says }];
}

/** Some providers have lists under these names: what a machine is called, not what it costs. */
const isMap = (value: Value | undefined): boolean => !Array.isArray(value) && typeof value !== "string";

const LOCATIONS = ["location", "region", "zone", "availability_zone"];
const SIZES = [
  "size",
  "vm_size",
  "instance_type",
  "instance_types",
  "instance_class",
  "machine_type",
  "node_type",
  "tier",
  "plan",
];

function among(
  { address, values }: Planned,
  rule: PolicyRule,
  names: readonly string[],
  allowed: readonly string[] | undefined,
): Violation[] {
  if (!allowed) return [];
  return valuesNamed(values, names, "").flatMap(({ at, value }) =>
    texts(value)
      .filter((text) => !allowed.some((pattern) => isMatch(pattern, text)))
      .map((text) => ({ address, rule, says: `${at} is ${text}; expected one of ${allowed.join(", ")}` })),
  );
}

const PROTECTIONS = [
  "deletion_protection",
  "deletion_protection_enabled",
  "enable_deletion_protection",
  "disable_api_termination",
];

function unprotected({ address, values }: Planned, { deletionProtection }: TeamPolicies): Violation[] {
  if (!deletionProtection) return [];
  return valuesNamed(values, PROTECTIONS, "")
    .filter(({ value }) => value !== true && value !== UNKNOWN)
    .map(({ at, value }) => ({
      address,
      rule: "policy/deletion-protection",
      says: `${at} is ${JSON.stringify(value)}; expected true`,
    }));
}

/** Arguments of these names, in blocks too. */
function valuesNamed(
  value: Value,
  names: readonly string[],
  at: string,
): { readonly at: string; readonly value: Value }[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesNamed(each, names, at));
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value as Values).flatMap(([name, inner]) => {
    const place = at ? `${at}.${name}` : name;
    return names.includes(name) ? [{ at: place, value: inner }] : valuesNamed(inner, names, place);
  });
}

/** What is written, not what a provider chooses or is not known yet. */
const texts = (value: Value): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (each): each is string => typeof each === "string" && each !== "",
  );

/** Azure writes one location as `West Europe` and as `westeurope`. */
function isMatch(pattern: string, text: string): boolean {
  const plain = (each: string) => each.replaceAll(" ", "").toLowerCase();
  return matches(plain(pattern), plain(text));
}
