import type { Pods } from "./network-policy";
import type { KubernetesObject } from "./object";

/** A host, and the ports of it that are called by TCP. */
export interface CalledHost {
  readonly host: string;
  readonly ports: readonly number[];
}

/** Cilium's own policy, as far as it is used here: https://docs.cilium.io/en/v1.18/security/policy/language/#dns-based */
export interface CiliumNetworkPolicy extends KubernetesObject {
  readonly spec: {
    readonly endpointSelector: { readonly matchLabels: Readonly<Record<string, string>> };
    readonly egress: readonly {
      readonly toFQDNs?: readonly { readonly matchName: string }[];
      readonly toEndpoints?: readonly { readonly matchLabels: Readonly<Record<string, string>> }[];
      readonly toPorts: readonly {
        readonly ports: readonly { readonly port: string; readonly protocol: "TCP" | "ANY" }[];
        readonly rules?: { readonly dns: readonly { readonly matchPattern: string }[] };
      }[];
    }[];
  };
}

/**
 * Lets pods call hosts by name. A NetworkPolicy knows addresses only; Cilium reads the answers of the cluster's DNS, which
 * is why the way there is part of the policy.
 */
export const callHosts = (
  name: string,
  { namespace, labels }: Pods,
  hosts: readonly CalledHost[],
): CiliumNetworkPolicy => ({
  apiVersion: "cilium.io/v2",
  kind: "CiliumNetworkPolicy",
  metadata: { name, namespace },
  spec: {
    endpointSelector: { matchLabels: labels },
    egress: [
      ...hosts.map(({ host, ports }) => ({
        toFQDNs: [{ matchName: host }],
        toPorts: [{ ports: ports.map((port) => ({ port: String(port), protocol: "TCP" as const })) }],
      })),
      {
        toEndpoints: [
          { matchLabels: { "k8s:io.kubernetes.pod.namespace": "kube-system", "k8s:k8s-app": "kube-dns" } },
        ],
        toPorts: [{ ports: [{ port: "53", protocol: "ANY" }], rules: { dns: [{ matchPattern: "*" }] } }],
      },
    ],
  },
});
