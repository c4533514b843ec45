import { nearest } from "../../rules/near";
import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, type Json, text, texts } from "../../world/object";
import { type Cluster, clustersOf, find, ofKind } from "../cluster";
import { type KubeObject, titleOf } from "../object";
import { configurationsOf } from "../prometheus/configurations";
import { about } from "./finding";

const RBAC = "https://kubernetes.io/docs/reference/access-authn-authz/rbac/";

const VERBS = [
  "get",
  "list",
  "watch",
  "create",
  "update",
  "patch",
  "delete",
  "deletecollection",
  "bind",
  "escalate",
  "impersonate",
  "approve",
  "sign",
  "use",
  "*",
];
const RESOURCES = [
  "pods",
  "services",
  "endpoints",
  "nodes",
  "namespaces",
  "secrets",
  "configmaps",
  "serviceaccounts",
  "persistentvolumeclaims",
  "persistentvolumes",
  "events",
  "deployments",
  "statefulsets",
  "daemonsets",
  "replicasets",
  "jobs",
  "cronjobs",
  "ingresses",
  "ingressclasses",
  "networkpolicies",
  "endpointslices",
  "leases",
  "roles",
  "rolebindings",
  "clusterroles",
  "clusterrolebindings",
  "horizontalpodautoscalers",
  "poddisruptionbudgets",
  "storageclasses",
  "customresourcedefinitions",
];

/** Kubernetes' own API groups; others name their resources as they like. */
const GROUPS = /^$|^(apps|batch|autoscaling|policy)$|\.k8s\.io$/;

/** Roles allow what there is, bindings bind what is there, and programs that watch the cluster may. */
export function rbacFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) => [
    ...ofKind(cluster, /^(Cluster)?Role$/).flatMap(roleFindings),
    ...ofKind(cluster, /^(Cluster)?RoleBinding$/).flatMap((binding) => bindingFindings(binding, cluster)),
    ...discoveryFindings(cluster),
  ]);
}

function roleFindings(role: KubeObject): Judged[] {
  return at(role.body, "rules").flatMap((rule) => {
    const verbs = texts(rule, "verbs");
    const resources = texts(rule, "resources");
    const isOfKubernetes = texts(rule, "apiGroups").every((group) => GROUPS.test(group));
    const misspelt = (isOfKubernetes ? resources : []).flatMap((resource) => {
      const name = resource.split("/")[0] ?? "";
      const near = RESOURCES.includes(name) ? undefined : nearest(name, RESOURCES);
      return near ? [`there is no resource ${resource}; is ${near} meant?`] : [];
    });
    const says = [
      ...(verbs.length === 0 ? ["a rule without verbs allows nothing"] : []),
      ...(resources.length === 0 && texts(rule, "nonResourceURLs").length === 0
        ? ["a rule without resources is refused; name some, such as pods"]
        : []),
      ...verbs
        .filter((verb) => !VERBS.includes(verb))
        .flatMap((verb) => nearest(verb, VERBS) ?? [])
        .map((near) => `there is no verb so spelt; is ${near} meant?`),
      ...misspelt,
      ...(verbs.includes("*") && resources.includes("*") ? ["it allows everything on everything"] : []),
    ];
    return says.map((problem) => about(role, `rules: ${problem}`, RBAC));
  });
}

function bindingFindings(binding: KubeObject, cluster: Cluster): Judged[] {
  const [kind, name] = [text(binding.body, "roleRef.kind"), text(binding.body, "roleRef.name")];
  const isGiven = kind === "ClusterRole" && /^(cluster-admin|admin|edit|view|system:)/.test(name);
  const role = find(cluster, kind, kind === "Role" ? binding.namespace : "", name);
  const subjects = at(binding.body, "subjects");
  const missing = subjects
    .filter((subject) => text(subject, "kind") === "ServiceAccount" && text(subject, "name") !== "default")
    .filter((subject) => {
      const namespace = text(subject, "namespace") || binding.namespace;
      return (
        !cluster.opaque.has(namespace) && !find(cluster, "ServiceAccount", namespace, text(subject, "name"))
      );
    });
  return [
    ...(role || isGiven || cluster.opaque.size > 0
      ? []
      : [
          about(
            binding,
            `roleRef: there is no ${titleOf({ kind, namespace: kind === "Role" ? binding.namespace : "", name })}`,
            RBAC,
          ),
        ]),
    ...(subjects.length === 0 ? [about(binding, "it binds nobody", RBAC)] : []),
    ...missing.map((subject) =>
      about(
        binding,
        `subjects: there is no ServiceAccount ${text(subject, "namespace") || binding.namespace}/${text(subject, "name")}`,
        RBAC,
      ),
    ),
  ];
}

/** Prometheus that looks for pods has to be allowed to list and watch them. */
function discoveryFindings(cluster: Cluster): Judged[] {
  return configurationsOf(cluster).flatMap(({ scrapers, jobs }) =>
    scrapers.flatMap(({ owner, namespace, spec }) => {
      if (!owner || spec === undefined) return [];
      const account = text(spec, "serviceAccountName") || "default";
      return jobs
        .flatMap((job) => at(job, "kubernetes_sd_configs"))
        .flatMap((sd) => {
          const wanted = texts(sd, "namespaces.names");
          const resource = `${text(sd, "role")}s`.replace(/ss$/, "s");
          const places = wanted.length > 0 ? wanted : [""];
          return places.flatMap((place) =>
            ["list", "watch"]
              .filter((verb) => !isAllowed(cluster, namespace, account, place, verb, resource))
              .map((verb) =>
                about(
                  owner,
                  `its account ${account} may not ${verb} ${resource}${place ? ` in ${place}` : ""}, which its service discovery needs`,
                  RBAC,
                ),
              ),
          );
        });
    }),
  );
}

/** @param place - a namespace, or the empty text for all of them */
function isAllowed(
  cluster: Cluster,
  namespace: string,
  account: string,
  place: string,
  verb: string,
  resource: string,
): boolean {
  return ofKind(cluster, /^(Cluster)?RoleBinding$/).some((binding) => {
    const isForAll = binding.kind === "ClusterRoleBinding";
    const binds = at(binding.body, "subjects").some(
      (subject) =>
        text(subject, "name") === account && (text(subject, "namespace") || binding.namespace) === namespace,
    );
    if (!binds || !(isForAll || (place !== "" && binding.namespace === place))) return false;
    const kind = text(binding.body, "roleRef.kind");
    const role = find(
      cluster,
      kind,
      kind === "Role" ? binding.namespace : "",
      text(binding.body, "roleRef.name"),
    );
    return at(role?.body, "rules").some(
      (rule) => has(rule, "verbs", verb) && has(rule, "resources", resource),
    );
  });
}

function has(rule: Json, field: string, name: string): boolean {
  return texts(rule, field).some((each) => each === name || each === "*");
}
