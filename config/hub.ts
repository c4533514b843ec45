import type { Place } from "./place";
import type { ClusterPlace } from "./places";
import type { Environment } from "./schema/environment";

/** Whether a cluster keeps its samples, keeps those of others too, or has another keep its own. */
export type Keeping = "own" | "everybody's" | "none";

/** What a cluster of an environment keeps of what is measured in it. */
export function keepingOf(
  { monitoring: { hub } }: Pick<Environment, "monitoring">,
  cluster: string,
): Keeping {
  if (hub === undefined || hub.standalone.includes(cluster)) return "own";
  return hub.cluster === cluster ? "everybody's" : "none";
}

/** Whether a cluster's logs are read, and whether logs are kept in it: a small edge node has no room to keep its own. */
export function logsIn(
  environment: Pick<Environment, "monitoring">,
  { name, role }: Pick<ClusterPlace, "name" | "role">,
): { readonly isRead: boolean; readonly isKept: boolean } {
  if (environment.monitoring.logs === undefined) return { isRead: false, isKept: false };
  const keeping = keepingOf(environment, name);
  if (keeping === "own" && role === "edge") return { isRead: false, isKept: false };
  return { isRead: true, isKept: keeping !== "none" };
}

/**
 * The name that writers call, below that of the hub's cluster.
 *
 * @param host - the cluster's own name
 */
export const receiverHost = (host: string): string => `metrics.${host}`;

/** Who a cluster that writes says it is; the hub believes every client that the platform's CA certifies. */
export const writerName = ({ environment, cluster }: Place): string => `${environment}.${cluster}`;
