import { fitsOf } from "../clouds";
import { placesOf } from "../places";
import type { Rule } from "../problem";
import { anyOf } from "../schema/primitives";

/** One cluster keeps the samples of all: it serves no users, and the others reach it. */
const hubIsATool: Rule = (environment) => {
  const { infrastructure, monitoring } = environment;
  if (monitoring.hub === undefined) return [];
  const { cluster } = monitoring.hub;
  const tools = placesOf(environment).filter(({ role }) => role === "tooling");
  if (!fitsOf(environment).admitsWriters) {
    return [
      {
        path: ["monitoring", "hub"],
        message: `no cluster of infrastructure "${infrastructure.kind}" is reached by the others for their samples; expected none, or a receiver of your own as monitoring.remoteWrite`,
      },
    ];
  }
  return tools.some(({ name }) => name === cluster)
    ? []
    : [
        {
          path: ["monitoring", "hub", "cluster"],
          message: `no cluster "${cluster}" with role "tooling"; expected ${tools.length > 0 ? anyOf(tools.map(({ name }) => name)) : "one to be there"}`,
        },
      ];
};

const standaloneClustersExist: Rule = (environment) => {
  const { hub } = environment.monitoring;
  const others = placesOf(environment)
    .map(({ name }) => name)
    .filter((name) => name !== hub?.cluster);
  return (hub?.standalone ?? []).flatMap((name, index) =>
    others.includes(name)
      ? []
      : [
          {
            path: ["monitoring", "hub", "standalone", index],
            message: `${name === hub?.cluster ? `"${name}" is the hub itself` : `no cluster "${name}"`}; expected ${anyOf(others)}`,
          },
        ],
  );
};

const bucketIsMade: Rule = (environment) =>
  environment.monitoring.longTerm === undefined || fitsOf(environment).keepsMetrics
    ? []
    : [
        {
          path: ["monitoring", "longTerm"],
          message: `infrastructure "${environment.infrastructure.kind}" makes no bucket for samples; expected none, or a hosted Prometheus as monitoring.remoteWrite`,
        },
      ];

/** What must hold of monitoring. */
export const monitoringRules: readonly Rule[] = [hubIsATool, standaloneClustersExist, bucketIsMade];
