import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { LOAD_BALANCER_CIDRS } from "../../config/clouds/gcp/load-balancer";

/** Google's load balancers and their health checks. They call pods, not nodes, and are no pods themselves. */
export const LOAD_BALANCER: readonly INetworkPolicyPeer[] = LOAD_BALANCER_CIDRS.map((cidr) => ({
  ipBlock: { cidr },
}));
