import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { isObject, type Json, text, texts } from "../../world/object";
import { valuesOf } from "../charts";
import { type Cluster, clustersOf, find, ofKind } from "../cluster";
import { keysOf } from "../object";
import type { Release } from "../release";
import { decodingProblems } from "../schema/decode";
import { shapeOfKind } from "../schema/models";
import { resourceProblems } from "./amounts";
import { told } from "./chart-values";
import { SUBDOMAIN } from "./names";

const API = "https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/";
const CONFIG = "https://kubernetes.io/docs/concepts/configuration/secret/#using-a-secret";

/** Values that charts copy into objects as they are, and the type that these have. */
const FRAGMENTS: readonly { readonly key: RegExp; readonly version: string; readonly type: string }[] = [
  { key: /^resources$/, version: "v1", type: "ResourceRequirements" },
  { key: /^tolerations$/, version: "v1", type: "Toleration" },
  { key: /^affinity$/, version: "v1", type: "Affinity" },
  { key: /^topologySpreadConstraints$/, version: "v1", type: "TopologySpreadConstraint" },
  { key: /^(additionalVolumes|extraVolumes|volumes)$/, version: "v1", type: "Volume" },
  { key: /^(additionalVolumeMounts|extraVolumeMounts|volumeMounts)$/, version: "v1", type: "VolumeMount" },
  { key: /^deploymentStrategy$/, version: "apps/v1", type: "DeploymentStrategy" },
  { key: /^(\w*[rR]elabelings)$/, version: "monitoring.coreos.com/v1", type: "RelabelConfig" },
  { key: /^prometheusSpec$/, version: "monitoring.coreos.com/v1", type: "PrometheusSpec" },
  { key: /^alertmanagerSpec$/, version: "monitoring.coreos.com/v1", type: "AlertmanagerSpec" },
];

const CONTEXT = /^(podSecurityContext|securityContext|containerSecurityContext|context)$/;

/** Keys of a chart's own beside those of the type. */
const EXTRA =
  /^(enabled|context|storageSpec|.*NilUsesHelmValues|additional\w+|additional.*Config|image|service.*|.*NameClear|\w+Name|disableCompaction|ignoreNamespaceSelectors)$/;

/** Parts of objects in the values of charts, judged as the objects will be. */
export function fragmentFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) =>
    cluster.releases
      .filter(({ isLocal }) => !isLocal)
      .flatMap((release) => [
        ...walk(release.values, []).map((says) => told(release, says, API)),
        ...references(release, cluster, estate),
      ]),
  );
}

function walk(value: Json, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => walk(item, path));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const fragment = fragmentAt(here, inner);
    const said = [
      ...(fragment ? fragmentProblems(fragment, inner, here.join(".")) : []),
      ...(CONTEXT.test(key) && isObject(inner) ? contextProblems(inner, here.join(".")) : []),
      ...(key === "hostAliases" ? aliasProblems(inner, here.join(".")) : []),
      ...(key === "service" && isObject(inner) ? serviceProblems(inner, here.join(".")) : []),
      ...(key === "resources" && isObject(inner) ? resourceProblems(inner, here.join(".")) : []),
      ...(key === "storage" && path.at(-1) === "requests"
        ? resourceProblems({ requests: { storage: inner } }, here.slice(0, -2).join("."))
        : []),
    ];
    return [...said, ...walk(inner, here)];
  });
}

/** What a value is a part of, if of anything: Alloy's chart has its volumes one level deeper, and `resources` of RBAC are names. */
function fragmentAt(path: readonly string[], value: Json): (typeof FRAGMENTS)[number] | undefined {
  const [parent = "", key = ""] = path.slice(-2).length === 2 ? path.slice(-2) : ["", ...path];
  if (key === "volumes" && !Array.isArray(value)) return undefined;
  if (key === "resources" && Array.isArray(value)) return undefined;
  const name = key === "extra" ? ({ volumes: "volumes", mounts: "volumeMounts" }[parent] ?? key) : key;
  return FRAGMENTS.find((each) => each.key.test(name));
}

function fragmentProblems(
  { version, type }: (typeof FRAGMENTS)[number],
  value: Json,
  path: string,
): string[] {
  const shape = shapeOfKind(version, type);
  if (!shape || value === null) return [];
  const parts = Array.isArray(value) ? value : [value];
  return parts
    .flatMap((part: Json, i) => decodingProblems(part, shape, Array.isArray(value) ? `${path}[${i}]` : path))
    .filter((problem) => !isExtra(problem));
}

/** https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/ */
const aliasProblems = (aliases: Json, path: string): string[] =>
  texts(aliases, "hostnames")
    .filter((name) => !SUBDOMAIN.test(name))
    .map((name) => `${path}.hostnames: '${name}' is not a host name such as api.example.com`);

