import type { IContainer } from "kubernetes-models/v1/Container";
import type { IPodSpec } from "kubernetes-models/v1/PodSpec";
import type { KubernetesObject } from "../../constructs/kubernetes/object";

/**
 * What keeps a pod from being admitted where the Pod Security Standard "restricted" is enforced
 * (https://kubernetes.io/docs/concepts/security/pod-security-standards/).
 */
export function restrictedViolations(pod: IPodSpec): readonly string[] {
  return [
    ...(["hostNetwork", "hostPID", "hostIPC"] as const).filter((key) => pod[key]),
    ...(pod.volumes ?? []).flatMap(({ name, ...source }) =>
      Object.keys(source)
        .filter((kind) => !VOLUMES.includes(kind))
        .map((kind) => `volume ${name} is ${kind}`),
    ),
    ...(pod.securityContext?.sysctls ?? []).map(({ name }) => `sysctl ${name}`),
    ...[...(pod.initContainers ?? []), ...pod.containers].flatMap((container) =>
      containerViolations(container, pod).map((violation) => `${container.name}: ${violation}`),
    ),
  ];
}

const VOLUMES = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "persistentVolumeClaim",
  "projected",
  "secret",
];

/** A container's own settings win over the pod's. */
function containerViolations(container: IContainer, pod: IPodSpec): readonly string[] {
  const own = container.securityContext ?? {};
  const both = { ...pod.securityContext, ...own };
  const rules: Readonly<Record<string, boolean>> = {
    "is privileged": own.privileged === true,
    "may escalate privileges": own.allowPrivilegeEscalation !== false,
    "may run as root": both.runAsNonRoot !== true,
    "runs as root": both.runAsUser === 0,
    "keeps capabilities": !own.capabilities?.drop?.includes("ALL"),
    "adds capabilities": (own.capabilities?.add ?? []).some((added) => added !== "NET_BIND_SERVICE"),
    "has no seccomp profile": !["RuntimeDefault", "Localhost"].includes(both.seccompProfile?.type ?? ""),
    "takes a host port": (container.ports ?? []).some(({ hostPort }) => (hostPort ?? 0) !== 0),
    "unmasks /proc": (own.procMount ?? "Default") !== "Default",
  };
  return Object.keys(rules).filter((rule) => rules[rule]);
}

/** The pods that objects ask for, by kind and name. */
export const podsIn = (objects: readonly KubernetesObject[]): readonly (readonly [string, IPodSpec])[] =>
  objects.flatMap((object) => {
    const { spec } = object as { spec?: { template?: { spec?: IPodSpec } } };
    return spec?.template?.spec
      ? [[`${object.kind} ${object.metadata.name}`, spec.template.spec] as const]
      : [];
  });
