import type { Problem, Rule } from "../../problem";
import type { Environment } from "../../schema/environment";
import { anyOf } from "../../schema/primitives";

const regionsOf = ({ regions }: Pick<Environment, "regions">): readonly string[] =>
  Object.entries(regions).flatMap(([region, { network }]) => (network?.kind === "aws" ? [region] : []));

/** The region that holds what belongs to none. */
export const homeRegionOf = (environment: Pick<Environment, "regions" | "infrastructure">): string => {
  const { infrastructure } = environment;
  const said = infrastructure.kind === "aws" ? infrastructure.home : undefined;
  return said ?? (regionsOf(environment)[0] as string); // a rule asks for it where there are several
};

/** Which region is home is said once there are several: the order of an object's keys must not decide where images are. */
export const homeIsKnown: Rule = (environment): readonly Problem[] => {
  const { infrastructure } = environment;
  const regions = regionsOf(environment);
  if (infrastructure.kind !== "aws" || regions.length === 0) return [];
  const { home } = infrastructure;
  if (home === undefined ? regions.length === 1 : regions.includes(home)) return [];
  const what =
    home === undefined
      ? "several regions have a network, and one of them holds what belongs to none, such as the registry"
      : `no region "${home}" has a network`;
  return [
    {
      path: ["infrastructure", "home"],
      message: `${what}; expected ${anyOf(regions)} (before this key it was the first)`,
    },
  ];
};
