import type { ClusterRole, Service, Workload } from "./schema/environment";

/** Whether callers from outside the cluster reach a service. */
export const isExposed = ({ exposure }: Pick<Service, "exposure">): boolean => exposure !== "none";

/**
 * The name that a service answers to in a cluster.
 *
 * @param host - the cluster's own name
 */
export const hostOf = ({ route }: Pick<Service, "route">, host: string): string =>
  route.host.replace("{host}", () => host);

/** The names of `hostsOf`, of the workloads that run in clusters with a role. */
export const hostsIn = (workloads: readonly Workload[], role: ClusterRole, host: string): readonly string[] =>
  hostsOf(
    workloads.filter((workload) => workload.role === role),
    host,
  );

/** Every name that a cluster answers to: its own first, then those of its services. */
export const hostsOf = (workloads: readonly Workload[], host: string): readonly string[] => [
  ...new Set([
    host,
    ...workloads.flatMap(({ services }) =>
      services.filter(isExposed).map((service) => hostOf(service, host)),
    ),
  ]),
];
