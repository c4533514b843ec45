import type { LoadBalancerService, ServerHealthCheck, TraefikService } from "./file-provider";
import type { Backend, BackendRegion } from "./regions";

/** When a backend counts as up. */
export interface HealthCheck {
  /** Must answer 200. */
  readonly path: string;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
}

type Services = Record<string, TraefikService>;

/*
 * A backend's service, transport and middleware bear the cluster's name, which metrics show as `service="eu@file"`. Names
 * with a colon are services made of services: no cluster or region can be called so.
 */

/** One service per cluster: its only server, checked over the same verified connection that requests take. */
export const backendServices = (backends: readonly Backend[], healthCheck: HealthCheck): Services =>
  Object.fromEntries(backends.map((backend) => [backend.name, backendService(backend, healthCheck)]));

const backendService = ({ name, address, hostName }: Backend, check: HealthCheck): LoadBalancerService => ({
  loadBalancer: {
    servers: [{ url: `https://${address}` }],
    serversTransport: name,
    passHostHeader: true, // as the middleware has set it; without it the server would see the address
    healthCheck: serverHealthCheck(hostName, check),
  },
  middlewares: [name],
});

const serverHealthCheck = (hostname: string, check: HealthCheck): ServerHealthCheck => ({
  path: check.path,
  hostname,
  status: 200,
  followRedirects: false, // another server's answer says nothing of the backend's health
  interval: `${check.intervalSeconds}s`,
  unhealthyInterval: `${check.intervalSeconds}s`,
  timeout: `${check.timeoutSeconds}s`,
});

/** The service of a region: its cluster's, or its clusters' in turn. */
export const regionService = ({ name, clusters: [first, ...others] }: BackendRegion): string =>
  others.length === 0 && first !== undefined ? first.name : `region:${name}`;

/** What `regionService` names and no cluster is. */
export const regionServices = (regions: readonly BackendRegion[]): Services =>
  Object.fromEntries(
    regions
      .filter(({ clusters }) => clusters.length > 1)
      .map((region) => [regionService(region), inTurn(region.clusters.map(({ name }) => name))]),
  );

export const ROUND_ROBIN = "round-robin:all";

/** Every region in turn, without those that are down. */
export const roundRobinServices = (regions: readonly BackendRegion[]): Services => ({
  [ROUND_ROBIN]: inTurn(regions.map(regionService)),
});

const inTurn = (names: readonly string[]): TraefikService => ({
  weighted: { services: names.map((name) => ({ name, weight: 1 })), healthCheck: {} },
});

/**
 * The service that tries a region first and then all others in their order. The order is one chain, which every region
 * falls back to as a whole: a region that is down is passed over there as well, and the number of services grows with the
 * regions, not with their square.
 */
export function failoverService(region: BackendRegion, regions: readonly BackendRegion[]): string {
  if (regions.length === 1) return regionService(region);
  return regions[0] === region ? chainFrom(regions, 0) : `first:${region.name}`;
}

/** What `failoverService` names. */
export function failoverServices(regions: readonly BackendRegion[]): Services {
  const services: Services = {};
  regions.slice(0, -1).forEach((region, index) => {
    services[chainFrom(regions, index)] = failover(region, chainFrom(regions, index + 1));
  });
  for (const region of regions.slice(1)) {
    services[failoverService(region, regions)] = failover(region, chainFrom(regions, 0));
  }
  return services;
}

/** The region at an index, then those after it. */
function chainFrom(regions: readonly BackendRegion[], index: number): string {
  const region = regions[index] as BackendRegion;
  return index === regions.length - 1 ? regionService(region) : `from:${region.name}`;
}

const failover = (region: BackendRegion, fallback: string): TraefikService => ({
  failover: { service: regionService(region), fallback, healthCheck: {} },
});
