import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, text } from "../../world/object";
import { valuesOf } from "../charts";
import { type Cluster, clustersOf, find, ofKind } from "../cluster";
import type { KubeObject } from "../object";
import { told } from "./chart-values";
import { about } from "./finding";

const GATEWAY = "https://gateway-api.sigs.k8s.io/api-types/gateway/";
const CONTOUR = "https://projectcontour.io/docs/main/configuration/#gateway-configuration";

/** Gateways: their class, their certificates, and the proxy that carries them. */
export function gatewayFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) => [
    ...ofKind(cluster, "Gateway").flatMap((gateway) => [
      ...classFindings(gateway, cluster),
      ...certificateFindings(gateway, cluster, estate),
      ...listenerFindings(gateway, cluster),
    ]),
    ...contourFindings(cluster),
  ]);
}

function classFindings(gateway: KubeObject, cluster: Cluster): Judged[] {
  const name = text(gateway.body, "spec.gatewayClassName");
  const classes = ofKind(cluster, "GatewayClass").map((each) => each.name);
  if (classes.includes(name) || (classes.length === 0 && cluster.opaque.size > 0)) return [];
  if (classes.length === 0 && cluster.builtIn.groups.includes("gateway.networking.k8s.io")) return [];
  return [
    about(
      gateway,
      `gatewayClassName: there is no GatewayClass ${name}; there ${classes.length > 0 ? `are ${classes.join(", ")}` : "is none"}`,
      GATEWAY,
    ),
  ];
}

function certificateFindings(gateway: KubeObject, cluster: Cluster, estate: Estate): Judged[] {
  return at(gateway.body, "spec.listeners").flatMap((listener) => {
    const needs =
      text(listener, "protocol") === "HTTPS" && (text(listener, "tls.mode") || "Terminate") === "Terminate";
    const references = at(listener, "tls.certificateRefs");
    const missing = references
      .filter((reference) => (text(reference, "kind") || "Secret") === "Secret")
      .flatMap((reference) => {
        const namespace = text(reference, "namespace") || gateway.namespace;
        const found = find(cluster, "Secret", namespace, text(reference, "name"));
        if (!found) return [`certificateRefs: there is no Secret ${namespace}/${text(reference, "name")}`];
        const inTime = found.origin === gateway.origin || estate.isBefore(found.origin, gateway.origin);
        return inTime
          ? []
          : [
              `certificateRefs: Secret ${found.name} need not be there yet: nothing makes ${found.origin.address} come before`,
            ];
      });
    return [
      ...(needs && references.length === 0
        ? [about(gateway, `listener ${text(listener, "name")}: it ends TLS without a certificate`, GATEWAY)]
        : []),
      ...missing.map((says) => about(gateway, `listener ${text(listener, "name")}: ${says}`, GATEWAY)),
    ];
  });
}

/** Each listener's port is one of the Service that carries the Gateway. */
function listenerFindings(gateway: KubeObject, cluster: Cluster): Judged[] {
  const release = cluster.releases.find(({ chart }) => chart === "contour");
  const service =
    release &&
    ofKind(cluster, "Service").find(
      ({ namespace, name }) => namespace === release.namespace && name.endsWith("-envoy"),
    );
  const ports = at(service?.body, "spec.ports.port").map(Number);
  const listened = at(gateway.body, "spec.listeners").map((listener) => Number(at(listener, "port")[0]));
  return [
    ...listened
      .filter((port) => ports.length > 0 && !ports.includes(port))
      .map((port) =>
        about(
          gateway,
          `a listener has port ${port}, which ${service?.name} does not have; its ports are ${ports.join(", ")}`,
          GATEWAY,
        ),
      ),
    ...listened
      .filter((port, i) => listened.indexOf(port) !== i)
      .map((port) => about(gateway, `two listeners have port ${port}`, GATEWAY)),
  ];
}

/** Contour serves the one Gateway that its configuration names. */
function contourFindings(cluster: Cluster): Judged[] {
  return cluster.releases
    .filter(({ chart }) => chart === "contour")
    .flatMap((release) => {
      const reference = at(valuesOf(release), "configInline.gateway.gatewayRef")[0];
      if (reference === undefined) return [];
      const [namespace, name] = [text(reference, "namespace"), text(reference, "name")];
      const gateways = ofKind(cluster, "Gateway");
      const there = gateways.map((gateway) => `${gateway.namespace}/${gateway.name}`);
      if (gateways.length === 0 || find(cluster, "Gateway", namespace, name)) return [];
      return [
        told(
          release,
          `configInline.gateway.gatewayRef: there is no Gateway ${namespace}/${name}; there are ${there.join(", ")}`,
          CONTOUR,
        ),
      ];
    });
}
