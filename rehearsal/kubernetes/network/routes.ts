import { at, type Json, text, texts } from "../../world/object";
import { type Cluster, find, ofKind } from "../cluster";
import type { KubeObject } from "../object";
import type { Pod } from "../pods";
import { type Broken, between, NONE, together, type Ways } from "./needed";
import { follow } from "./services";

const TRAEFIK =
  "https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/crd/http/ingressroute/";
const GATEWAY = "https://gateway-api.sigs.k8s.io/api-types/httproute/";
const INGRESS = "https://kubernetes.io/docs/concepts/services-networking/ingress/";

/** From routes to the pods that they lead to. */
export function routeWays(cluster: Cluster): Ways {
  return together([
    ...ofKind(cluster, /^IngressRoute(TCP|UDP)?$/).map((route) => traefikRoute(route, cluster)),
    ...ofKind(cluster, /^(HTTP|GRPC|TLS|TCP)Route$/).map((route) => gatewayRoute(route, cluster)),
    ...ofKind(cluster, "Ingress").map((ingress) => ingressRoute(ingress, cluster)),
  ]);
}

function traefikRoute(route: KubeObject, cluster: Cluster): Ways {
  const controllers = traefikPods(cluster);
  const points = new Set(controllers.flatMap(({ ports }) => ports.map(({ name }) => name)));
  const unknown = texts(route.body, "spec.entryPoints").filter(
    (point) => points.size > 0 && !points.has(point),
  );
  const broken = [
    ...unknown.map((point) => ({
      of: route,
      says: `entryPoints: Traefik has no '${point}'; there are ${[...points].join(", ")}`,
      source: TRAEFIK,
    })),
    ...texts(route.body, "spec.routes.match").flatMap((match) =>
      ruleProblems(match).map((says) => ({ of: route, says, source: TRAEFIK })),
    ),
    ...at(route.body, "spec.routes.middlewares").flatMap((each) =>
      missing(route, each, "Middleware", cluster),
    ),
    ...at(route.body, "spec.routes.services")
      .filter((each) => text(each, "kind") === "TraefikService")
      .flatMap((each) => missing(route, each, "TraefikService", cluster)),
    ...texts(route.body, "spec.tls.secretName").flatMap((name) =>
      missing(route, { name }, "Secret", cluster),
    ),
    ...(controllers.length === 0
      ? [{ of: route, says: "no Traefik in the cluster reads it", source: TRAEFIK }]
      : []),
  ];
  const backends = at(route.body, "spec.routes.services").filter(
    (each) => (text(each, "kind") || "Service") === "Service",
  );
  return together([
    { needed: [], broken },
    ...backends.map((backend) => lead(route, backend, controllers, cluster, TRAEFIK)),
  ]);
}

/** Matchers of Traefik, closed at the version of the models. https://doc.traefik.io/traefik/reference/routing-configuration/http/routing/rules-and-priority/ */
const MATCHERS =
  /^(Host|HostRegexp|Path|PathPrefix|PathRegexp|Method|Header|HeaderRegexp|Query|QueryRegexp|ClientIP|HostSNI|HostSNIRegexp|ALPN)$/;

/** What is wrong with a rule such as Host(`example.com`) && PathPrefix(`/api`). */
export function ruleProblems(rule: string): string[] {
  const unquoted = rule.replace(/`[^`]*`|"(?:[^"\\]|\\.)*"/g, "``");
  const names = [...unquoted.matchAll(/([A-Za-z]\w*)\s*\(/g)].map(([, name = ""]) => name);
  const rest = unquoted.replace(/[A-Za-z]\w*\s*\(``(\s*,\s*``)*\)/g, "x").replace(/\s/g, "");
  const isSound =
    /^[(!]*x\)*((&&|\|\|)[(!]*x\)*)*$/.test(rest) && rest.split("(").length === rest.split(")").length;
  const patterns = [...rule.matchAll(/Regexp\((?:`[^`]*`\s*,\s*)?`([^`]*)`\)/g)].map(
    ([, pattern = ""]) => pattern,
  );
  return [
    ...names.filter((name) => !MATCHERS.test(name)).map((name) => `match: Traefik has no matcher '${name}'`),
    ...(isSound
      ? []
      : [`match: '${rule.slice(0, 80)}' is not a rule such as Host(\`example.com\`) && PathPrefix(\`/\`)`]),
    ...patterns
      .filter((pattern) => !isPattern(pattern))
      .map((pattern) => `match: '${pattern}' is not a regular expression`),
  ];
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

