import type { DynamicConfiguration, HeadersMiddleware, Router, ServersTransport } from "./file-provider";
import type { Backend, BackendRegion, Routing } from "./regions";
import { forHost, fromCountries } from "./rule";
import {
  backendServices,
  failoverService,
  failoverServices,
  type HealthCheck,
  ROUND_ROBIN,
  regionService,
  regionServices,
  roundRobinServices,
} from "./services";

export interface DynamicConfigurationProps {
  /** The name that users call; the only one that is served. */
  readonly host: string;

  /** The entry point that receives their requests. */
  readonly entryPoint: string;

  /** In the order in which they stand in for each other. */
  readonly regions: readonly BackendRegion[];
  readonly routing: Routing;
  readonly healthCheck: HealthCheck;

  /** Seconds until a connection to a backend counts as failed. */
  readonly dialTimeoutSeconds: number;

  /** Paths of PEM files, as Traefik sees them. */
  readonly files: {
    readonly certificate: string;
    readonly privateKey: string;

    /** CAs of the backends' certificates. @default - the CAs of the system */
    readonly backendAuthority?: string | undefined;

    /** CAs of client certificates, which every client must then present. @default - clients need no certificate */
    readonly clientAuthority?: string | undefined;
  };
}

/** Everything that Traefik does with a request, as data. */
export function dynamicConfiguration(props: DynamicConfigurationProps): DynamicConfiguration {
  const { regions, routing, files } = props;
  const backends = regions.flatMap(({ clusters }) => clusters);
  return {
    http: {
      routers: routers(props),
      middlewares: byName(backends, hostHeader),
      services: {
        ...backendServices(backends, props.healthCheck),
        ...regionServices(regions),
        ...(routing.kind === "round-robin" ? roundRobinServices(regions) : {}),
        ...(routing.kind === "geo" && routing.failover ? failoverServices(regions) : {}),
      },
      serversTransports: byName(backends, (backend) => transport(backend, props)),
    },
    tls: {
      certificates: [{ certFile: files.certificate, keyFile: files.privateKey }],
      options: {
        // Under this name it holds for every connection, also for those that match no router.
        default: {
          minVersion: "VersionTLS12",
          sniStrict: true,
          ...(files.clientAuthority === undefined
            ? {}
            : {
                clientAuth: {
                  caFiles: [files.clientAuthority],
                  clientAuthType: "RequireAndVerifyClientCert",
                },
              }),
        },
      },
    },
  };
}

/**
 * One router per region that lists countries, above one for everyone else. Their rules exclude each other, and no two
 * priorities are equal, so that the outcome never depends on Traefik's own ranking (the length of the rule).
 */
function routers({ host, entryPoint, regions, routing }: DynamicConfigurationProps): Record<string, Router> {
  const router = (rule: string, priority: number, service: string): Router => ({
    entryPoints: [entryPoint],
    rule,
    priority,
    service,
    tls: { options: "default" },
  });
  if (routing.kind === "round-robin") return { everyone: router(forHost(host), 1, ROUND_ROBIN) };

  const serviceOf = (region: BackendRegion): string =>
    routing.failover ? failoverService(region, regions) : regionService(region);
  const home = regions.find(({ name }) => name === routing.defaultRegion);
  if (home === undefined) {
    throw new Error(
      `no region "${routing.defaultRegion}" for everyone else; expected one of ${regions.map(({ name }) => name).join(", ")}`,
    );
  }
  const listing = regions.filter(({ countries }) => countries.length > 0);
  return Object.fromEntries([
    ...listing.map((region, index) => [
      `countries:${region.name}`,
      router(
        `${forHost(host)} && ${fromCountries(region.countries)}`,
        listing.length - index + 1,
        serviceOf(region),
      ),
    ]),
    ["everyone-else", router(forHost(host), 1, serviceOf(home))],
  ]);
}

/** Lets a backend see its own name, not the one that the user called (which stays in `X-Forwarded-Host`). */
const hostHeader = ({ hostName }: Backend): HeadersMiddleware => ({
  headers: { customRequestHeaders: { Host: hostName } },
});

const transport = (
  { hostName }: Backend,
  { files, dialTimeoutSeconds }: DynamicConfigurationProps,
): ServersTransport => ({
  serverName: hostName,
  ...(files.backendAuthority === undefined ? {} : { rootCAs: [files.backendAuthority] }),
  minVersion: "VersionTLS12",
  maxVersion: "VersionTLS13",
  forwardingTimeouts: {
    dialTimeout: `${dialTimeoutSeconds}s`,
    // A silent HTTP/2 connection is pinged, so that one to a machine that is gone does not swallow requests for minutes.
    readIdleTimeout: "10s",
    pingTimeout: "5s",
  },
});

const byName = <T>(backends: readonly Backend[], make: (backend: Backend) => T): Record<string, T> =>
  Object.fromEntries(backends.map((backend) => [backend.name, make(backend)]));
