/**
 * An empty folder where Kubernetes would put a token for its API, for pods of charts that insist on one: it puts none
 * where a container has mounted something already
 * (https://github.com/kubernetes/kubernetes/blob/v1.36.3/plugin/pkg/admission/serviceaccount/admission.go, mountServiceAccountToken).
 */
export const noToken = {
  volume: { name: "no-token", emptyDir: {} },
  mount: { name: "no-token", mountPath: "/var/run/secrets/kubernetes.io/serviceaccount", readOnly: true },
} as const;
