import type { Difference } from "./compare";

/**
 * Attributes that providers got after the version which the bindings were made from. Each was looked up in the source of
 * the versions before and after.
 */
const LATER: readonly { readonly type: string; readonly path: string; readonly since: string }[] = [
  // https://github.com/cloudflare/terraform-provider-cloudflare/blob/main/CHANGELOG.md
  { type: "cloudflare_authenticated_origin_pulls_settings", path: "id", since: "5.17.0" },
  { type: "cloudflare_authenticated_origin_pulls_certificate", path: "serial_number", since: "5.18.0" },
  { type: "cloudflare_dns_record", path: "private_routing", since: "5.19.0" },
];

/** Known reasons for differences between derived and real schemas, and why they do no harm. */
export const EXPLANATIONS: readonly {
  readonly matches: (difference: Difference) => boolean;
  readonly because: string;
}[] = [
  {
    matches: ({ path, what, real }) => what === "kind" && path.endsWith("description") && real === "nothing",
    because:
      "the schema file was made smaller by deleting every 'description', arguments of that name included",
  },
  {
    matches: ({ what, derived, real }) => what === "type" && withoutDescription(derived) === real,
    because: "the schema file was made smaller by deleting every 'description', fields of that name included",
  },
  {
    matches: ({ path, what, derived }) => what === "computed" && derived === "true" && path.includes("."),
    because:
      "bindings call everything inside a computed structure computed; the emulator then fills in what the provider leaves null",
  },
  {
    matches: ({ what, derived, real }) =>
      (what === "max items" && derived === "0" && Number(real) > 1) ||
      (what === "min items" && Number(derived) <= 1 && Number(real) > 1),
    because: "bindings say 'at most one' and 'at least one', but no other number of items",
  },
  {
    matches: ({ what, derived, real }) =>
      what === "type" &&
      [derived, real].some((type) => type.startsWith("nested ")) &&
      wireShape(derived) === wireShape(real),
    because: "a computed list of objects, nested or not, is the same on the wire",
  },
  ...LATER.map(({ type, path, since }) => ({
    matches: (difference: Difference) =>
      difference.type === type &&
      difference.path === path &&
      difference.what === "kind" &&
      difference.derived === "nothing",
    because: `the provider has it since ${since}, the bindings are older: what they do not know they do not write`,
  })),
];

function withoutDescription(type: string): string {
  return type.replace(/description=string(, )?/g, "").replace(/, }/g, "}");
}

function wireShape(type: string): string {
  return type.replace(/^nested (\w+).*$/, "$1").replace(/^(\w+)\(.*$/s, "$1");
}
