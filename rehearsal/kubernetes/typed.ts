import { isObject, type Json, type WorldObject } from "../world/object";
import { isClusterWide, type KubeObject } from "./object";

/** Kinds of the provider's typed resources, and the group they belong to. */
const KINDS: Readonly<Record<string, readonly [apiVersion: string, kind: string]>> = {
  namespace: ["v1", "Namespace"],
  secret: ["v1", "Secret"],
  config_map: ["v1", "ConfigMap"],
  service: ["v1", "Service"],
  service_account: ["v1", "ServiceAccount"],
  persistent_volume_claim: ["v1", "PersistentVolumeClaim"],
  limit_range: ["v1", "LimitRange"],
  resource_quota: ["v1", "ResourceQuota"],
  deployment: ["apps/v1", "Deployment"],
  stateful_set: ["apps/v1", "StatefulSet"],
  daemonset: ["apps/v1", "DaemonSet"],
  job: ["batch/v1", "Job"],
  cron_job: ["batch/v1", "CronJob"],
  network_policy: ["networking.k8s.io/v1", "NetworkPolicy"],
  ingress: ["networking.k8s.io/v1", "Ingress"],
  ingress_class: ["networking.k8s.io/v1", "IngressClass"],
  storage_class: ["storage.k8s.io/v1", "StorageClass"],
  role: ["rbac.authorization.k8s.io/v1", "Role"],
  role_binding: ["rbac.authorization.k8s.io/v1", "RoleBinding"],
  cluster_role: ["rbac.authorization.k8s.io/v1", "ClusterRole"],
  cluster_role_binding: ["rbac.authorization.k8s.io/v1", "ClusterRoleBinding"],
  priority_class: ["scheduling.k8s.io/v1", "PriorityClass"],
  horizontal_pod_autoscaler: ["autoscaling/v2", "HorizontalPodAutoscaler"],
  pod_disruption_budget: ["policy/v1", "PodDisruptionBudget"],
};

/** Blocks that repeat under a name in the singular. https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs */
const PLURALS: Readonly<Record<string, string>> = {
  port: "ports",
  rule: "rules",
  subject: "subjects",
  container: "containers",
  init_container: "initContainers",
  volume: "volumes",
  volume_mount: "volumeMounts",
  toleration: "tolerations",
  image_pull_secrets: "imagePullSecrets",
};

/** Names whose keys are people's own, such as those of labels. */
const MAPS =
  /^(labels|annotations|match_labels|selector|data|binary_data|string_data|node_selector|limits|requests|hard|parameters)$/;

/** The object that a `kubernetes_...` resource stands for; undefined for other types. */
export function typedObject(resource: WorldObject): KubeObject | undefined {
  const name = /^kubernetes_(.+?)(_v\d+(beta\d+)?)?$/.exec(resource.type)?.[1] ?? "";
  if (resource.type === "kubernetes_manifest") return undefined;
  const [apiVersion, kind] = KINDS[name] ?? [];
  if (!apiVersion || !kind) return undefined;
  const { id: _, timeouts: __, metadata, ...rest } = resource.values;
  const inner = camel(Array.isArray(metadata) ? (metadata[0] as Json) : (metadata ?? {}));
  const meta = isObject(inner) ? inner : {};
  return {
    apiVersion,
    kind,
    name: String(meta["name"] ?? ""),
    namespace: isClusterWide(kind) ? "" : String(meta["namespace"] ?? "default"),
    body: { apiVersion, kind, metadata: meta, ...(camel(rest) as { [key: string]: Json }) },
    origin: resource,
    outline: true,
  };
}

/** `claim_name` becomes `claimName`, and a block of one becomes an object; absent values go. */
function camel(value: Json): Json {
  if (Array.isArray(value)) return value.map(camel);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]): [string, Json][] => {
      if (inner === null || (Array.isArray(inner) && inner.length === 0)) return [];
      if (MAPS.test(name)) return [[camelName(name), isObject(inner) ? inner : camel(single(inner))]];
      const plural = PLURALS[name];
      return plural ? [[plural, camel(inner)]] : [[camelName(name), camel(single(inner))]];
    }),
  );
}

function single(value: Json): Json {
  return Array.isArray(value) && value.length === 1 && isObject(value[0]) ? value[0] : value;
}

function camelName(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
