import { NAMESPACES } from "../../config/namespaces";
import type { ClusterTraits } from "../../config/traits";
import type { Pods } from "../kubernetes/network-policy";

/** The pods that scrape the metrics of everything in a cluster; NetworkPolicies admit them. */
export const prometheusOf = ({ prometheus }: Pick<ClusterTraits, "prometheus">): Pods => ({
  namespace: NAMESPACES.monitoring,
  labels: { "app.kubernetes.io/name": prometheus },
});
