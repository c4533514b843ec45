import type { KubernetesObject } from "../kubernetes/object";

/** Who may connect, and what pods read at their start, come before the pods. */
const BEFORE = ["NetworkPolicy", "CiliumNetworkPolicy", "ServiceAccount", "ConfigMap"];

/** Callers come once the pods answer: Argo CD goes on with a wave when the one before is healthy. */
const AFTER = ["IngressRoute", "IngressRouteTCP", "ServersTransport", "Middleware", "HTTPRoute", "TLSRoute"];

const waveOf = (kind: string): number => (BEFORE.includes(kind) ? -1 : AFTER.includes(kind) ? 1 : 0);

/** An object in its wave (https://argo-cd.readthedocs.io/en/stable/user-guide/sync-waves/). */
export function inWave(object: KubernetesObject): KubernetesObject {
  const wave = waveOf(object.kind);
  if (wave === 0) return object;
  const { annotations } = object.metadata;
  return {
    ...object,
    metadata: {
      ...object.metadata,
      annotations: { ...annotations, "argocd.argoproj.io/sync-wave": String(wave) },
    },
  };
}
