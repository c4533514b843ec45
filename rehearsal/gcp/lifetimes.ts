import type { Lifetime } from "../rules/lifetime";

const CODE = "https://github.com/hashicorp/terraform-provider-google/blob/v6.50.0/google/services";

/** `ForceNew` in the provider's own code, and what is lost. */
export const GCP_LIFETIMES: readonly Lifetime[] = [
  {
    type: "google_container_cluster",
    replacedBy: [
      "name",
      "location",
      "network",
      "subnetwork",
      "enable_autopilot",
      "datapath_provider",
      "ip_allocation_policy.cluster_secondary_range_name",
      "ip_allocation_policy.services_secondary_range_name",
    ],
    holds: "everything that runs in the cluster, and its volumes",
    source: `${CODE}/container/resource_container_cluster.go`,
  },
  {
    type: "google_container_node_pool",
    replacedBy: ["name", "cluster", "location", "node_config.spot", "node_config.service_account"],
    source: `${CODE}/container/resource_container_node_pool.go`,
  },
  {
    type: "google_compute_network",
    replacedBy: ["name", "auto_create_subnetworks"],
    source: `${CODE}/compute/resource_compute_network.go`,
  },
  {
    type: "google_compute_subnetwork",
    replacedBy: ["name", "region", "network"],
    source: `${CODE}/compute/resource_compute_subnetwork.go`,
  },
  {
    type: "google_compute_global_address",
    replacedBy: ["name", "address", "address_type", "ip_version", "network", "prefix_length", "purpose"],
    holds: "the address that names lead to",
    source: `${CODE}/compute/resource_compute_global_address.go`,
  },
  {
    type: "google_artifact_registry_repository",
    replacedBy: ["repository_id", "location", "format", "mode"],
    holds: "every image",
    source: `${CODE}/artifactregistry/resource_artifact_registry_repository.go`,
  },
  {
    type: "google_sql_database_instance",
    replacedBy: ["name", "region", "settings.ip_configuration.private_network", "encryption_key_name"],
    holds: "every row, and the backups",
    source: `${CODE}/sql/resource_sql_database_instance.go`,
  },
  {
    type: "google_sql_database",
    replacedBy: ["name", "instance"],
    holds: "every row",
    source: `${CODE}/sql/resource_sql_database.go`,
  },
  {
    type: "google_sql_user",
    replacedBy: ["name", "instance", "host", "type"],
    source: `${CODE}/sql/resource_sql_user.go`,
  },
  {
    type: "google_dns_managed_zone",
    replacedBy: ["name", "dns_name", "visibility"],
    source: `${CODE}/dns/resource_dns_managed_zone.go`,
  },
  {
    type: "google_compute_forwarding_rule",
    replacedBy: ["name", "region", "network", "ip_address", "target", "load_balancing_scheme"],
    source: `${CODE}/compute/resource_compute_forwarding_rule.go`,
  },
  {
    type: "google_storage_bucket",
    replacedBy: ["name", "location"],
    holds: "every object in it",
    source: `${CODE}/storage/resource_storage_bucket.go`,
  },
  {
    type: "google_project",
    replacedBy: ["project_id"],
    holds: "everything: its id cannot be taken again",
    source: `${CODE}/resourcemanager/resource_google_project.go`,
  },
  {
    type: "google_endpoints_service",
    replacedBy: ["service_name", "project"],
    holds: "the name, which cannot be taken again for 30 days",
    source: `${CODE}/servicemanagement/resource_endpoints_service.go`,
  },
  {
    type: "google_service_account",
    replacedBy: ["account_id", "project"],
    source: `${CODE}/resourcemanager/resource_google_service_account.go`,
  },
];
