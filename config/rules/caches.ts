import { cloudOf, clouds } from "../clouds";
import type { Problem, Rule } from "../problem";
import { anyOf } from "../schema/primitives";
import { regionProblems } from "./serving-region";

const makers = (): readonly string[] =>
  Object.entries(clouds)
    .filter(([, { fits }]) => "caches" in fits && fits.caches)
    .map(([name]) => name);

/** What the cloud does not make is refused, and nothing else said of it. */
const cachesFit: Rule = (environment) =>
  cloudOf(environment).fits.caches
    ? []
    : Object.keys(environment.caches).map((name) => ({
        path: ["caches", name],
        message: `infrastructure "${environment.infrastructure.kind}" makes no caches (infrastructure ${anyOf(makers())} does); expected none, and the URL of one that exists in env or secrets of who uses it`,
      }));

const regionsAreKnown: Rule = (environment) =>
  cloudOf(environment).fits.caches
    ? regionProblems(environment, "caches", Object.entries(environment.caches))
    : [];

/** Those who use a cache are there, and have the variable from nowhere else. */
const usersExist: Rule = (environment) =>
  Object.entries(environment.caches).flatMap(([name, { usedBy, variable }], position) =>
    Object.entries(usedBy).flatMap(([workload, services]): readonly Problem[] => {
      const path = ["caches", name, "usedBy", workload];
      const found = environment.workloads.find((each) => each.name === workload);
      if (found === undefined) {
        const known = environment.workloads.map((each) => each.name);
        return [{ path, message: `no workload has this name; expected ${anyOf(known)}` }];
      }
      const earlier = Object.values(environment.caches).slice(0, position);
      return services.flatMap((service, index): readonly Problem[] => {
        const here = found.services.find((each) => each.name === service);
        if (here === undefined) {
          const known = found.services.map((each) => each.name);
          const message = `no service of "${workload}" has this name; expected ${anyOf(known)}`;
          return [{ path: [...path, index], message }];
        }
        const isTaken =
          variable in { ...here.env, ...here.secrets, ...here.generated } ||
          earlier.some((other) => other.variable === variable && other.usedBy[workload]?.includes(service));
        return isTaken
          ? [
              {
                path: ["caches", name, "variable"],
                message: `"${service}" of "${workload}" has ${variable} already; expected another name, such as "${name.replaceAll("-", "_").toUpperCase()}_URL"`,
              },
            ]
          : [];
      });
    }),
  );

/** What must hold of caches and those who use them. */
export const cacheRules: readonly Rule[] = [cachesFit, regionsAreKnown, usersExist];
