import { everyCloud } from "./clouds";
import { type ClusterPlace, placesOf } from "./places";
import type { Cluster, ClusterRole, Environment } from "./schema/environment";

/** A cluster together with its place and its name. */
export type PlacedCluster = ClusterPlace & {
  /** The name that the cluster answers to; none where it is known only once the cluster has an address. */
  readonly hostName: string | undefined;
};

/** The part of an environment that places clusters; enough to ask before everything else is known to be right. */
type Places = Pick<Environment, "name" | "regions" | "balancer"> & { readonly domain?: string | undefined };

/** Every cluster of an environment, in the order of its regions. */
export function clustersOf(environment: Places): readonly PlacedCluster[] {
  const shared = sharesOneName(environment) ? entryName(environment) : undefined;
  const places = placesOf(environment);
  const edge = places.find(({ role }) => role === "edge");
  return places.map((cluster) => {
    const named = cluster.role === "edge" && edge !== undefined ? edge : cluster; // users call all edges by one name
    return { ...cluster, hostName: shared ?? hostNameOf(environment, named.name, named) };
  });
}

const hostNameOf = ({ domain }: Places, name: string, cluster: Cluster): string | undefined =>
  ownHost(cluster) ?? (domain === undefined ? undefined : `${hostLabelOf(name, cluster)}.${domain}`);

/** The first label of a cluster's host name. */
export const hostLabelOf = (name: string, cluster: Cluster): string =>
  ("hostLabel" in cluster ? cluster.hostLabel : undefined) ?? name;

/** The name of a cluster for which people must choose one. */
export function chosenName({ name, hostName }: PlacedCluster): string {
  if (hostName === undefined) throw new Error(`cluster ${name} has no name before it has an address`);
  return hostName;
}

/** The host name that an existing cluster brings. */
const ownHost = (cluster: Cluster): string | undefined => ("host" in cluster ? cluster.host : undefined);

/** Whether every cluster that serves users answers to the same name: the entry point hands TLS through to them. */
export const sharesOneName = ({ balancer }: Pick<Environment, "balancer">): boolean =>
  everyCloud("balancers").some(
    ({ schema, sharesOneName }) => sharesOneName && schema.shape.kind.value === balancer.kind,
  );

/**
 * The name that all clusters share: the domain, or one under `.internal`, which is reserved for names that public DNS
 * never has. Certificates prove it either way.
 */
export const entryName = ({ domain, name }: Pick<Places, "name" | "domain">): string =>
  domain ?? `${name}.internal`;

/** The clusters with a role. */
export const clustersWithRole = (environment: Places, role: ClusterRole): readonly PlacedCluster[] =>
  clustersOf(environment).filter((cluster) => cluster.role === role);

/** The cluster that the global load balancer runs on; where there are several, the first, whose name all have. */
export const edgeCluster = (environment: Places): PlacedCluster | undefined =>
  clustersWithRole(environment, "edge")[0];
