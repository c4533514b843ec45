import type { Estate } from "../../world/estate";
import { at, isObject, text, texts } from "../../world/object";
import { type Cluster, clustersOf, find, ofKind } from "../cluster";
import type { KubeObject } from "../object";
import { contentOf, mountedFile } from "../traefik/judge";
import { gatewayPods } from "./routes";
import { follow } from "./services";

/** A host name that a cluster answers to from outside, and how it proves it. */
export interface Entry {
  readonly of: KubeObject;
  /** A name, `*.example.com`, or `*` for any. */
  readonly host: string;
  /** Certificates that are shown there; empty where TLS ends elsewhere or that is not known. */
  readonly certificates: readonly string[];
}

/** All host names that a cluster answers to. */
export function entriesOf(cluster: Cluster): readonly Entry[] {
  return [
    ...ofKind(cluster, /^IngressRoute(TCP)?$/).flatMap((route) => traefikEntries(route, cluster)),
    ...ofKind(cluster, "Ingress").flatMap((ingress) => ingressEntries(ingress, cluster)),
    ...ofKind(cluster, "HTTPRoute").flatMap((route) => gatewayEntries(route, cluster)),
    ...fileEntries(cluster),
  ];
}

/** Clusters that answer at an address; all of them where it is not known whose it is. */
export function clustersAt(estate: Estate, address: string): readonly Cluster[] {
  const clusters = clustersOf(estate);
  const known = clusters.filter(({ builtIn }) => builtIn.addresses.includes(address));
  return known.length > 0 ? known : clusters.filter(({ builtIn }) => builtIn.addresses.length === 0);
}

export function answers(entry: Entry, host: string): boolean {
  if (entry.host === "*") return true;
  if (!entry.host.startsWith("*.")) return entry.host === host;
  return host.endsWith(entry.host.slice(1)) && !host.slice(0, -entry.host.length + 1).includes(".");
}

const HOST = /Host(?:SNI)?\(`([^`]+)`\)/g;

const hostsIn = (rule: string): string[] => [...rule.matchAll(HOST)].map(([, host = ""]) => host);

function traefikEntries(route: KubeObject, cluster: Cluster): Entry[] {
  const isPassed = at(route.body, "spec.tls.passthrough")[0] === true;
  const secret = text(route.body, "spec.tls.secretName");
  return at(route.body, "spec.routes").flatMap((rule) => {
    const pods = isPassed
      ? at(rule, "services").flatMap((service) => {
          const namespace = text(service, "namespace") || route.namespace;
          const targets = follow(
            cluster,
            namespace,
            text(service, "name"),
            String(at(service, "port")[0] ?? ""),
          );
          return typeof targets === "string" ? [] : targets.map(({ pod }) => pod.owner);
        })
      : [];
    const own = secret === "" ? [] : certificateIn(cluster, route.namespace, secret);
    const certificates = isPassed
      ? pods.flatMap((owner) => (owner ? certificatesOf(owner, cluster) : []))
      : own;
    return hostsIn(text(rule, "match")).map((host) => ({ of: route, host, certificates }));
  });
}

/** Certificates that a workload's pods take from Secrets. */
export function certificatesOf(owner: KubeObject, cluster: Cluster): string[] {
  const volumes = at(owner.body, "spec.template.spec.volumes");
  const names = [
    ...volumes.flatMap((volume) => texts(volume, "secret.secretName")),
    ...volumes.flatMap((volume) => texts(volume, "projected.sources.secret.name")),
  ];
  return names.flatMap((name) => certificateIn(cluster, owner.namespace, name));
}

function certificateIn(cluster: Cluster, namespace: string, name: string): string[] {
  const data = dataOf(find(cluster, "Secret", namespace, name));
  return data["tls.crt"] ? [data["tls.crt"]] : [];
}

export function dataOf(object: KubeObject | undefined): Readonly<Record<string, string>> {
  const maps = ["data", "stringData"].map((field) => at(object?.body, field)[0]).filter(isObject);
  return Object.fromEntries(
    maps.flatMap((map) => Object.entries(map)).map(([key, value]) => [key, String(value)]),
  );
}

function ingressEntries(ingress: KubeObject, cluster: Cluster): Entry[] {
  return at(ingress.body, "spec.rules").map((rule) => {
    const host = text(rule, "host") || "*";
    const secrets = at(ingress.body, "spec.tls")
      .filter((tls) => texts(tls, "hosts").includes(host))
      .flatMap((tls) => texts(tls, "secretName"));
    return {
      of: ingress,
      host,
      certificates: secrets.flatMap((name) => certificateIn(cluster, ingress.namespace, name)),
    };
  });
}

function gatewayEntries(route: KubeObject, cluster: Cluster): Entry[] {
  const gateways = at(route.body, "spec.parentRefs").flatMap(
    (parent) =>
      find(cluster, "Gateway", text(parent, "namespace") || route.namespace, text(parent, "name")) ?? [],
  );
  const certificates = gateways.flatMap((gateway) =>
    at(gateway.body, "spec.listeners.tls.certificateRefs").flatMap((reference) =>
      certificateIn(cluster, text(reference, "namespace") || gateway.namespace, text(reference, "name")),
    ),
  );
  const hosts = texts(route.body, "spec.hostnames");
  if (gatewayPods(cluster).length === 0) return [];
  return (hosts.length > 0 ? hosts : ["*"]).map((host) => ({ of: route, host, certificates }));
}

/** Routers that Traefik reads from its own values. */
function fileEntries(cluster: Cluster): Entry[] {
  return cluster.releases
    .filter(({ chart }) => chart === "traefik")
    .flatMap((release) => {
      const content = contentOf(release);
      const shown = texts(content, "tls.certificates.certFile").flatMap(
        (file) => mountedFile(file, release, cluster) ?? [],
      );
      const { resource: origin, namespace, name } = release;
      const of = { apiVersion: "", kind: "Helm release", name, namespace, body: {}, origin };
      const routers = Object.values((at(content, "http.routers")[0] ?? {}) as object);
      return routers
        .flatMap((router) => hostsIn(text(router, "rule")))
        .map((host) => ({ of, host, certificates: shown }));
    });
}
