import { type BuiltIn, managed } from "../kubernetes/built-in";
import type { Estate } from "../world/estate";
import { at, text } from "../world/object";

/**
 * What a cluster of kOps comes with: cluster DNS, Calico, and the storage classes of the EBS CSI driver, unless these are left to
 * others (https://kops.sigs.k8s.io/addons/#ebs-csi-driver).
 */
export function kopsCluster(estate: Estate, key: string): BuiltIn | undefined {
  const cluster = estate.ofType("kops_cluster").find(({ values }) => key.includes(text(values, "name")));
  if (!cluster) return undefined;
  const makesClasses = at(cluster.values, "cloud_config.manage_storage_classes.value")[0] !== false;
  return managed({ storageClasses: makesClasses ? ["kops-csi-1-21"] : [] });
}
