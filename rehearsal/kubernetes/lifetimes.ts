import type { Lifetime } from "../rules/lifetime";

const code = (file: string) =>
  `https://github.com/hashicorp/terraform-provider-kubernetes/blob/v2.38.0/kubernetes/${file}.go`;

const NAMED = ["metadata.name", "metadata.namespace", "metadata.generate_name"];

/** `ForceNew`, as the providers' schemas have it. */
export const KUBERNETES_LIFETIMES: readonly Lifetime[] = [
  {
    type: "kubernetes_namespace_v1",
    replacedBy: ["metadata.name", "metadata.generate_name"],
    holds: "everything that is in the namespace, volumes included",
    source: code("schema_metadata"),
  },
  {
    type: "kubernetes_persistent_volume_claim_v1",
    replacedBy: [
      ...NAMED,
      ...[
        "access_modes",
        "selector",
        "storage_class_name",
        "volume_mode",
        "volume_name",
        "resources.limits",
      ].map((name) => `spec.${name}`),
    ],
    holds: "the volume's data, where its class deletes with the claim",
    source: code("schema_persistent_volume_claim"),
  },
  {
    type: "kubernetes_secret_v1",
    replacedBy: [...NAMED, "type"],
    source: code("resource_kubernetes_secret_v1"),
  },
  { type: "kubernetes_config_map_v1", replacedBy: NAMED, source: code("schema_metadata") },
  { type: "kubernetes_service_account_v1", replacedBy: NAMED, source: code("schema_metadata") },
  {
    type: "kubernetes_job_v1",
    replacedBy: [
      ...NAMED,
      ...[
        "backoff_limit_per_index",
        "completions",
        "completion_mode",
        "pod_failure_policy",
        "selector",
        "template",
      ].map((name) => `spec.${name}`),
    ],
    source: code("schema_job_spec"),
  },
  {
    type: "kubernetes_service_v1",
    replacedBy: [
      ...NAMED,
      ...["cluster_ip", "cluster_ips", "health_check_node_port", "load_balancer_class"].map(
        (name) => `spec.${name}`,
      ),
    ],
    source: code("resource_kubernetes_service_v1"),
  },
  {
    type: "kubernetes_storage_class_v1",
    replacedBy: [
      "metadata.name",
      "metadata.generate_name",
      "parameters",
      "storage_provisioner",
      "volume_binding_mode",
      "mount_options",
      "allowed_topologies",
    ],
    source: code("resource_kubernetes_storage_class_v1"),
  },
  {
    type: "helm_release",
    replacedBy: ["name", "namespace"],
    holds: "what the release's own volume claims and Secrets hold, if the chart makes any",
    source: "https://github.com/hashicorp/terraform-provider-helm/blob/v3.1.1/helm/resource_helm_release.go",
  },
];
