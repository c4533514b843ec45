import type { Environment, Service, Workload } from "./schema/environment";

/** A service, its workload, and its place in the configuration. */
export interface PlacedService {
  readonly workload: Workload;
  readonly service: Service;
  readonly path: readonly (string | number)[];
}

/** Every service of an environment, in the order of its workloads. */
export const placedServices = ({ workloads }: Pick<Environment, "workloads">): readonly PlacedService[] =>
  workloads.flatMap((workload, index) =>
    workload.services.map((service, place) => ({
      workload,
      service,
      path: ["workloads", index, "services", place],
    })),
  );
