import { type BuiltIn, managed } from "../kubernetes/built-in";
import type { Estate } from "../world/estate";
import { text } from "../world/object";

/**
 * What a cluster of VKE comes with: cluster DNS, Calico, and block storage in two kinds
 * (https://docs.vultr.com/products/kubernetes/block-storage).
 */
export function vkeCluster(estate: Estate, key: string): BuiltIn | undefined {
  const made = estate
    .ofType("vultr_kubernetes")
    .some(({ values }) => text(values, "endpoint") !== "" && key.includes(`//${text(values, "endpoint")}:`));
  return made ? managed({ storageClasses: ["vultr-block-storage", "vultr-block-storage-hdd"] }) : undefined;
}
