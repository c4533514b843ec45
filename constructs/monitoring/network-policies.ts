import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { NAMESPACES } from "../../config/namespaces";
import { TO_ISSUER } from "../consoles/sign-in";
import { neighbours, toNeighbours } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import type { MonitoringProps } from "./monitoring";

type NetworkPolicy = INetworkPolicy & KubernetesObject;

const policy = (name: string, spec: NonNullable<INetworkPolicy["spec"]>): NetworkPolicy => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name, namespace: NAMESPACES.monitoring },
  spec,
});

/**
 * No pod outside the namespace reaches it: people come by port-forward, which the kubelet makes. Prometheus must reach
 * every scraped port, nodes and the remote end; Grafana needs its neighbours only.
 */
export const networkPolicies = ({
  scale,
  writer,
  consoles,
}: Pick<MonitoringProps, "scale" | "writer" | "consoles">): readonly NetworkPolicy[] => [
  policy("neighbours-only", {
    podSelector: {},
    policyTypes: ["Ingress"],
    ingress: [{ from: [neighbours] }],
  }),
  ...(scale === "api" && !writer
    ? [
        policy("grafana", {
          podSelector: { matchLabels: { "app.kubernetes.io/name": "grafana" } },
          policyTypes: ["Egress"],
          egress: [...toNeighbours, ...(consoles?.hosts.grafana === undefined ? [] : [TO_ISSUER])],
        }),
      ]
    : []),
];
