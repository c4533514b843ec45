import type { INetworkPolicy } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicy";
import { type Pods, podsOf } from "../kubernetes/network-policy";
import type { KubernetesObject } from "../kubernetes/object";
import { type ChartValuesProps, PORTS } from "./chart-values";
import type { Backend } from "./regions";

/**
 * What reaches the balancer, and what it reaches: all clients its public ports, Prometheus its metrics, and it the backends.
 * It needs no name server and no Kubernetes API.
 */
export const balancerPolicy = (
  namespace: string,
  backends: readonly Backend[],
  { redirectHttp, scraper }: Pick<ChartValuesProps, "redirectHttp"> & { readonly scraper: Pods },
): INetworkPolicy & KubernetesObject => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name: "balancer", namespace },
  spec: {
    podSelector: {},
    policyTypes: ["Ingress", "Egress"],
    ingress: [
      { ports: [tcp(PORTS.https), ...(redirectHttp ? [tcp(PORTS.http)] : [])] },
      {
        from: [podsOf(scraper)],
        ports: [tcp(PORTS.metrics)],
      },
    ],
    egress: [
      { to: backends.map(({ address }) => ({ ipBlock: { cidr: `${address}/32` } })), ports: [tcp(443)] },
    ],
  },
});

const tcp = (port: number) => ({ protocol: "TCP" as const, port });

/**
 * Who reaches a cluster's ingress: the Internet its public ports, Prometheus its metrics. It calls services of every namespace,
 * and the Kubernetes API, whose address is not known at synthesis: what leaves it is not limited.
 */
export const ingressPolicy = (namespace: string, scraper: Pods): INetworkPolicy & KubernetesObject => ({
  apiVersion: "networking.k8s.io/v1",
  kind: "NetworkPolicy",
  metadata: { name: "ingress", namespace },
  spec: {
    podSelector: {},
    policyTypes: ["Ingress"],
    ingress: [
      { ports: [tcp(PORTS.https), tcp(PORTS.http)] },
      { from: [podsOf(scraper)], ports: [tcp(PORTS.metrics)] },
    ],
  },
});
