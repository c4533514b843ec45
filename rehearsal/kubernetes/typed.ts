import { isObject, items, type Json, type WorldObject } from "../world/object";
import { isClusterWide, type KubeObject } from "./object";
import { templateOf } from "./pods";
import { resolved, shapeOfKind } from "./schema/models";
import type { Field, Shape } from "./schema/shape";

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
  initContainer: "initContainers",
  volume: "volumes",
  volumeMount: "volumeMounts",
  toleration: "tolerations",
};

/** The object that a `kubernetes_...` resource stands for; undefined for other types. */
export function typedObject(resource: WorldObject): KubeObject | undefined {
  const name = /^kubernetes_(.+?)(_v\d+(beta\d+)?)?$/.exec(resource.type)?.[1] ?? "";
  if (resource.type === "kubernetes_manifest") return undefined;
  const [apiVersion, kind] = KINDS[name] ?? [];
  if (!apiVersion || !kind) return undefined;
  const body = shaped(seen(resource), shapeOfKind(apiVersion, kind) as Shape);
  const own = isObject(body) ? body : {};
  const meta = isObject(own["metadata"]) ? own["metadata"] : {};
  const object: KubeObject = {
    apiVersion,
    kind,
    name: String(meta["name"] ?? ""),
    namespace: isClusterWide(kind) ? "" : String(meta["namespace"] ?? "default"),
    body: { ...own, apiVersion, kind, metadata: meta },
    origin: resource,
  };
  // Of pods and their policies everything matters; of the others, what refers to them.
  const isJudged = templateOf(object) !== undefined || kind === "NetworkPolicy";
  return isJudged ? object : { ...object, outline: true };
}

/** Data that is write-only is in no state: of it only the keys are known. What stands there in its place says nothing. */
const seen = ({ values, hidden }: WorldObject): WorldObject["values"] => {
  if ((values["data_wo_revision"] ?? null) === null) return values;
  const { data: _, ...others } = values;
  const keys = hidden?.["data_wo"]?.map((key): [string, Json] => [key, null]);
  return keys ? { ...others, data: Object.fromEntries(keys) } : others;
};

/**
 * A value of the provider's as the API has it: `claim_name` is `claimName`, a block of one is an object, a user's id is a
 * number. Absent values go, and so does what is the provider's own, such as `wait_for_completion`.
 */
function shaped(value: Json, shape: Shape): Json | undefined {
  const known = resolved(shape);
  if (value === null || (Array.isArray(value) && value.length === 0 && known.kind !== "list"))
    return undefined;
  switch (known.kind) {
    case "list": {
      const all = items(value).flatMap((item) => shaped(item ?? null, known.of) ?? []);
      return all.length === 0 ? undefined : all;
    }
    case "map":
      return single(value);
    case "object": {
      const one = single(value);
      if (!isObject(one)) return one;
      return Object.fromEntries(
        Object.entries(one).flatMap(([key, inner]): [string, Json][] => {
          const name = fieldOf(camelName(key), known.fields);
          const result = name && shaped(inner, (known.fields.get(name) as Field).shape);
          return name === undefined || result === undefined ? [] : [[name, result as Json]];
        }),
      );
    }
    case "number":
      return numberOf(value);
    case "union": // a port is a number, or the name of one
      return known.of.some(({ kind }) => kind === "number") ? numberOf(single(value)) : single(value);
    default:
      return single(value);
  }
}

const numberOf = (value: Json): Json =>
  typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value;

const fieldOf = (name: string, fields: ReadonlyMap<string, Field>): string | undefined =>
  [name, PLURALS[name] ?? name].find((each) => fields.has(each));

function single(value: Json): Json {
  return Array.isArray(value) && value.length === 1 && isObject(value[0]) ? value[0] : value;
}

function camelName(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
