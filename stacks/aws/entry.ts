import { isExposed } from "../../config/hosts";
import type { Environment } from "../../config/schema/environment";
import { type GatewayProtocol, healthProtocol } from "../../constructs/gateway/gateway";

/** How users get in, from the accelerator to the pods. */
export interface Entry {
  readonly scheme: "https" | "http";

  /** The port that users call, on the accelerator and on every load balancer. */
  readonly port: 443 | 80;

  /** What the load balancers hand to the clusters. */
  readonly gateway: GatewayProtocol;

  /** What the load balancers themselves speak to the clusters, to know whether they are well. */
  readonly health: GatewayProtocol;

  /** Whether the load balancers end TLS, with a certificate of ACM. */
  readonly endsTls: boolean;
}

/** The way in that goes with an environment's certificates, and with what its service lets the gateway read. */
export function entryOf(environment: Pick<Environment, "certificates" | "workloads">): Entry {
  const gateway = gatewayOf(environment);
  const encrypted = environment.certificates.kind !== "none";
  return {
    scheme: encrypted ? "https" : "http",
    port: encrypted ? 443 : 80,
    gateway,
    health: healthProtocol(gateway),
    endsTls: environment.certificates.kind === "acm",
  };
}

function gatewayOf({
  certificates: { kind },
  workloads,
}: Pick<Environment, "certificates" | "workloads">): GatewayProtocol {
  if (kind !== "private-ca") return "http";
  const isRead = workloads.some(({ services }) => services.some(({ exposure }) => exposure === "http"));
  return isRead ? "https" : "tls";
}

/**
 * What the load balancers ask to know whether a region is healthy: the path by which a service says that it is ready,
 * through the ingress. Without a service that has callers any answer of the ingress would do.
 */
export function readinessOf({ workloads }: Pick<Environment, "workloads">): string {
  const exposed = workloads.flatMap(({ services }) => services).filter(isExposed);
  const asked = exposed.find(({ route }) => route.path === "/") ?? exposed[0];
  if (asked === undefined) return "/";
  return `${asked.route.stripPath ? asked.route.path : ""}${asked.probes.readiness}`;
}
