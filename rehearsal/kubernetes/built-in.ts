import type { Estate } from "../world/estate";
import type { Pod } from "./pods";

/** What a cluster has before anything is put into it, as far as others refer to it. */
export interface BuiltIn {
  readonly pods: readonly Pod[];
  readonly storageClasses: readonly string[];
  /** API groups of custom resources that it comes with. */
  readonly groups: readonly string[];
  readonly serviceAccounts: readonly { readonly namespace: string; readonly name: string }[];
  /** Addresses that its pods' connections come from, and that its nodes answer to. */
  readonly addresses: readonly string[];
}

const DNS: Pod = {
  namespace: "kube-system",
  name: "coredns",
  labels: { "k8s-app": "kube-dns" },
  ports: [
    { name: "dns", port: 53, protocol: "UDP" },
    { name: "dns-tcp", port: 53, protocol: "TCP" },
  ],
};

/** The K3s distribution. https://docs.k3s.io/installation/packaged-components */
export function k3s(addresses: readonly string[], disabled: readonly string[] = []): BuiltIn {
  const hasTraefik = !disabled.includes("traefik");
  const traefik: Pod = {
    namespace: "kube-system",
    name: "traefik",
    labels: { "app.kubernetes.io/name": "traefik", "app.kubernetes.io/instance": "traefik-kube-system" },
    ports: [
      { name: "web", port: 8000, protocol: "TCP" },
      { name: "websecure", port: 8443, protocol: "TCP" },
      { name: "metrics", port: 9100, protocol: "TCP" },
    ],
  };
  return {
    pods: [DNS, ...(hasTraefik ? [traefik] : [])],
    storageClasses: disabled.includes("local-storage") ? [] : ["local-path"],
    groups: [
      "helm.cattle.io",
      "k3s.cattle.io",
      ...(hasTraefik ? ["traefik.io", "gateway.networking.k8s.io"] : []),
    ],
    serviceAccounts: [],
    addresses,
  };
}

/** A managed cluster with nothing but cluster DNS. */
export function managed(more: Partial<BuiltIn> = {}): BuiltIn {
  return { pods: [DNS], storageClasses: [], groups: [], serviceAccounts: [], addresses: [], ...more };
}

/** What a cluster comes with: the cloud that made it says so; one that is not made here is taken for K3s. */
export function builtIn(estate: Estate, key: string): BuiltIn {
  for (const { cluster } of estate.clouds) {
    const known = cluster?.(estate, key);
    if (known) return known;
  }
  return k3s([]);
}
