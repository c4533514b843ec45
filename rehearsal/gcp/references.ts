import type { Reference } from "../world/references";
import type { Unique } from "../world/unique";

const DOCS = "https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources";

export const GCP_REFERENCES: readonly Reference[] = [
  {
    types: /^google_(compute_(subnetwork|router)|container_cluster)$/,
    attribute: "network",
    to: /^google_compute_network$/,
    says: "a network of the project",
    source: `${DOCS}/compute_network`,
  },
  {
    types: /^google_container_cluster$/,
    attribute: "subnetwork",
    to: /^google_compute_subnetwork$/,
    says: "a subnetwork of the project",
    source: `${DOCS}/container_cluster`,
  },
  {
    types: /^google_container_cluster$/,
    attribute: "ip_allocation_policy.cluster_secondary_range_name",
    to: /^google_compute_subnetwork$/,
    by: "secondary_ip_range.range_name",
    within: { subnetwork: "id" },
    says: "a range of the cluster's subnetwork",
    source: `${DOCS}/container_cluster`,
  },
  {
    types: /^google_container_cluster$/,
    attribute: "ip_allocation_policy.services_secondary_range_name",
    to: /^google_compute_subnetwork$/,
    by: "secondary_ip_range.range_name",
    within: { subnetwork: "id" },
    says: "a range of the cluster's subnetwork",
    source: `${DOCS}/container_cluster`,
  },
  {
    types: /^google_container_(cluster|node_pool)$/,
    attribute: "node_config.service_account",
    to: /^google_service_account$/,
    by: "email",
    says: "the e-mail of a service account",
    source: `${DOCS}/google_service_account`,
  },
  {
    types: /^google_container_node_pool$/,
    attribute: "cluster",
    to: /^google_container_cluster$/,
    says: "a cluster of GKE",
    source: `${DOCS}/container_node_pool`,
  },
  {
    types: /^google_compute_router_nat$/,
    attribute: "router",
    to: /^google_compute_router$/,
    by: "name",
    within: { region: "region" },
    says: "a router of the region",
    source: `${DOCS}/compute_router_nat`,
  },
  {
    types: /^google_compute_router_nat$/,
    attribute: "subnetwork.name",
    to: /^google_compute_subnetwork$/,
    says: "a subnetwork of the region",
    near: true,
    source: `${DOCS}/compute_router_nat`,
  },
  {
    types: /^google_artifact_registry_repository_iam_member$/,
    attribute: "repository",
    to: /^google_artifact_registry_repository$/,
    by: "repository_id",
    within: { location: "location" },
    says: "a repository of the location",
    source: `${DOCS}/artifact_registry_repository_iam`,
  },
  {
    types: /^google_\w+_iam_member$/,
    attribute: "member",
    to: /^google_service_account$/,
    by: "member",
    when: /^serviceAccount:[^@]+@[^@]+\.iam\.gserviceaccount\.com$/,
    says: "a service account of the project",
    source: `${DOCS}/google_project_iam`,
  },
  {
    types: /^google_service_account_iam_member$/,
    attribute: "service_account_id",
    to: /^google_service_account$/,
    says: "a service account",
    source: `${DOCS}/google_service_account_iam`,
  },
];

export const GCP_UNIQUE: readonly Unique[] = [
  {
    types: /^google_compute_(network|global_address|ssl_policy|security_policy)$/,
    within: ["project"],
    attributes: ["name"],
    says: "a name is unique in the project",
    source: `${DOCS}/compute_network`,
  },
  {
    types: /^google_(compute_(subnetwork|router|address)|container_cluster)$/,
    within: ["project", "region", "location"],
    attributes: ["name"],
    says: "a name is unique in its place",
    source: `${DOCS}/compute_subnetwork`,
  },
  {
    types: /^google_service_account$/,
    within: ["project"],
    attributes: ["account_id"],
    says: "a name is unique in the project",
    source: `${DOCS}/google_service_account`,
  },
  {
    types: /^google_project_iam_member$/,
    within: ["project", "member"],
    attributes: ["role"],
    says: "two resources for one binding take it from each other",
    source: `${DOCS}/google_project_iam`,
  },
];
