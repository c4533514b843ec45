import { keepingOf } from "../config/hub";
import type { Environment } from "../config/schema/environment";
import type { ClusterHandle } from "./cluster-handle";

/** The cluster that keeps the samples of all, and those that write to it. */
export interface HubClusters<Cluster> {
  readonly keeper: Cluster;
  readonly writers: readonly Cluster[];
}

/** Which clusters of an environment these are; none where every cluster keeps its own samples. */
export function hubClusters<Cluster extends Pick<ClusterHandle, "place">>(
  environment: Environment,
  clusters: readonly Cluster[],
): HubClusters<Cluster> | undefined {
  const keeping = (what: ReturnType<typeof keepingOf>) =>
    clusters.filter(({ place }) => keepingOf(environment, place.cluster) === what);
  const [keeper] = keeping("everybody's");
  return keeper && { keeper, writers: keeping("none") };
}
