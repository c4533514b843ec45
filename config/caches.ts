import { regionOf } from "./places";
import type { Cache, Environment, Workload } from "./schema/environment";

/** The port of Redis' protocol. */
const CACHE_PORT = 6379;

type Caches = Pick<Environment, "name" | "caches" | "regions">;

/** The zone that names of caches are in, known to their region's network alone. */
export const cacheZoneOf = ({ name }: Pick<Environment, "name">): string => `cache.${name}.internal`;

/** The name that leads to a cache. People chose it, so that it is known before there is an address. */
export const cacheHostOf = (environment: Pick<Environment, "name">, cache: string): string =>
  `${cache}.${cacheZoneOf(environment)}`;

/** A workload whose services are told of the caches that they use, and let there. */
export function withCaches(environment: Caches, workload: Workload): Workload {
  const used = (service: string) =>
    Object.entries(environment.caches).filter(([, { usedBy }]) => usedBy[workload.name]?.includes(service));
  return {
    ...workload,
    services: workload.services.map((service) => {
      const caches = used(service.name);
      if (caches.length === 0) return service;
      return {
        ...service,
        env: {
          ...service.env,
          ...Object.fromEntries(
            caches.map(([name, { variable }]) => [
              variable,
              `redis://${cacheHostOf(environment, name)}:${CACHE_PORT}`,
            ]),
          ),
        },
        egress: [...service.egress, ...caches.flatMap(([, cache]) => networkOf(environment, cache))],
      };
    }),
  };
}

/** It answers in the network of its region. */
const networkOf = (environment: Caches, cache: Cache): Workload["services"][number]["egress"] => {
  const network = environment.regions[regionOf(environment, cache)]?.network;
  return network === undefined
    ? []
    : [{ kind: "network", cidr: network.cidr, except: [], ports: [CACHE_PORT], protocol: "TCP" }];
};
