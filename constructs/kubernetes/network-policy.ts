import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { POLICIES } from "../../config/composed-names";
import type { KubernetesObject } from "./object";

type NetworkPolicy = INetworkPolicy & KubernetesObject;

/** Pods, by namespace and labels. */
export interface Pods {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Who may connect to a TCP port. */
export interface Admission {
  readonly port: number;
  readonly from: readonly INetworkPolicyPeer[];
}

export const podsOf = ({ namespace, labels }: Pods): INetworkPolicyPeer => ({
  namespaceSelector: { matchLabels: { "kubernetes.io/metadata.name": namespace } },
  podSelector: { matchLabels: labels },
});

/** Every pod of the policy's own namespace. */
export const neighbours: INetworkPolicyPeer = { podSelector: {} };

/** Nothing reaches the pods of a namespace and nothing leaves them, but for what other policies allow. */
export const denyAll = (namespace: string): NetworkPolicy => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name: POLICIES.denyAll, namespace },
  spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
});

/** Admits callers to ports of some pods. The kubelet's probes need no admission: they come from the node. */
export const admit = (name: string, pods: Pods, admissions: readonly Admission[]): NetworkPolicy => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name, namespace: pods.namespace },
  spec: {
    podSelector: { matchLabels: pods.labels },
    policyTypes: ["Ingress"],
    ingress: admissions.map(({ port, from }) => ({ from: [...from], ports: [{ protocol: "TCP", port }] })),
  },
});

/** Where clouds tell a node what it may do, its secrets among that. */
export const LINK_LOCAL = "169.254.0.0/16";

/** The way to TCP ports of addresses outside of the cluster that are not known here. */
export const toAnywhere = (...ports: readonly number[]): INetworkPolicyEgressRule => ({
  to: [{ ipBlock: { cidr: "0.0.0.0/0", except: [LINK_LOCAL] } }],
  ports: ports.map((port) => ({ protocol: "TCP", port })),
});

/** The way to the cluster's DNS. */
export const toDns: INetworkPolicyEgressRule = {
  to: [podsOf({ namespace: "kube-system", labels: { "k8s-app": "kube-dns" } })],
  ports: [
    { protocol: "UDP", port: 53 },
    { protocol: "TCP", port: 53 },
  ],
};

/** The way to the pods of the policy's own namespace, and to the cluster's DNS, which knows their names. */
export const toNeighbours: readonly INetworkPolicyEgressRule[] = [{ to: [neighbours] }, toDns];

/** Lets some pods call others. */
export const reach = (
  name: string,
  pods: Pods,
  egress: readonly INetworkPolicyEgressRule[],
): NetworkPolicy => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name, namespace: pods.namespace },
  spec: { podSelector: { matchLabels: pods.labels }, policyTypes: ["Egress"], egress: [...egress] },
});

/** Lets the pods of a namespace call each other. */
export const talkToNeighbours = (namespace: string): NetworkPolicy => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name: POLICIES.neighbours, namespace },
  spec: { podSelector: {}, policyTypes: ["Egress"], egress: [...toNeighbours] },
});
