import { NAMESPACES } from "../../config/namespaces";
import type { Pods } from "../kubernetes/network-policy";

/** The pods that scrape the metrics of everything in a cluster; NetworkPolicies admit them. */
export const PROMETHEUS: Pods = {
  namespace: NAMESPACES.monitoring,
  labels: { "app.kubernetes.io/name": "prometheus" },
};
