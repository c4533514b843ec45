import { z } from "zod";
import { everyCloud } from "../clouds";
import { COUNTRIES, COUNTRY_LISTS, type CountryList } from "../countries";
import { choice, expected, name, oneKindOf, record } from "./primitives";

const cluster = oneKindOf(
  "a cluster",
  everyCloud("clusters").map(({ schema }) => schema),
);

const network = oneKindOf(
  "a network",
  everyCloud("networks").map(({ schema }) => schema),
);

const country = z
  .string(expected("a country code of ISO 3166-1", "US"))
  .refine((code) => COUNTRIES.includes(code), expected("a country code of ISO 3166-1 in capitals", "US"));

const lists = Object.keys(COUNTRY_LISTS) as [CountryList];

const EXPECTED_COUNTRIES = `expected a list of country codes such as ["US", "CA"], or one of ${lists.map((list) => JSON.stringify(list)).join(", ")}`;

/**
 * The countries whose users a region serves: a list of codes, or a named list. `americas-26` is what the first
 * deployment had; `americas` is complete.
 */
const countries = z
  .union([choice(...lists), z.array(country).min(1, { error: EXPECTED_COUNTRIES })], {
    error: EXPECTED_COUNTRIES,
  })
  .transform((value): readonly string[] => (typeof value === "string" ? COUNTRY_LISTS[value] : value));

export const region = record({
  /** The network that its clusters are in. @default - the clusters exist already and bring their network */
  network: network.optional(),
  /** Users of these countries are served here. @default - the region serves as fallback, or as default region */
  countries: countries.optional(),
  /** The clusters of the region by name. */
  clusters: z.record(name("a cluster's name", "eu"), cluster, {
    error: 'expected the region\'s clusters by name, such as { "eu": { "kind": "k3s", "role": "api" } }',
  }),
});
