import type { ComputedMap, ComputedValue } from "../emulator/computed-value";

/** https://kubernetes.io/docs/concepts/overview/working-with-objects/names/ */
export const KUBERNETES_COMPUTED: readonly ComputedValue[] = [
  { types: /^kubernetes_/, attribute: /^id$/, value: "{metadata.0.namespace}/{metadata.0.name}" },
  { types: /^kubernetes_/, attribute: /^id$/, value: "{metadata.0.name}" },
  { types: /^kubernetes_/, attribute: /^metadata\.namespace$/, value: "default" },
  { types: /^kubernetes_/, attribute: /^metadata\.name$/, value: "{metadata.0.generate_name}{#hex:5}" },
  { types: /^kubernetes_/, attribute: /^metadata\.uid$/, value: "{#uuid}" },
  // What the API server fills in: https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/
  { types: /^kubernetes_/, attribute: /\.service_account_name$/, value: "default" },
  { types: /^kubernetes_/, attribute: /\.termination_message_policy$/, value: "File" },
  { types: /^kubernetes_/, attribute: /\.image_pull_policy$/, value: "IfNotPresent" },
  { types: /^kubernetes_/, attribute: /\.scheduler_name$/, value: "default-scheduler" },
  { types: /^kubernetes_/, attribute: /\.volume_mode$/, value: "Filesystem" },
  { types: /^kubernetes_/, attribute: /\.storage_class_name$/, value: "" }, // the cluster's own default
  { types: /^kubernetes_(cron_)?job(_v1)?$/, attribute: /\.completion_mode$/, value: "NonIndexed" },
  { types: /^kubernetes_/, attribute: /^spec\.replicas$/, value: "1" },
  { types: /^kubernetes_stateful_set/, attribute: /\.pod_management_policy$/, value: "OrderedReady" },
  // https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/
  { types: /^kubernetes_service/, attribute: /\.(ex|in)ternal_traffic_policy$/, value: "Cluster" },
  { types: /^kubernetes_service/, attribute: /\.ip_family_policy$/, value: "SingleStack" },
  { types: /^helm_release$/, attribute: /^id$/, value: "{name}" },
  { types: /^helm_release$/, attribute: /^status$/, value: "deployed" },
];

/** A Secret without data is an account's, filled by Kubernetes: https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets */
export const KUBERNETES_MAPS: readonly ComputedMap[] = [
  { types: /^kubernetes_secret_v1$/, attribute: /^data$/, keys: ["ca.crt", "namespace", "token"] },
];
