import { overlapping } from "../overlap";
import type { Rule } from "../problem";
import { repeated } from "./repeated";

const networksAreDisjoint: Rule = ({ regions }) =>
  overlapping(Object.entries(regions), ([, { network }]) => network?.cidr).map(
    ([[first, { network: ours }], [second, { network: theirs }]]) => ({
      path: ["regions", second, "network", "cidr"],
      message: `${theirs?.cidr} overlaps ${ours?.cidr} of region "${first}"; expected networks that are disjoint, such as 10.10.0.0/16 and 10.20.0.0/16`,
    }),
  );

const countriesAreDisjoint: Rule = ({ regions }) => {
  const served = Object.entries(regions).flatMap(([region, { countries = [] }]) =>
    [...new Set(countries)].map((country) => ({ region, country })),
  );
  const shared = new Map<string, string[]>();
  for (const [first, { region, country }] of repeated(served, ({ country }) => country)) {
    const key = JSON.stringify([first.region, region]);
    shared.set(key, [...(shared.get(key) ?? []), country]);
  }
  return [...shared].map(([key, countries]) => {
    const [first, second] = JSON.parse(key) as [string, string];
    return {
      path: ["regions", second, "countries"],
      message: `${countries.join(", ")} also in region "${first}"; expected each country in one list only`,
    };
  });
};

/** What must hold between regions. */
export const regionRules: readonly Rule[] = [networksAreDisjoint, countriesAreDisjoint];
