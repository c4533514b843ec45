import type { Rule, RuleTable } from "../rules/rule";

const DOCS = "https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources";
const REGIONS = "https://cloud.google.com/compute/docs/regions-zones";

const REGION = /^[a-z]+-[a-z]+\d{1,2}$/;
const ZONE = /^[a-z]+-[a-z]+\d{1,2}(-[a-z])?$/;

/** https://cloud.google.com/compute/docs/naming-resources */
const NAME = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A subnet's, or another of its ranges. */
const RANGE = /\/([4-9]|1\d|2\d)$/;

const oneOf = (types: RegExp, attribute: string, ...words: readonly string[]): Rule => ({
  types,
  attribute,
  expect: { oneOf: words },
  source: DOCS,
});

const CLUSTER = /^google_container_cluster$/;
const POOL = /^google_container_node_pool$/;
const SQL = /^google_sql_database_instance$/;
const BUCKET = /^google_storage_bucket$/;

export const GCP_VALUES: RuleTable = {
  rules: [
    {
      types: /^google_(compute_\w+|container_(cluster|node_pool))$/,
      attribute: "name",
      expect: NAME,
      says: "1 to 63 lower-case letters, digits and dashes, a letter first",
      source: "https://cloud.google.com/compute/docs/naming-resources",
    },
    {
      types: /^(google_compute_\w+|provider\.google)$/,
      attribute: "region",
      expect: REGION,
      says: "a region such as us-central1",
      source: REGIONS,
    },
    {
      types: /^google_(container_cluster|artifact_registry_repository)$/,
      attribute: "location",
      expect: ZONE,
      says: "a region such as us-central1, or a zone such as us-central1-a",
      source: REGIONS,
    },
    {
      types: /^google_compute_subnetwork$/,
      attribute: "ip_cidr_range",
      expect: "cidr",
      source: `${DOCS}/compute_subnetwork`,
    },
    {
      types: /^google_compute_subnetwork$/,
      attribute: "ip_cidr_range",
      expect: RANGE,
      says: "a range of 4 to 29 bits, such as 10.10.0.0/20",
      source: "https://cloud.google.com/vpc/docs/subnets#ipv4-ranges",
    },
    {
      types: /^google_compute_subnetwork$/,
      attribute: "secondary_ip_range.ip_cidr_range",
      expect: RANGE,
      says: "a range of 4 to 29 bits, such as 10.10.0.0/20",
      source: "https://cloud.google.com/vpc/docs/subnets#ipv4-ranges",
    },
    {
      types: /^google_compute_subnetwork$/,
      attribute: "secondary_ip_range.ip_cidr_range",
      expect: "cidr",
      source: `${DOCS}/compute_subnetwork`,
    },
    {
      types: CLUSTER,
      attribute: "master_authorized_networks_config.cidr_blocks.cidr_block",
      expect: "cidr",
      source: `${DOCS}/container_cluster`,
    },
    oneOf(CLUSTER, "release_channel.channel", "RAPID", "REGULAR", "STABLE", "EXTENDED", "UNSPECIFIED"),
    oneOf(
      CLUSTER,
      "datapath_provider",
      "LEGACY_DATAPATH",
      "ADVANCED_DATAPATH",
      "DATAPATH_PROVIDER_UNSPECIFIED",
    ),
    oneOf(
      CLUSTER,
      "dns_config.cluster_dns",
      "PROVIDER_UNSPECIFIED",
      "PLATFORM_DEFAULT",
      "CLOUD_DNS",
      "KUBE_DNS",
    ),
    oneOf(POOL, "autoscaling.location_policy", "BALANCED", "ANY"),
    oneOf(/^google_container_/, "node_config.workload_metadata_config.mode", "GCE_METADATA", "GKE_METADATA"),
    {
      types: CLUSTER,
      attribute: "workload_identity_config.workload_pool",
      expect: /^[a-z][a-z0-9-]{4,28}[a-z0-9]\.svc\.id\.goog$/,
      says: "<project>.svc.id.goog",
      source: "https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity",
    },
    oneOf(
      /^google_artifact_registry_repository$/,
      "mode",
      "STANDARD_REPOSITORY",
      "REMOTE_REPOSITORY",
      "VIRTUAL_REPOSITORY",
    ),
    {
      types: BUCKET,
      attribute: "name",
      expect: /^(?!goog)[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/,
      says: "3 to 63 lower-case letters, digits, dashes and dots, without goog at its beginning",
      source: "https://cloud.google.com/storage/docs/buckets#naming",
    },
    oneOf(BUCKET, "public_access_prevention", "enforced", "inherited"),
    {
      types: /^google_service_account$/,
      attribute: "account_id",
      expect: /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
      says: "6 to 30 lower-case letters, digits and dashes",
      source: `${DOCS}/google_service_account`,
    },
    {
      types: /^google_\w+_iam_member$/,
      attribute: "member",
      expect: /^(user|group|serviceAccount|domain|principal|principalSet):\S+$/,
      says: "somebody by name such as group:platform@example.com, and not everybody",
      source: "https://cloud.google.com/iam/docs/principal-identifiers",
    },
    {
      types: /^google_\w+_iam_member$/,
      attribute: "role",
      expect: /^(?!roles\/(?:owner|editor)$)(roles\/|(projects|organizations)\/[^/]+\/roles\/)\S+$/,
      says: "a role that is no owner's and no editor's, such as roles/container.admin",
      source: "https://cloud.google.com/iam/docs/roles-overview#basic",
    },
    {
      types: /^google_project$/,
      attribute: "project_id",
      expect: /^(?!.*(?:google|ssl|null|undefined))[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
      says: "6 to 30 lower-case letters, digits and dashes, without google, ssl, null or undefined",
      source: "https://cloud.google.com/resource-manager/docs/creating-managing-projects#before_you_begin",
    },
    {
      types: /^google_project$/,
      attribute: "billing_account",
      expect: /^[0-9A-F]{6}(-[0-9A-F]{6}){2}$/,
      says: "a billing account such as 01AB23-CD45EF-678901",
      source: `${DOCS}/google_project`,
    },
    {
      types: /^google_dns_record_set$/,
      attribute: "name",
      expect: /^(\*\.)?([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)+$/,
      says: "a whole name with a dot at its end",
      source: `${DOCS}/dns_record_set`,
    },
    oneOf(SQL, "settings.edition", "ENTERPRISE", "ENTERPRISE_PLUS"),
    oneOf(SQL, "settings.availability_type", "ZONAL", "REGIONAL"),
    oneOf(SQL, "settings.ip_configuration.ssl_mode", "ENCRYPTED_ONLY", "TRUSTED_CLIENT_CERTIFICATE_REQUIRED"),
    {
      types: SQL,
      attribute: "database_version",
      expect: /^(POSTGRES_1[0-8]|MYSQL_(5_7|8_0|8_4))$/,
      says: "an engine and its version such as POSTGRES_18",
      source: "https://cloud.google.com/sql/docs/postgres/db-versions",
    },
    {
      types: SQL,
      when: { "settings.edition": /^ENTERPRISE$/ },
      attribute: "settings.tier",
      expect: /^db-(f1-micro|g1-small|custom-(1|\d*[02468])-\d+)$/,
      says: "a machine of edition ENTERPRISE such as db-custom-2-7680: one processor, or an even number of them",
      source: "https://cloud.google.com/sql/docs/postgres/create-instance#machine-types",
    },
    {
      types: SQL,
      when: { "settings.edition": /^ENTERPRISE$/ },
      attribute: "settings.backup_configuration.transaction_log_retention_days",
      expect: { from: 1, to: 7 },
      source: "https://cloud.google.com/sql/docs/postgres/backup-recovery/pitr",
    },
    {
      types: SQL,
      attribute: "settings.backup_configuration.start_time",
      expect: /^([01]\d|2[0-3]):[0-5]\d$/,
      says: "a time of the day such as 03:00",
      source: `${DOCS}/sql_database_instance`,
    },
    {
      types: SQL,
      attribute: "settings.maintenance_window.day",
      expect: { from: 1, to: 7 },
      source: `${DOCS}/sql_database_instance`,
    },
    {
      types: SQL,
      attribute: "settings.maintenance_window.hour",
      expect: { from: 0, to: 23 },
      source: `${DOCS}/sql_database_instance`,
    },
    {
      types: SQL,
      attribute: "settings.ip_configuration.ipv4_enabled",
      expect: /^false$/,
      says: "false: a database has no public address",
      source: "https://cloud.google.com/sql/docs/postgres/configure-private-service-connect",
    },
    oneOf(
      /^google_sql_user$/,
      "type",
      "BUILT_IN",
      "CLOUD_IAM_USER",
      "CLOUD_IAM_SERVICE_ACCOUNT",
      "CLOUD_IAM_GROUP",
    ),
    {
      types: /^google_sql_user$/,
      when: { type: /^CLOUD_IAM_SERVICE_ACCOUNT$/ },
      attribute: "name",
      expect: /^[a-z][a-z0-9-]+@[a-z0-9-]+\.iam$/,
      says: "the account's e-mail without .gserviceaccount.com",
      source: "https://cloud.google.com/sql/docs/postgres/add-manage-iam-users",
    },
    oneOf(/^google_compute_ssl_policy$/, "min_tls_version", "TLS_1_2", "TLS_1_3"),
    oneOf(/^google_compute_ssl_policy$/, "profile", "COMPATIBLE", "MODERN", "RESTRICTED", "CUSTOM"),
  ],
  demands: [
    {
      types: BUCKET,
      when: { uniform_bucket_level_access: /^(false)?$/ },
      needs: ["uniform_bucket_level_access"],
      says: "IAM alone decides who reads a bucket",
      source: "https://cloud.google.com/storage/docs/uniform-bucket-level-access",
    },
    {
      types: /^google_compute_router_nat$/,
      when: { source_subnetwork_ip_ranges_to_nat: /^LIST_OF_SUBNETWORKS$/ },
      needs: ["subnetwork"],
      says: "which subnetworks",
      source: `${DOCS}/compute_router_nat`,
    },
    {
      types: CLUSTER,
      when: { enable_autopilot: /^(false)?$/ },
      needs: ["private_cluster_config.enable_private_nodes"],
      says: "nodes have private addresses alone",
      source: `${DOCS}/container_cluster`,
    },
  ],
  exposures: [
    {
      types: CLUSTER,
      when: {},
      within: "master_authorized_networks_config",
      ports: [],
      from: ["cidr_blocks.cidr_block"],
      guarded: { always: "443" },
      source: "https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks",
    },
  ],
};
