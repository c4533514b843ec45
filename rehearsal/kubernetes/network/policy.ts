import { contains } from "../../world/network";
import { at, isObject, items, type Json, text } from "../../world/object";
import { type Cluster, namespaceLabels, ofKind } from "../cluster";
import { type KubeObject, titleOf } from "../object";
import { type Pod, selects } from "../pods";

/** Who is on the other side: a pod, or an address outside of the cluster. */
export type Peer = { readonly pod: Pod } | { readonly address: string };

export interface Connection {
  readonly from: Peer;
  readonly to: Peer;
  readonly port: number;
  readonly protocol: string;
}

/** NetworkPolicies, evaluated as their API defines it. https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
export class Policies {
  private readonly policies: readonly KubeObject[];

  constructor(private readonly cluster: Cluster) {
    this.policies = ofKind(cluster, "NetworkPolicy").filter(
      ({ apiVersion }) => apiVersion === "networking.k8s.io/v1",
    );
  }

  /** Why a connection does not get through, if it does not. */
  denial(connection: Connection): string | undefined {
    const { from, to } = connection;
    if ("pod" in from) {
      const denied = this.refused(from.pod, "egress", to, connection);
      if (denied) return `${denied} lets it out`;
    }
    if ("pod" in to) {
      const denied = this.refused(to.pod, "ingress", from, connection);
      if (denied) return `${denied} lets it in`;
    }
    return undefined;
  }

  /** The policies that hold for a pod in one direction. */
  of(pod: Pod, direction: "ingress" | "egress"): readonly KubeObject[] {
    if (pod.hostNetwork) return [];
    return this.policies.filter(
      ({ namespace, body }) =>
        namespace === pod.namespace &&
        selects(at(body, "spec.podSelector")[0], pod.labels) &&
        isAbout(body, direction),
    );
  }

  private refused(
    pod: Pod,
    direction: "ingress" | "egress",
    other: Peer,
    connection: Connection,
  ): string | undefined {
    const policies = this.of(pod, direction);
    if (policies.length === 0) return undefined;
    const isAdmitted = policies.some((policy) =>
      rulesOf(policy, direction).some((rule) =>
        this.admits(rule, direction, policy.namespace, other, connection),
      ),
    );
    return isAdmitted ? undefined : `none of ${policies.map(titleOf).join(", ")}`;
  }

  private admits(
    rule: Json,
    direction: "ingress" | "egress",
    namespace: string,
    other: Peer,
    connection: Connection,
  ): boolean {
    const peers = at(rule, direction === "ingress" ? "from" : "to");
    const ports = at(rule, "ports");
    const target = "pod" in connection.to ? connection.to.pod : undefined;
    return (
      (peers.length === 0 || peers.some((peer) => this.isPeer(peer, namespace, other))) &&
      (ports.length === 0 || ports.some((port) => covers(port, connection, target)))
    );
  }

  /** Whether a peer of a rule means a pod or an address. */
  isPeer(peer: Json, namespace: string, other: Peer): boolean {
    if (!isObject(peer)) return false;
    if ("ipBlock" in peer) {
      const isOut = at(peer, "ipBlock.except").some(
        (cidr) => "address" in other && contains(String(cidr), other.address),
      );
      return "address" in other && contains(text(peer, "ipBlock.cidr"), other.address) && !isOut;
    }
    if (!("pod" in other)) return false;
    const inNamespace =
      "namespaceSelector" in peer
        ? selects(peer["namespaceSelector"], namespaceLabels(this.cluster, other.pod.namespace))
        : other.pod.namespace === namespace;
    return inNamespace && (!("podSelector" in peer) || selects(peer["podSelector"], other.pod.labels));
  }
}

export function rulesOf({ body }: KubeObject, direction: "ingress" | "egress"): readonly Json[] {
  return at(body, `spec.${direction}`);
}

/** Without policyTypes a policy is about ingress, and about egress where it has rules for that. */
function isAbout(body: Json, direction: "ingress" | "egress"): boolean {
  const types = at(body, "spec.policyTypes").map((type) => String(type).toLowerCase());
  if (types.length > 0) return types.includes(direction);
  return (
    direction === "ingress" ||
    (isObject(body) && items(at(body, "spec.egress")[0]).length > 0 && at(body, "spec.egress").length > 0)
  );
}

function covers(port: Json, { port: number, protocol }: Connection, target: Pod | undefined): boolean {
  const wanted = at(port, "port")[0];
  if ((text(port, "protocol") || "TCP") !== protocol) return false;
  if (wanted === undefined) return true;
  if (typeof wanted === "string")
    return target?.ports.some((each) => each.name === wanted && each.port === number) ?? false;
  const last = Number(at(port, "endPort")[0] ?? wanted);
  return Number(wanted) <= number && number <= last;
}
