import { nearest } from "../../rules/near";
import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, isObject, type Json, text } from "../../world/object";
import { valuesOf } from "../charts";
import { type Cluster, clustersOf, find, namespaceLabels, ofKind } from "../cluster";
import type { KubeObject } from "../object";
import { containersOf, type Pod } from "../pods";
import type { Release } from "../release";
import { told } from "./chart-values";
import { about } from "./finding";

const STANDARDS = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";
const ADMISSION = "https://kubernetes.io/docs/concepts/security/pod-security-admission/";

const MODES = ["enforce", "audit", "warn"];
const LEVELS = ["privileged", "baseline", "restricted"];

/** Pods that admission would refuse, and namespaces in which nothing is enforced. */
export function podSecurityFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) => [
    ...ofKind(cluster, "Namespace").flatMap(namespaceFindings),
    ...cluster.pods.flatMap((pod) => podFindings(pod, cluster)),
    ...cluster.releases.flatMap((release) => releaseFindings(release, cluster)),
  ]);
}

function namespaceFindings(namespace: KubeObject): Judged[] {
  const labels = namespaceOwn(namespace);
  const known = MODES.flatMap((mode) => [
    `pod-security.kubernetes.io/${mode}`,
    `pod-security.kubernetes.io/${mode}-version`,
  ]);
  const wrong = Object.entries(labels).flatMap(([key, value]) => {
    if (known.slice(0, 6).includes(key) && !key.endsWith("-version") && !LEVELS.includes(value)) {
      return [about(namespace, `label ${key}: '${value}' is not one of ${LEVELS.join(", ")}`, ADMISSION)];
    }
    const near = known.includes(key) ? undefined : nearest(key, known);
    return near ? [about(namespace, `label '${key}' means nothing; is ${near} meant?`, ADMISSION)] : [];
  });
  const isGuarded = "pod-security.kubernetes.io/enforce" in labels;
  return [
    ...wrong,
    ...(isGuarded
      ? []
      : [
          about(
            namespace,
            "no Pod Security Standard is enforced; add the label pod-security.kubernetes.io/enforce",
            ADMISSION,
          ),
        ]),
  ];
}

function namespaceOwn({ body }: KubeObject): Readonly<Record<string, string>> {
  const [labels] = at(body, "metadata.labels");
  return isObject(labels)
    ? Object.fromEntries(Object.entries(labels).map(([key, value]) => [key, String(value)]))
    : {};
}

function levelOf(namespace: string, cluster: Cluster): string {
  return namespaceLabels(cluster, namespace)["pod-security.kubernetes.io/enforce"] ?? "privileged";
}

function podFindings(pod: Pod, cluster: Cluster): Judged[] {
  const level = levelOf(pod.namespace, cluster);
  if (level === "privileged") return [];
  if (pod.owner && pod.spec) {
    const { owner } = pod;
    return violations(pod.spec, level).map((says) =>
      about(owner, `the namespace enforces ${level}: ${says}`, STANDARDS),
    );
  }
  const namespace = find(cluster, "Namespace", "", pod.namespace);
  const needsHost = pod.hostNetwork || pod.hostPorts;
  return needsHost && namespace
    ? [
        about(
          namespace,
          `enforces ${level}, but ${pod.name} needs ${pod.hostNetwork ? "the node's network" : "ports of the node"}`,
          STANDARDS,
        ),
      ]
    : [];
}

/** What keeps a pod out where a standard is enforced. */
export function violations(spec: Json, level: string): string[] {
  const host = ["hostNetwork", "hostPID", "hostIPC"]
    .filter((key) => at(spec, key)[0] === true)
    .map((key) => `it has ${key}`);
  const volumes = at(spec, "volumes")
    .filter((volume) => isObject(volume) && "hostPath" in volume)
    .map((volume) => `volume ${text(volume, "name")} is of the node`);
  const inner = containersOf(spec).flatMap((container) =>
    containerViolations(container, spec, level).map((says) => `container ${text(container, "name")} ${says}`),
  );
  return [...host, ...volumes, ...inner];
}

function containerViolations(container: Json, spec: Json, level: string): string[] {
  const [own, shared] = [container, spec].map((each) => at(each, "securityContext")[0] ?? {});
  const either = (field: string) => at(own, field)[0] ?? at(shared, field)[0];
  const added = at(own, "capabilities.add").map(String);
  const isRestricted = level === "restricted";
  const rules: readonly (readonly [boolean, string])[] = [
    [at(own, "privileged")[0] === true, "is privileged"],
    [at(container, "ports.hostPort").some((port) => Number(port) > 0), "takes a port of the node"],
    [(at(own, "procMount")[0] ?? "Default") !== "Default", "unmasks /proc"],
    [either("seccompProfile.type") === "Unconfined", "has no seccomp profile"],
    [
      isRestricted && at(own, "allowPrivilegeEscalation")[0] !== false,
      "may gain privileges: allowPrivilegeEscalation has to be false",
    ],
    [isRestricted && either("runAsNonRoot") !== true, "may run as root: runAsNonRoot has to be true"],
    [either("runAsUser") === 0 && isRestricted, "runs as root"],
    [
      isRestricted && !at(own, "capabilities.drop").includes("ALL"),
      "keeps capabilities: drop has to have ALL",
    ],
    [
      added.some((name) => !(name === "NET_BIND_SERVICE" || (!isRestricted && BASELINE.includes(name)))),
      `adds ${added.join(", ")}`,
    ],
    [
      isRestricted && !["RuntimeDefault", "Localhost"].includes(String(either("seccompProfile.type") ?? "")),
      "has no seccomp profile: RuntimeDefault",
    ],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, says]) => says);
}

const BASELINE = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "KILL",
  "MKNOD",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
];

/** Security contexts in the values of charts, in namespaces that enforce the strictest standard. */
function releaseFindings(release: Release, cluster: Cluster): Judged[] {
  if (release.isLocal || levelOf(release.namespace, cluster) !== "restricted") return [];
  return contexts(release.values, valuesOf(release), []).flatMap(({ path, context }) => {
    const rules: readonly (readonly [boolean, string])[] = [
      [context["allowPrivilegeEscalation"] !== false, "allowPrivilegeEscalation has to be false"],
      [!at(context, "capabilities.drop").includes("ALL"), "capabilities.drop has to have ALL"],
      [context["privileged"] === true, "privileged has to be false"],
      [context["runAsNonRoot"] === false, "runAsNonRoot has to be true"],
      [context["runAsUser"] === 0, "runAsUser must not be 0"],
      [
        at(context, "seccompProfile.type").some((type) => type === "Unconfined"),
        "seccompProfile has to be RuntimeDefault",
      ],
    ];
    return rules
      .filter(([isBroken]) => isBroken)
      .map(([, says]) => told(release, `${path}: the namespace enforces restricted: ${says}`, STANDARDS));
  });
}

interface Context {
  readonly path: string;
  readonly context: { readonly [key: string]: Json };
}

/** Contexts of containers: those that say what only a container's may. */
function contexts(value: Json, whole: Json, path: readonly string[]): Context[] {
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const other = isObject(whole) ? (whole[key] ?? inner) : inner;
    const isContainers =
      /^(containerSecurityContext|securityContext|context)$/.test(key) &&
      isObject(inner) &&
      isObject(other) &&
      ["allowPrivilegeEscalation", "capabilities", "readOnlyRootFilesystem", "privileged"].some(
        (field) => field in inner,
      );
    return isContainers && isObject(other)
      ? [{ path: here.join("."), context: other }]
      : contexts(inner, other, here);
  });
}
