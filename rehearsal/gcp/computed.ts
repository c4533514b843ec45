import type { ComputedValue } from "../emulator/computed-value";

const project = "{@project}";

/** https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs, attributes of each resource */
export const GCP_COMPUTED: readonly ComputedValue[] = [
  {
    types: /^google_compute_network$/,
    attribute: /^id$/,
    value: `projects/${project}/global/networks/{name}`,
  },
  {
    types: /^google_compute_subnetwork$/,
    attribute: /^id$/,
    value: `projects/${project}/regions/{region}/subnetworks/{name}`,
  },
  {
    types: /^google_compute_global_address$/,
    attribute: /^id$/,
    value: `projects/${project}/global/addresses/{name}`,
  },
  {
    types: /^google_compute_(ssl_policy|security_policy)$/,
    attribute: /^id$/,
    value: `projects/${project}/global/{#noun}/{name}`,
  },
  {
    types: /^google_compute_/,
    attribute: /^id$/,
    value: `projects/${project}/regions/{region}/{#noun}/{name}`,
  },
  {
    types: /^google_compute_/,
    attribute: /^self_link$/,
    value: "https://www.googleapis.com/compute/v1/{id}",
  },
  { types: /^google_compute_global_address$/, attribute: /^address$/, value: "198.51.100.{#host-octet}" },
  {
    types: /^google_service_account$/,
    attribute: /^email$/,
    value: `{account_id}@${project}.iam.gserviceaccount.com`,
  },
  {
    types: /^google_service_account$/,
    attribute: /^member$/,
    value: `serviceAccount:{account_id}@${project}.iam.gserviceaccount.com`,
  },
  {
    types: /^google_service_account$/,
    attribute: /^(id|name)$/,
    value: `projects/${project}/serviceAccounts/{account_id}@${project}.iam.gserviceaccount.com`,
  },
  {
    types: /^google_container_cluster$/,
    attribute: /(^|\.)dns_endpoint_config\.endpoint$/,
    value: "gke-{#hex:40}.us-central1.gke.goog",
  },
  { types: /^google_container_cluster$/, attribute: /^endpoint$/, value: "203.0.113.{#host-octet}" },
  {
    types: /^google_container_cluster$/,
    attribute: /^id$/,
    value: `projects/${project}/locations/{location}/clusters/{name}`,
  },
  { types: /^google_container_node_pool$/, attribute: /^id$/, value: "{cluster}/nodePools/{name}" },
  {
    types: /^google_artifact_registry_repository$/,
    attribute: /^id$/,
    value: `projects/${project}/locations/{location}/repositories/{repository_id}`,
  },
  {
    types: /^google_sql_database_instance$/,
    attribute: /^connection_name$/,
    value: `${project}:{region}:{name}`,
  },
  {
    types: /^google_sql_database_instance$/,
    attribute: /^dns_name$/,
    value: "{#hex:12}.{#hex:10}.{region}.sql.goog.",
  },
  {
    types: /^google_sql_database_instance$/,
    attribute: /^psc_service_attachment_link$/,
    value:
      "projects/{#hex:14}-tp/regions/{region}/serviceAttachments/a-{#hex:12}-psc-service-attachment-{#hex:16}",
  },
  {
    types: /^google_sql_database_instance$/,
    attribute: /(^|\.)server_ca_cert\.cert$/,
    value: "{#pem:CERTIFICATE}",
  },
  { types: /^google_sql_database_instance$/, attribute: /^id$/, value: "{name}" },
  { types: /^google_compute_address$/, attribute: /^address$/, value: "10.10.0.{#host-octet}" },
  { types: /^google_dns_managed_zone$/, attribute: /^id$/, value: `projects/${project}/managedZones/{name}` },
  { types: /^google_artifact_registry_repository$/, attribute: /^name$/, value: "{repository_id}" },
  {
    types: /^google_project_iam_custom_role$/,
    attribute: /^(id|name)$/,
    value: `projects/${project}/roles/{role_id}`,
  },
  {
    types: /^google_iam_workload_identity_pool(_provider)?$/,
    attribute: /^(id|name)$/,
    value: "projects/123456789012/locations/global/workloadIdentityPools/{workload_identity_pool_id}",
  },
  { types: /^google_storage_bucket$/, attribute: /^id$/, value: "{name}" },
  { types: /^google_project$/, attribute: /^number$/, value: "123456789012" },
  { types: /^google_project$/, attribute: /^id$/, value: "projects/{project_id}" },
  { types: /^google_project_service$/, attribute: /^id$/, value: "{project}/{service}" },
  {
    types: /^google_dns_record_set$/,
    attribute: /^id$/,
    value: `projects/${project}/managedZones/{managed_zone}/rrsets/{name}/{type}`,
  },
  { types: /^google_/, attribute: /^project$/, value: project },
  { types: /^google_/, attribute: /^region$/, value: "{@region}" },
];