/** How a Service is reached. https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/ */
const SERVICE: Readonly<Record<string, readonly string[]>> = {
  type: ["ClusterIP", "NodePort", "LoadBalancer", "ExternalName"],
  externalTrafficPolicy: ["Cluster", "Local", ""],
  internalTrafficPolicy: ["Cluster", "Local", ""],
};

function serviceProblems(service: { readonly [key: string]: Json }, path: string): string[] {
  return Object.entries(SERVICE).flatMap(([key, words]) => {
    const value = service[key] ?? null;
    const isOne = value === null || (typeof value === "string" && words.includes(value));
    return isOne
      ? []
      : [`${path}.${key}: ${JSON.stringify(value)} is not one of ${words.filter(Boolean).join(", ")}`];
  });
}

/** Pod or container: a field of either will do. */
function contextProblems(context: { readonly [key: string]: Json }, path: string): string[] {
  const [pod, container] = ["PodSecurityContext", "SecurityContext"].map((type) => shapeOfKind("v1", type));
  if (!pod || !container || "context" in context) return [];
  const attempts = [pod, container].map((shape) =>
    decodingProblems(context, shape, path).filter((problem) => !isExtra(problem)),
  );
  return attempts.some((problems) => problems.length === 0) ? [] : (attempts[1] ?? []);
}

function isExtra(problem: string): boolean {
  const [, key = ""] = /([\w-]+): there is no such field(?!;)/.exec(problem) ?? [];
  return (
    EXTRA.test(key) || /: it is required$|\.additional\w+(\[\d+\])?: \S.* is not an object$/.test(problem)
  );
}

interface Named {
  readonly kind: "Secret" | "ConfigMap" | "PersistentVolumeClaim";
  readonly name: string;
  readonly keys: readonly string[];
}

/** Secrets and ConfigMaps that values name have to be there, and before: charts are waited for. */
function references(release: Release, cluster: Cluster, estate: Estate): Judged[] {
  const { namespace, resource } = release;
  if (cluster.opaque.has(namespace)) return [];
  return named(release.values, valuesOf(release)).flatMap(({ kind, name, keys }) => {
    const found = find(cluster, kind, namespace, name);
    if (!found) {
      const there = ofKind(cluster, kind)
        .filter((each) => each.namespace === namespace)
        .map((each) => each.name);
      return [
        told(
          release,
          `there is no ${kind} ${namespace}/${name}; there ${there.length > 0 ? `are ${there.join(", ")}` : "is none"}`,
          CONFIG,
        ),
      ];
    }
    const late = found.origin !== resource && !estate.isBefore(found.origin, resource);
    const has = keysOf(found);
    return [
      ...(late
        ? [
            told(
              release,
              `${kind} ${name} need not be there yet: nothing makes ${found.origin.address} come before`,
              CONFIG,
            ),
          ]
        : []),
      ...keys
        .filter((key) => has.length > 0 && !has.includes(key))
        .map((key) =>
          told(release, `${kind} ${name} has no key '${key}'; there are ${has.join(", ")}`, CONFIG),
        ),
    ];
  });
}

/** @param whole - with the chart's own values, for the names of keys that are not written out */
function named(value: Json, whole: Json): Named[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => named(item, item));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]): Named[] => {
    const other = isObject(whole) ? (whole[key] ?? inner) : inner;
    if (key === "existingSecret" && typeof inner === "string" && inner !== "") {
      return [
        {
          kind: "Secret",
          name: inner,
          keys: [text(whole, "userKey"), text(whole, "passwordKey")].filter((each) => each !== ""),
        },
      ];
    }
    if (key === "secretName" && typeof inner === "string")
      return [{ kind: "Secret", name: inner, keys: texts(value, "items.key") }];
    if (key === "claimName" && typeof inner === "string")
      return [{ kind: "PersistentVolumeClaim", name: inner, keys: [] }];
    if (key === "dashboardsConfigMaps" && isObject(inner))
      return Object.values(inner).map((name) => ({ kind: "ConfigMap", name: String(name), keys: [] }));
    if ((key === "configMaps" || key === "secrets") && Array.isArray(inner)) {
      return inner
        .filter((name: Json) => typeof name === "string")
        .map((name: Json) => ({
          kind: key === "secrets" ? "Secret" : "ConfigMap",
          name: String(name),
          keys: [],
        }));
    }
    if (
      (key === "configMap" ||
        key === "secret" ||
        key === "configMapRef" ||
        key === "secretRef" ||
        key === "secretKeyRef" ||
        key === "configMapKeyRef") &&
      isObject(inner) &&
      typeof inner["name"] === "string"
    ) {
      return [
        {
          kind: /^secret/.test(key) ? "Secret" : "ConfigMap",
          name: inner["name"],
          keys: [...texts(inner, "items.key"), ...texts(inner, "key")],
        },
      ];
    }
    return named(inner, other);
  });
}
