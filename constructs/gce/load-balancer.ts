import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";

/**
 * Where Google's load balancers and their health checks call pods from
 * (https://cloud.google.com/load-balancing/docs/firewall-rules). They call pods, not nodes, and are no pods themselves.
 */
export const LOAD_BALANCER: readonly INetworkPolicyPeer[] = [
  { ipBlock: { cidr: "35.191.0.0/16" } },
  { ipBlock: { cidr: "130.211.0.0/22" } },
];
