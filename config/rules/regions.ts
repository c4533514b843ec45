import { overlap } from "../overlap";
import type { Rule } from "../problem";
import { pairs } from "./pairs";

const networksAreDisjoint: Rule = ({ regions }) =>
  pairs(
    Object.entries(regions).flatMap(([region, { network }]) =>
      network ? [{ region, cidr: network.cidr }] : [],
    ),
  )
    .filter(([first, second]) => overlap(first.cidr, second.cidr))
    .map(([first, second]) => ({
      path: ["regions", second.region, "network", "cidr"],
      message: `${second.cidr} overlaps ${first.cidr} of region "${first.region}"; expected networks that are disjoint, such as 10.10.0.0/16 and 10.20.0.0/16`,
    }));

const countriesAreDisjoint: Rule = ({ regions }) =>
  pairs(Object.entries(regions)).flatMap(
    ([[first, { countries: ours }], [second, { countries: theirs }]]) => {
      const shared = (ours ?? []).filter((country) => theirs?.includes(country));
      if (shared.length === 0) return [];
      return [
        {
          path: ["regions", second, "countries"],
          message: `${shared.join(", ")} also in region "${first}"; expected each country in one list only`,
        },
      ];
    },
  );

/** What must hold between regions. */
export const regionRules: readonly Rule[] = [networksAreDisjoint, countriesAreDisjoint];
