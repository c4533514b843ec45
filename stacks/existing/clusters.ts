import type { Environment } from "../../config/schema/environment";
import { clustersOf } from "../../config/topology";
import type { ClusterHandle } from "../cluster-handle";

/** Clusters that somebody else made: reached by kubeconfig, at an address from the configuration. */
export const existingClusters = (environment: Environment): readonly ClusterHandle[] =>
  clustersOf(environment).flatMap((cluster) =>
    cluster.kind !== "existing"
      ? []
      : [
          {
            cluster,
            host: () => cluster.hostName,
            access: () => ({ kind: "kubeconfig", cluster: cluster.name }),
            address: () => cluster.address,
          },
        ],
  );
