import type { Lifetime } from "../rules/lifetime";

const CODE = "https://github.com/vultr/terraform-provider-vultr/blob/v2.32.0/vultr";

/** `ForceNew` in the provider's own code, and what is lost. */
export const VULTR_LIFETIMES: readonly Lifetime[] = [
  {
    type: "vultr_kubernetes",
    replacedBy: ["region", "vpc_id", "ha_controlplanes", "enable_firewall"],
    holds: "everything that runs in the cluster, its volumes, and the load balancer's address",
    source: `${CODE}/vke.go`,
  },
  {
    type: "vultr_object_storage",
    replacedBy: ["cluster_id"],
    holds: "every bucket of the subscription",
    source: `${CODE}/resource_vultr_object_storage.go`,
  },
  {
    type: "vultr_object_storage_bucket",
    replacedBy: ["object_storage_id", "name", "enable_versioning", "enable_lock"],
    holds: "everything in the bucket",
    source: `${CODE}/resource_vultr_object_storage_bucket.go`,
  },
  {
    type: "vultr_vpc",
    replacedBy: ["region", "v4_subnet", "v4_subnet_mask"],
    source: `${CODE}/resource_vultr_vpc.go`,
  },
  {
    type: "vultr_container_registry",
    replacedBy: [],
    holds: "every image",
    source: `${CODE}/resource_vultr_container_registry.go`,
  },
];
