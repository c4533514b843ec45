import type { App } from "cdktf";
import type { Environment } from "../../../config/schema/environment";
import { clustersOf } from "../../../config/topology";
import type { Infrastructure } from "../../infrastructure";
import { certificatesInClusters } from "../../issuers/certificates";
import { PkiStack } from "../../issuers/pki-stack";
import { type AwsInfrastructure, type KopsCluster, networksOf } from "../configuration";
import { awsDatabases } from "../databases";
import { kopsCluster } from "./clusters";
import { fullNameOf } from "./names";
import { NetworkStack } from "./network-stack";
import { StoreStack } from "./store-stack";

/** Defines the platform's CA, a network and kOps' store for every region, and the clusters with their add-ons. */
export function kopsInfrastructure(
  app: App,
  environment: Environment,
  infrastructure: AwsInfrastructure,
): Infrastructure {
  const pki = environment.certificates.kind === "private-ca" ? new PkiStack(app, environment) : undefined;
  const all = kopsClustersOf(environment);
  const places = new Map(
    [...networksOf(environment)].map(([region, network]) => {
      const clusters = all.filter((cluster) => cluster.region === region);
      const common = { environment, infrastructure, region, network };
      const names = clusters.map((cluster) => fullNameOf(environment, cluster));
      const networkStack = new NetworkStack(app, { ...common, clusters: names });
      return [region, { network, networkStack, storeStack: new StoreStack(app, { ...common, clusters }) }];
    }),
  );
  const databases = awsDatabases(app, { environment, infrastructure, networks: places });
  return {
    clusters: all.map((cluster) => {
      const place = places.get(cluster.region);
      if (place === undefined) throw new Error(`cluster ${cluster.name} is in a region without a network`);
      return kopsCluster(app, { environment, infrastructure, cluster, ...place, databases, pki });
    }),
    databases,
    certificates: certificatesInClusters(environment, pki),
  };
}

/** The clusters of kOps; none where they are EKS'. */
export const kopsClustersOf = (environment: Environment): readonly KopsCluster[] =>
  clustersOf(environment).filter((cluster): cluster is KopsCluster => cluster.kind === "kops");
