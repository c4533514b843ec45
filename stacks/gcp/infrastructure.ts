import type { App } from "cdktf";
import { databasesOfKind } from "../../config/databases";
import { regionOf } from "../../config/places";
import type { Environment } from "../../config/schema/environment";
import { clustersOf } from "../../config/topology";
import type { Infrastructure } from "../infrastructure";
import { BootstrapStack } from "./bootstrap-stack";
import { CacheStack } from "./cache-stack";
import { certificatesOfEntries } from "./certificates";
import { gkeCluster, type RegionalParts } from "./clusters";
import { type GcpInfrastructure, type GkeCluster, networksOf } from "./configuration";
import { DatabaseStack } from "./database-stack";
import { DnsStack } from "./dns-stack";
import { GithubStack } from "./github-stack";
import { NetworkStack } from "./network-stack";
import { RegistryStack } from "./registry-stack";
import { StateStack } from "./state-stack";

/**
 * Defines the project and the bucket of the state, where the configuration asks for them, a registry, a network and databases for
 * every region, the clusters' names, and the clusters with their add-ons.
 */
export function gcpInfrastructure(
  app: App,
  environment: Environment,
  infrastructure: GcpInfrastructure,
): Infrastructure {
  const common = { environment, infrastructure };
  const { bootstrap } = infrastructure;
  const project = bootstrap ? new BootstrapStack(app, { ...common, bootstrap }) : undefined;
  if (environment.state.kind === "gcs") {
    const state = new StateStack(app, { ...common, state: environment.state });
    if (project) state.addDependency(project);
  }

  const clusters = clustersOf(environment).filter((cluster): cluster is GkeCluster => cluster.kind === "gke");
  const regions = new Map(
    [...networksOf(environment)].map(([region, network]): [string, RegionalParts] => {
      const place = { ...common, region, network };
      const registry = new RegistryStack(app, place);
      const networkStack = new NetworkStack(app, {
        ...place,
        clusters: clusters.filter((cluster) => cluster.region === region),
      });
      return [region, { network, networkStack, registry }];
    }),
  );
  const { github } = infrastructure;
  if (github) new GithubStack(app, { ...common, github, registries: regions });
  const databases = [...regions].flatMap(([region, { network, networkStack }]) => {
    const here = databasesOfKind(environment, "managed").filter(
      ([, database]) => regionOf(environment, database) === region,
    );
    if (here.length === 0) return [];
    const stack = new DatabaseStack(app, { ...common, region, network, networkStack, databases: here });
    return here.map(([name]) => [name, stack.handleOf(name)] as const);
  });
  const caches = [...regions].flatMap(([region, { network, networkStack }]) => {
    const here = Object.entries(environment.caches).filter(
      ([, cache]) => regionOf(environment, cache) === region,
    );
    return here.length === 0
      ? []
      : [new CacheStack(app, { ...common, region, network, networkStack, caches: here })];
  });
  const partsOf = ({ region }: GkeCluster) => regions.get(region) as RegionalParts;
  const dns =
    environment.dns.kind === "none"
      ? undefined
      : new DnsStack(app, {
          ...common,
          entries: clusters
            .filter(({ role }) => role === "api")
            .map((cluster) => ({ cluster, networkStack: partsOf(cluster).networkStack })),
        });
  return {
    clusters: clusters.map((cluster) =>
      gkeCluster(app, { ...common, cluster, ...partsOf(cluster), caches, dns }),
    ),
    databases: Object.fromEntries(databases),
    certificates: certificatesOfEntries(environment),
  };
}
