import type { App } from "cdktf";
import { traitsOf } from "../../config/clouds";
import type { Environment } from "../../config/schema/environment";
import { clustersOf } from "../../config/topology";
import type { Infrastructure } from "../infrastructure";

/** Clusters that were made elsewhere: reached by kubeconfig, at an address from the configuration. No workspace is defined. */
export const existingInfrastructure = (_: App, environment: Environment): Infrastructure => ({
  clusters: clustersOf(environment).flatMap((cluster) =>
    cluster.kind !== "existing"
      ? []
      : [
          {
            cluster,
            traits: traitsOf(environment, cluster),
            host: () => cluster.hostName,
            access: () => ({ kind: "kubeconfig", cluster: cluster.name }),
            address: () => cluster.address,
          },
        ],
  ),
});