/** Pods of Traefik that read the cluster's routes; one that reads a file alone does not. */
function traefikPods(cluster: Cluster): readonly Pod[] {
  const bundled = cluster.builtIn.pods.filter(({ name }) => name === "traefik");
  const releases = cluster.releases.filter(
    ({ chart, values }) => chart === "traefik" && at(values, "providers.kubernetesCRD.enabled")[0] !== false,
  );
  const own = cluster.pods.filter(
    (pod) =>
      pod.labels["app.kubernetes.io/name"] === "traefik" &&
      releases.some(({ namespace }) => namespace === pod.namespace),
  );
  return [...bundled, ...own];
}

function gatewayRoute(route: KubeObject, cluster: Cluster): Ways {
  const parents = at(route.body, "spec.parentRefs");
  const gateways = parents.map((parent) => ({
    parent,
    gateway: find(cluster, "Gateway", text(parent, "namespace") || route.namespace, text(parent, "name")),
  }));
  const broken = gateways.flatMap(({ parent, gateway }): Broken[] => {
    if (!gateway)
      return [
        {
          of: route,
          says: `parentRefs: there is no Gateway ${text(parent, "namespace") || route.namespace}/${text(parent, "name")}`,
          source: GATEWAY,
        },
      ];
    const listeners = texts(gateway.body, "spec.listeners.name");
    const section = text(parent, "sectionName");
    return section === "" || listeners.includes(section)
      ? []
      : [
          {
            of: route,
            says: `parentRefs: Gateway ${gateway.name} has no listener '${section}'; there are ${listeners.join(", ")}`,
            source: GATEWAY,
          },
        ];
  });
  const controllers = gateways.flatMap(({ gateway }) => (gateway ? gatewayPods(cluster) : []));
  const backends = at(route.body, "spec.rules.backendRefs").filter(
    (each) => (text(each, "kind") || "Service") === "Service",
  );
  return together([
    { needed: [], broken },
    ...backends.map((backend) => lead(route, backend, controllers, cluster, GATEWAY)),
  ]);
}

/** Pods that carry a Gateway's traffic: Contour's Envoy. */
export function gatewayPods(cluster: Cluster): readonly Pod[] {
  return cluster.pods.filter(
    ({ labels }) =>
      labels["app.kubernetes.io/component"] === "envoy" && labels["app.kubernetes.io/name"] === "contour",
  );
}

function ingressRoute(ingress: KubeObject, cluster: Cluster): Ways {
  const backends = [
    ...at(ingress.body, "spec.rules.http.paths.backend.service"),
    ...at(ingress.body, "spec.defaultBackend.service"),
  ];
  const secrets = texts(ingress.body, "spec.tls.secretName").flatMap((name) =>
    missing(ingress, { name }, "Secret", cluster),
  );
  return together([
    { needed: [], broken: secrets },
    ...backends.map((service) => {
      const port = text(service, "port.name") || String(at(service, "port.number")[0] ?? "");
      return lead(ingress, { name: text(service, "name"), port }, [], cluster, INGRESS);
    }),
  ]);
}

/** From controllers through a Service to its pods. */
function lead(
  of: KubeObject,
  backend: Json,
  controllers: readonly Pod[],
  cluster: Cluster,
  source: string,
): Ways {
  const namespace = text(backend, "namespace") || of.namespace;
  const port = String(at(backend, "port")[0] ?? "");
  const targets = follow(cluster, namespace, text(backend, "name"), port);
  if (typeof targets === "string") return { needed: [], broken: [{ of, says: targets, source }] };
  const who = `${of.kind} ${of.name}`;
  return { ...NONE, needed: between(controllers, targets, { of, who, source }) };
}

function missing(of: KubeObject, reference: Json, kind: string, cluster: Cluster): Broken[] {
  const namespace = text(reference, "namespace") || of.namespace;
  const name = text(reference, "name");
  if (find(cluster, kind, namespace, name) || cluster.opaque.has(namespace)) return [];
  const there = ofKind(cluster, kind)
    .filter((each) => each.namespace === namespace)
    .map((each) => each.name);
  return [
    {
      of,
      says: `there is no ${kind} ${namespace}/${name}; there ${there.length > 0 ? `are ${there.join(", ")}` : "is none"}`,
      source: TRAEFIK,
    },
  ];
}
