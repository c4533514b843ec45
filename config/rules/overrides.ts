import { serviceIn } from "../in-cluster";
import type { Rule } from "../problem";
import { anyOf } from "../schema/primitives";
import { clustersWithRole } from "../topology";

/** Every workload has a cluster to run in. */
const rolesAreThere: Rule = (environment) =>
  environment.workloads.flatMap(({ role }, index) =>
    clustersWithRole(environment, role).length > 0 || role === "api" // of which there must be one anyway
      ? []
      : [
          {
            path: ["workloads", index, "role"],
            message: `no cluster has role "${role}"; expected a region with one, such as { "clusters": { "tools": { "role": "${role}" } } }`,
          },
        ],
  );

const overridesNamePlaces: Rule = (environment) =>
  environment.workloads.flatMap(({ role, services }, workload) => {
    const places = [
      ...new Set(clustersWithRole(environment, role).flatMap(({ region, name }) => [region, name])),
    ];
    return services.flatMap(({ overrides }, service) =>
      Object.keys(overrides)
        .filter((place) => !places.includes(place))
        .map((place) => ({
          path: ["workloads", workload, "services", service, "overrides", place],
          message: `the workload runs in no region or cluster of this name; expected ${anyOf(places)}`,
        })),
    );
  });

/** Replicas that are in order for every cluster may not be so for one of them. */
const replicasStayInOrder: Rule = (environment) =>
  environment.workloads.flatMap(({ role, services }, workload) =>
    services.flatMap((service, index) =>
      clustersWithRole(environment, role).flatMap(({ region, name }) => {
        const { minimum, maximum } = serviceIn(service, { region, cluster: name }).replicas;
        const place = [name, region].find((each) => service.overrides[each]?.replicas !== undefined);
        if (place === undefined || minimum <= maximum) return [];
        return [
          {
            path: ["workloads", workload, "services", index, "overrides", place, "replicas"],
            message: `minimum ${minimum} is above maximum ${maximum} in cluster "${name}"; expected a range, such as { "minimum": 1, "maximum": 4 }`,
          },
        ];
      }),
    ),
  );

/** What must hold of where workloads run, and of what is different there. */
export const overrideRules: readonly Rule[] = [rolesAreThere, overridesNamePlaces, replicasStayInOrder];
