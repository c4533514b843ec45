import type { Environment, Service } from "../../config/schema/environment";
import type { GatewayProtocol } from "../../constructs/gateway/gateway";

/** How users get in, from the accelerator to the pods. */
export interface Entry {
  readonly scheme: "https" | "http";

  /** The port that users call, on the accelerator and on every load balancer. */
  readonly port: 443 | 80;

  /** What the load balancers speak to the clusters. */
  readonly gateway: GatewayProtocol;

  /** Whether the load balancers end TLS, with a certificate of ACM. */
  readonly endsTls: boolean;
}

const ENTRIES: Readonly<Record<Exclude<Environment["certificates"]["kind"], "letsencrypt">, Entry>> = {
  "private-ca": { scheme: "https", port: 443, gateway: "tls", endsTls: false },
  acm: { scheme: "https", port: 443, gateway: "http", endsTls: true },
  none: { scheme: "http", port: 80, gateway: "http", endsTls: false },
};

/** The way in that goes with an environment's certificates. */
export function entryOf({ certificates: { kind } }: Pick<Environment, "certificates">): Entry {
  if (kind === "letsencrypt") throw new Error('certificates "letsencrypt" do not go with AWS');
  return ENTRIES[kind];
}

/**
 * What the load balancers ask to know whether a region is healthy: the path by which the service says that it is ready,
 * through the ingress. Without a service that has callers any answer of the ingress would do.
 */
export const readinessOf = ({ workloads }: Pick<Environment, "workloads">): string =>
  workloads.flatMap(({ services }) => services).find(hasCallers)?.probes.readiness ?? "/";

const hasCallers = ({ exposure }: Service): boolean => exposure !== "none";
