import type { NetworkPolicyV1SpecEgress } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";

/** What pods may call as the provider writes it: ports are texts, and have a protocol. */
export const asArguments = (rules: readonly INetworkPolicyEgressRule[]): NetworkPolicyV1SpecEgress[] =>
  rules.map(({ to = [], ports = [] }) => ({
    to: to.map(({ namespaceSelector, podSelector, ipBlock }) => ({
      ...(namespaceSelector ? { namespaceSelector } : {}),
      ...(podSelector ? { podSelector } : {}),
      ...(ipBlock ? { ipBlock } : {}),
    })),
    ports: ports.map(({ protocol = "TCP", port }) => ({ protocol, port: String(port) })),
  }));
