import { traitsOf } from "../../config/clouds";
import { isExposed } from "../../config/hosts";
import { workloadsIn } from "../../config/in-cluster";
import type { Environment, Service } from "../../config/schema/environment";
import { clustersWithRole, type PlacedCluster, sharesOneName } from "../../config/topology";
import type { ClusterTraits } from "../../config/traits";
import { arrow, digraph, frame, type Node, node } from "./dot";

/** What the stops of a request are coloured as. */
export const requestKinds = ["users", "dns", "global-lb", "network", "api-deploy"];

const USERS: Node = { id: "users", kind: "users", lines: ["Users"] };

/** The path of a request for Graphviz: from the users through the entry point to the pods of every region. */
export function requestDot(environment: Environment): string {
  const before = [USERS, ...proxy(environment), ...balancer(environment)];
  const clusters = clustersWithRole(environment, "api");
  const last = before.at(-1) as Node;
  return digraph([
    ...before.map(node),
    ...before.slice(1).map((stop, index) => arrow([(before[index] as Node).id, stop.id])),
    ...clusters.flatMap((cluster) => clusterPart(environment, cluster, last)),
  ]);
}

/** Cloudflare stands before the platform's own balancer. */
const proxy = ({ dns, balancer }: Environment): readonly Node[] =>
  dns.kind === "cloudflare" && balancer.kind === "traefik"
    ? [{ id: "proxy", kind: "dns", lines: ["Cloudflare", "ends TLS, adds the country"] }]
    : [];

const ROUTING: Readonly<Record<string, string>> = {
  "round-robin": "regions in turn",
  geo: "the region of the country",
  nearest: "the nearest region",
  "warm-standby": "one region; the others wait",
};

function balancer(environment: Environment): readonly Node[] {
  const { balancer } = environment;
  if (balancer.kind === "none") return [];
  const edges = clustersWithRole(environment, "edge").map(({ name }) => name);
  const lines =
    balancer.kind === "traefik"
      ? [`Traefik on ${edges.join(" and ")}`, "ends TLS, encrypts again"]
      : [
          balancer.kind.split("-").map(capital).join(" "),
          ...(sharesOneName(environment) ? ["hands connections through"] : []),
        ];
  const routing = "routing" in balancer ? balancer.routing.kind : undefined;
  const chosen = routing === undefined ? [] : [ROUTING[routing] ?? routing];
  return [{ id: "balancer", kind: "global-lb", lines: [...lines, ...chosen] }];
}

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

const INGRESS: Readonly<Record<ClusterTraits["ingress"], string>> = {
  traefik: "Traefik",
  "traefik-chart": "load balancer, Traefik",
  gateway: "load balancer, Gateway",
  gce: "load balancer",
  none: "load balancer",
};

/** What the ingress does with a request, and what the pod gets. */
const EXPOSURE: Readonly<Record<Service["exposure"], readonly [ingress: string, pod: string]>> = {
  passthrough: ["hands TLS through", "ends TLS"],
  reencrypt: ["ends TLS, encrypts again", "ends TLS again"],
  http: ["speaks plain HTTP on", "plain HTTP"],
  none: ["", ""],
};

/** Whether users get to a service: by the ingress, or by a load balancer of its own. */
const isReached = (service: Service): boolean => isExposed(service) || service.loadBalancer === "public";

function clusterPart(environment: Environment, cluster: PlacedCluster, before: Node): readonly string[] {
  const workloads = workloadsIn(environment, { ...cluster, cluster: cluster.name });
  const ingress = INGRESS[traitsOf(environment, cluster).ingress];
  const stops = workloads.flatMap((workload) =>
    workload.services.filter(isReached).map((service): readonly [Node, Node] => {
      const [atIngress, atPod] = isExposed(service)
        ? EXPOSURE[service.exposure]
        : ["reads nothing", service.protocol === "https" ? "ends TLS" : "plain HTTP"];
      const pods = `${cluster.name}-${workload.name}-${service.name}`;
      return [
        { id: `${cluster.name}-ingress-${service.exposure}`, kind: "network", lines: [ingress, atIngress] },
        { id: pods, kind: "api-deploy", lines: [service.name, atPod] },
      ];
    }),
  );
  const entries = [...new Map(stops.map(([entry]) => [entry.id, entry])).values()];
  const name = cluster.name === cluster.region ? cluster.name : `${cluster.name} in ${cluster.region}`;
  return [
    ...frame(name, [...entries, ...stops.map(([, pods]) => pods)].map(node)),
    ...entries.map((entry) => arrow([before.id, entry.id])),
    ...stops.map(([entry, pods]) => arrow([entry.id, pods.id])),
  ];
}
