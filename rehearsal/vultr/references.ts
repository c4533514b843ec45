import type { Reference } from "../world/references";
import type { Unique } from "../world/unique";

const DOCS = "https://registry.terraform.io/providers/vultr/vultr/2.32.0/docs/resources";

export const VULTR_REFERENCES: readonly Reference[] = [
  {
    types: /^vultr_kubernetes$/,
    attribute: "vpc_id",
    to: /^vultr_vpc$/,
    near: true,
    says: "a VPC of the cluster's location",
    source: `${DOCS}/kubernetes`,
  },
  {
    types: /^vultr_kubernetes_node_pools$/,
    attribute: "cluster_id",
    to: /^vultr_kubernetes$/,
    says: "a cluster of VKE",
    source: `${DOCS}/kubernetes_node_pools`,
  },
  {
    types: /^vultr_object_storage_bucket$/,
    attribute: "object_storage_id",
    to: /^vultr_object_storage$/,
    says: "a subscription of object storage",
    source: `${DOCS}/object_storage_bucket`,
  },
  {
    types: /^vultr_firewall_rule$/,
    attribute: "firewall_group_id",
    to: /^vultr_(kubernetes|firewall_group)$/,
    by: "firewall_group_id",
    says: "the firewall group of a cluster",
    source: `${DOCS}/firewall_rule`,
  },
];

export const VULTR_UNIQUE: readonly Unique[] = [
  {
    types: /^vultr_container_registry$/,
    within: [],
    attributes: ["name"],
    says: "a name is unique in all of Vultr",
    source: `${DOCS}/container_registry`,
  },
  {
    types: /^vultr_object_storage_bucket$/,
    within: [],
    attributes: ["name"],
    says: "a name is unique in all of Vultr",
    source: "https://docs.vultr.com/products/cloud-storage/object-storage/limits",
  },
];
