import type { Lifetime } from "../rules/lifetime";

const CODE =
  "https://github.com/terraform-kops/terraform-provider-kops/blob/v1.36.2/pkg/schemas/resources/Resource_";

/** `ForceNew` in the provider's own code, and what is lost. */
export const KOPS_LIFETIMES: readonly Lifetime[] = [
  {
    type: "kops_cluster",
    replacedBy: ["name"],
    holds: "everything that runs in the cluster, its volumes, and the balancers of its Services",
    source: `${CODE}Cluster.generated.go`,
  },
  {
    type: "kops_instance_group",
    replacedBy: ["cluster_name", "name"],
    source: `${CODE}InstanceGroup.generated.go`,
  },
  { type: "kops_cluster_updater", replacedBy: [], source: `${CODE}ClusterUpdater.generated.go` },
];
