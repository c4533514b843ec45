import type { App } from "cdktf";
import type { Environment } from "../../config/schema/environment";
import { chosenName, clustersOf } from "../../config/topology";
import { configuredCluster } from "../cluster-handle";
import type { Infrastructure } from "../infrastructure";

/** Clusters that were made elsewhere: reached by kubeconfig, at an address from the configuration. No workspace is defined. */
export const existingInfrastructure = (_: App, environment: Environment): Infrastructure => ({
  clusters: clustersOf(environment).flatMap((cluster) =>
    cluster.kind !== "existing"
      ? []
      : [
          {
            ...configuredCluster(environment, cluster),
            host: () => chosenName(cluster),
            access: () => ({ kind: "kubeconfig", cluster: cluster.name }),
            address: () => cluster.address,
          },
        ],
  ),
});
