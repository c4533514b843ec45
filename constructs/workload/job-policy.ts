import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import type { Construct } from "constructs";
import { jobPolicyOf } from "../../config/composed-names";
import type { Job, Workload } from "../../config/schema/environment";
import { toNeighbours } from "../kubernetes/network-policy";
import { toNetwork } from "./egress";
import { jobLabels } from "./job";

/**
 * Lets a job call the pods of its namespace and what its configuration names, and no pod call it. It is there before the
 * job: the other policies come with the pods of the version.
 */
export const jobPolicy = (scope: Construct, namespace: string, workload: Workload, name: string, job: Job) =>
  new NetworkPolicyV1(scope, "Policy", {
    metadata: { name: jobPolicyOf(name), namespace },
    spec: {
      podSelector: { matchLabels: jobLabels(workload, name) },
      policyTypes: ["Ingress", "Egress"],
      egress: [...toNeighbours, ...job.egress.map(toNetwork)].map(({ to = [], ports = [] }) => ({
        to: to.map(({ namespaceSelector, podSelector, ipBlock }) => ({
          ...(namespaceSelector ? { namespaceSelector } : {}),
          ...(podSelector ? { podSelector } : {}),
          ...(ipBlock ? { ipBlock } : {}),
        })),
        ports: ports.map(({ protocol = "TCP", port }) => ({ protocol, port: String(port) })),
      })),
    },
  });
