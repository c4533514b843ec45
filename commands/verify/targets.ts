import { workspaceName } from "../../config/names";
import type { Environment } from "../../config/schema/environment";
import { clustersWithRole, edgeCluster } from "../../config/topology";

/** What published values of applied workspaces are asked for. */
export interface Published {
  /** Undefined where the workspace is not applied, or publishes no such thing. */
  find(workspace: string, output: string): string | undefined;
}

/** Something that answers users. */
export interface Target {
  /** `entry` for the environment's own, or a cluster's name. */
  readonly name: string;
  readonly host: string;
  /** Where it is connected to, where that is known without DNS. */
  readonly address: string | undefined;
  /** The region that has to answer; undefined where any may. */
  readonly region: string | undefined;
  /** CA that its certificate must come from, PEM; undefined for those that clients know. */
  readonly ca: string | undefined;
}

/**
 * The entry point, and every cluster that serves users. A cluster without a public address is left out: a balancer
 * reaches those by addresses of its own.
 *
 * @param ca - instead of what the platform's CA published
 */
export function targetsOf(environment: Environment, published: Published, ca?: string): readonly Target[] {
  const pki = workspaceName(environment.name, "pki").id;
  const own = environment.certificates.kind === "private-ca" ? (ca ?? published.find(pki, "ca")) : ca;
  const clusters = clustersWithRole(environment, "api").flatMap((cluster): readonly Target[] => {
    const deployed = workspaceName(environment.name, "api-deploy", {
      region: cluster.region,
      cluster: cluster.name,
    });
    const host = cluster.hostName ?? published.find(deployed.id, "host");
    const address = addressIn(cluster);
    const isFound = address !== undefined || environment.balancer.kind === "none";
    return host === undefined || !isFound
      ? []
      : [{ name: cluster.name, host, address, region: cluster.region, ca: own }];
  });
  const entry = entryOf(environment, published, own);
  return entry === undefined ? clusters : [entry, ...clusters];
}

function entryOf(
  environment: Environment,
  published: Published,
  own: string | undefined,
): Target | undefined {
  if (environment.balancer.kind === "none") return undefined;
  const workspace = workspaceName(environment.name, "global-lb").id;
  const url = published.find(workspace, "url");
  const edge = edgeCluster(environment);
  const host = edge?.hostName ?? (url === undefined ? undefined : new URL(url).hostname);
  if (host === undefined) return undefined;
  const address = edge === undefined ? published.find(workspace, "address") : addressIn(edge);
  const isProxied = environment.dns.kind === "cloudflare"; // shows a certificate of its own
  return { name: "entry", host, address, region: undefined, ca: isProxied ? undefined : own };
}

/** Clusters that were there before have an address in the configuration. */
const addressIn = (cluster: object): string | undefined =>
  "address" in cluster && typeof cluster.address === "string" ? cluster.address : undefined;
