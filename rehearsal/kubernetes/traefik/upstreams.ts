import { covers, isSignedBy, namesOf } from "../../tls/pair";
import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import type { Flow } from "../../world/flow";
import { at, type Json, text, texts } from "../../world/object";
import { type Cluster, clustersOf } from "../cluster";
import { told } from "../judge/chart-values";
import { answers, clustersAt, entriesOf } from "../network/entries";
import { Policies } from "../network/policy";
import type { Release } from "../release";
import { contentOf, mountedFile } from "./judge";

const SERVICES =
  "https://doc.traefik.io/traefik/reference/routing-configuration/http/load-balancing/service/";
const TRANSPORT =
  "https://doc.traefik.io/traefik/reference/routing-configuration/http/load-balancing/serverstransport/";

/** A server that a balancer passes requests on to. */
interface Upstream {
  readonly cluster: Cluster;
  readonly release: Release;
  readonly service: string;
  readonly url: URL;
  /** The name that the server has to prove, and by whom it has to be signed. */
  readonly serverName: string;
  /** The name that health checks ask for, where it is written. */
  readonly checkName: string;
  readonly authorities: readonly string[];
}

/** Findings where the way to a server in a cluster of ours is closed, or no service answers to its name and proves it. */
export function upstreamFindings(estate: Estate): Judged[] {
  return upstreamsOf(estate).flatMap((upstream) => [
    ...cutFindings(upstream),
    ...answerFindings(upstream, estate),
  ]);
}

/** Connections of balancers to their servers, for the clouds' firewalls. */
export function upstreamFlows(estate: Estate): Flow[] {
  return upstreamsOf(estate).map(({ cluster, release, service, url }) => ({
    of: release.resource,
    who: `the load balancer, for its service ${service},`,
    from: cluster.builtIn.addresses.filter((address) => !/^(10|172|192\.168)\./.test(address)),
    to: url.hostname,
    port: portOf(url),
    source: SERVICES,
  }));
}

function upstreamsOf(estate: Estate): Upstream[] {
  return clustersOf(estate).flatMap((cluster) =>
    cluster.releases
      .filter(({ chart }) => chart === "traefik")
      .flatMap((release) => {
        const content = contentOf(release);
        const services = Object.entries(
          (at(content, "http.services")[0] ?? {}) as { readonly [name: string]: Json },
        );
        return services.flatMap(([service, body]) => {
          const transport = transportOf(content, text(body, "loadBalancer.serversTransport"));
          return texts(body, "loadBalancer.servers.url").flatMap((server) => {
            const url = parsed(server);
            const authorities = texts(transport, "rootCAs").flatMap(
              (file) => mountedFile(file, release, cluster) ?? [],
            );
            return url
              ? [
                  {
                    cluster,
                    release,
                    service,
                    url,
                    serverName: text(transport, "serverName") || url.hostname,
                    checkName: text(body, "loadBalancer.healthCheck.hostname"),
                    authorities,
                  },
                ]
              : [];
          });
        });
      }),
  );
}

function transportOf(content: Json, name: string): Json {
  const all = (at(content, "http.serversTransports")[0] ?? {}) as { readonly [name: string]: Json };
  return all[name.replace(/@file$/, "")] ?? {};
}

function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined; // found by the shape of the configuration
  }
}

const portOf = ({ port, protocol }: URL): number => Number(port || (protocol === "https:" ? 443 : 80));

function cutFindings({ cluster, release, service, url }: Upstream): Judged[] {
  const policies = new Policies(cluster);
  const pods = cluster.pods.filter(
    (pod) => pod.namespace === release.namespace && pod.labels["app.kubernetes.io/name"] === "traefik",
  );
  return pods.flatMap((pod) => {
    const denial = policies.denial({
      from: { pod },
      to: { address: url.hostname },
      port: portOf(url),
      protocol: "TCP",
    });
    return denial
      ? [told(release, `service ${service} cannot connect to ${url.host}: ${denial}`, SERVICES)]
      : [];
  });
}

function answerFindings(
  { release, service, url, serverName, checkName, authorities }: Upstream,
  estate: Estate,
): Judged[] {
  const there = clustersAt(estate, url.hostname);
  const entries = there.flatMap(entriesOf).filter((entry) => answers(entry, serverName));
  if (there.length === 0 || url.protocol !== "https:") return [];
  if (there.every(({ opaque, objects }) => opaque.size > 0 || objects.length === 0)) return [];
  if (entries.length === 0) {
    const names = [...new Set(there.flatMap(entriesOf).map(({ host }) => host))].join(", ");
    return [
      told(
        release,
        `service ${service}: nobody at ${url.hostname} answers to ${serverName}; the routes there are for ${names || "nobody"}`,
        SERVICES,
      ),
    ];
  }
  const shown = entries.flatMap(({ certificates }) => certificates);
  const wrong = shown.filter((certificate) => covers(certificate, serverName) === false);
  const unknown = shown.filter(
    (certificate) =>
      authorities.length > 0 &&
      authorities.every((authority) => isSignedBy(certificate, authority) === false),
  );
  return [
    ...wrong
      .slice(0, 1)
      .map((certificate) =>
        told(
          release,
          `service ${service}: the certificate at ${url.hostname} is for ${namesOf(certificate)}, not for ${serverName}`,
          TRANSPORT,
        ),
      ),
    ...(checkName !== "" &&
    shown.length > 0 &&
    shown.every((certificate) => covers(certificate, checkName) === false)
      ? [
          told(
            release,
            `service ${service}: healthCheck.hostname: nobody at ${url.hostname} proves to be ${checkName}`,
            SERVICES,
          ),
        ]
      : []),
    ...unknown
      .slice(0, 1)
      .map(() =>
        told(
          release,
          `service ${service}: none of rootCAs signed the certificate at ${url.hostname}`,
          TRANSPORT,
        ),
      ),
  ];
}
