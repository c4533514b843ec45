import { withCaches } from "./caches";
import { withDatabases } from "./databases";
import type { ClusterRole, Environment, Service, Workload } from "./schema/environment";

/** A cluster, by what decides what runs in it. */
interface Where {
  readonly role: ClusterRole;
  readonly region: string;
  readonly cluster: string;
}

/** The workloads that run in a cluster, as they run there. */
export const workloadsIn = (
  environment: Pick<Environment, "name" | "regions" | "workloads" | "databases" | "caches">,
  where: Where,
): readonly Workload[] =>
  environment.workloads
    .filter(({ role }) => role === where.role)
    .map((workload) => withCaches(environment, withDatabases(environment, workload)))
    .map((workload) => ({
      ...workload,
      services: workload.services.map((service) => serviceIn(service, where)),
    }));

/** A service with what is different in a cluster and its region; where both say something, the cluster's word holds. */
export function serviceIn(service: Service, { region, cluster }: Pick<Where, "region" | "cluster">): Service {
  const layers = [region, cluster].flatMap((place) => service.overrides[place] ?? []);
  return {
    ...service,
    replicas: laidOver(service.replicas, ...layers.map(({ replicas }) => replicas)),
    resources: laidOver(service.resources, ...layers.map(({ resources }) => resources)),
    env: laidOver(service.env, ...layers.map(({ env }) => env)),
  };
}

/** The values of the last layer that has them; `undefined` is none. */
const laidOver = <T extends object>(base: T, ...layers: readonly (object | undefined)[]): T => ({
  ...base,
  ...Object.fromEntries(
    layers.flatMap((layer) => Object.entries(layer ?? {})).filter(([, value]) => value !== undefined),
  ),
});
