import type { Environment } from "../../schema/environment";
import type { PlacedCluster } from "../../topology";
import type { LoadBalancerTraits } from "../../traits";

/**
 * Where Google's load balancers and their health checks call pods from
 * (https://cloud.google.com/load-balancing/docs/firewall-rules).
 */
export const LOAD_BALANCER_CIDRS = ["35.191.0.0/16", "130.211.0.0/22"] as const;

/** The name of what belongs to a cluster's entry alone: its address, its TLS policy, its rules of Cloud Armor. */
export const entryOf = (environment: Pick<Environment, "name">, cluster: string): string =>
  `${environment.name}-${cluster}`;

/** What Google's load balancer is told. */
export function loadBalancerOf(
  environment: Environment,
  cluster: PlacedCluster,
): LoadBalancerTraits | undefined {
  if (cluster.kind !== "gke") return undefined;
  const name = entryOf(environment, cluster.name);
  return {
    address: name,
    tlsPolicy: name,
    tls: tlsOf(environment),
    timeoutSeconds: cluster.timeoutSeconds,
    securityPolicy: cluster.armor && name,
    accessLogs:
      environment.infrastructure.kind === "gcp" ? environment.infrastructure.accessLogs?.percent : undefined,
  };
}

function tlsOf({ certificates }: Pick<Environment, "certificates">): LoadBalancerTraits["tls"] {
  switch (certificates.kind) {
    case "letsencrypt":
      return { kind: "secret" };
    case "google-managed":
      return { kind: "managed" };
    case "pre-shared":
      return { kind: "named", name: certificates.name };
    default:
      return { kind: "none" };
  }
}
