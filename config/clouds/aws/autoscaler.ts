/**
 * Releases of Cluster Autoscaler by the Kubernetes version that each is for: it simulates that version's scheduler
 * (https://github.com/kubernetes/autoscaler/tree/master/cluster-autoscaler#releases).
 */
export const AUTOSCALERS: Readonly<Record<string, string>> = {
  "1.34": "v1.34.3",
  "1.35": "v1.35.1",
  "1.36": "v1.36.1",
};
