import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { range } from "../../world/network";
import { at, isObject, type Json, text } from "../../world/object";
import { type Cluster, clustersOf, namespaceLabels, ofKind } from "../cluster";
import { Policies, rulesOf } from "../network/policy";
import type { KubeObject } from "../object";
import { type Pod, selects } from "../pods";
import { about } from "./finding";
import { nameOf } from "./services";

const POLICIES = "https://kubernetes.io/docs/concepts/services-networking/network-policies/";

/** Findings where a NetworkPolicy chooses no pod, admits no pod, or opens a port on which no container listens. */
export function policyFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) => {
    const policies = new Policies(cluster);
    return [
      ...ofKind(cluster, "NetworkPolicy")
        .filter(({ outline }) => !outline)
        .flatMap((policy) => meaning(policy, cluster, policies)),
      ...unguarded(cluster, policies),
    ];
  });
}

function meaning(policy: KubeObject, cluster: Cluster, policies: Policies): Judged[] {
  const selector = at(policy.body, "spec.podSelector")[0];
  const own = cluster.pods.filter(
    (pod) => pod.namespace === policy.namespace && selects(selector, pod.labels),
  );
  const isKnown = !cluster.opaque.has(policy.namespace);
  const wants = isObject(selector) && Object.keys(selector).length > 0;
  const types = at(policy.body, "spec.policyTypes");
  return [
    ...(wants && own.length === 0 && isKnown
      ? [about(policy, `spec.podSelector ${JSON.stringify(selector)} matches no pod`, POLICIES)]
      : []),
    ...(isObject(at(policy.body, "spec")[0]) && !("podSelector" in (at(policy.body, "spec")[0] as object))
      ? [about(policy, "spec.podSelector: it is required", POLICIES)]
      : []),
    ...(["ingress", "egress"] as const).flatMap((direction) => {
      const rules = rulesOf(policy, direction);
      const isIdle =
        rules.length > 0 &&
        types.length > 0 &&
        !types.some((type) => String(type).toLowerCase() === direction);
      return [
        ...(isIdle
          ? [about(policy, `has rules for ${direction}, which its policyTypes leave out`, POLICIES)]
          : []),
        ...rules.flatMap((rule) => ruleFindings(policy, rule, direction, own, cluster, policies)),
      ];
    }),
  ];
}

function ruleFindings(
  policy: KubeObject,
  rule: Json,
  direction: "ingress" | "egress",
  own: readonly Pod[],
  cluster: Cluster,
  policies: Policies,
): Judged[] {
  const peers = at(rule, direction === "ingress" ? "from" : "to");
  const matched = peers.map((peer) =>
    cluster.pods.filter((pod) => policies.isPeer(peer, policy.namespace, { pod })),
  );
  const nobody = peers.filter(
    (peer, i) =>
      isObject(peer) &&
      !("ipBlock" in peer) &&
      matched[i]?.length === 0 &&
      !mayBeOpaque(peer, policy, cluster),
  );
  const targets = direction === "ingress" ? own : matched.flat();
  const isComplete = direction === "ingress" || peers.every((peer) => isObject(peer) && !("ipBlock" in peer));
  const idle = at(rule, "ports").filter(
    (port) =>
      isComplete && targets.length > 0 && !targets.some((pod) => pod.ports.length === 0 || isPort(pod, port)),
  );
  const badBlocks = at(rule, `${direction === "ingress" ? "from" : "to"}.ipBlock.cidr`).filter(
    (cidr) =>
      !String(cidr).includes(":") && (range(String(cidr)) === undefined || !String(cidr).includes("/")),
  );
  return [
    ...nobody.map((peer) => about(policy, `${direction}: ${JSON.stringify(peer)} matches no pod`, POLICIES)),
    ...idle.map((port) =>
      about(
        policy,
        `${direction}: opens port ${String(at(port, "port")[0])}, where ${[...new Set(targets.map(nameOf))].join(", ")} do not listen`,
        POLICIES,
      ),
    ),
    ...badBlocks.map((cidr) =>
      about(policy, `${direction}: '${String(cidr)}' is not a network such as 10.0.0.0/8`, POLICIES),
    ),
  ];
}

function isPort(pod: Pod, entry: Json): boolean {
  const wanted = at(entry, "port")[0];
  const protocol = text(entry, "protocol") || "TCP";
  const last = Number(at(entry, "endPort")[0] ?? wanted);
  return (
    wanted === undefined ||
    pod.ports.some(
      (each) =>
        each.protocol === protocol &&
        (each.name === wanted || (Number(wanted) <= each.port && each.port <= last)),
    )
  );
}

/** In a namespace with charts that the rehearsal does not know there may be such pods. */
function mayBeOpaque(peer: Json, policy: KubeObject, cluster: Cluster): boolean {
  if (!isObject(peer)) return false;
  return [...cluster.opaque].some((namespace) =>
    "namespaceSelector" in peer
      ? selects(peer["namespaceSelector"], namespaceLabels(cluster, namespace))
      : namespace === policy.namespace,
  );
}

const GUIDE = "https://kubernetes.io/docs/concepts/security/security-checklist/#network-security";

/** Our own pods without a NetworkPolicy for callers, or, unless they are controllers, for what they call. */
function unguarded(cluster: Cluster, policies: Policies): Judged[] {
  return cluster.pods.flatMap((pod) => {
    const { owner } = pod;
    if (!owner || pod.hostNetwork) return [];
    return (["ingress", "egress"] as const)
      .filter((direction) => policies.of(pod, direction).length === 0)
      .filter((direction) => direction === "ingress" || !isController(pod, cluster))
      .map((direction) =>
        about(
          owner,
          `no NetworkPolicy limits ${direction === "ingress" ? "who may call its pods" : "whom its pods may call"}`,
          GUIDE,
        ),
      );
  });
}

/** What has rights at the API server watches the cluster, and so has to reach it, and maybe every pod. */
function isController({ namespace, spec }: Pod, cluster: Cluster): boolean {
  const account = text(spec, "serviceAccountName") || "default";
  return ofKind(cluster, /^(Cluster)?RoleBinding$/).some(({ body }) =>
    at(body, "subjects").some(
      (subject) => text(subject, "name") === account && text(subject, "namespace") === namespace,
    ),
  );
}
