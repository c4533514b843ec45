import type { ComputedValue } from "../emulator/computed-value";

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
  { types: /^kubernetes_job(_v1)?$/, attribute: /^spec\.completion_mode$/, value: "NonIndexed" },
  { types: /^helm_release$/, attribute: /^id$/, value: "{name}" },
  { types: /^helm_release$/, attribute: /^status$/, value: "deployed" },
];
