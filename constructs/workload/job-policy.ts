import { NetworkPolicyV1 } from "@cdktf/provider-kubernetes/lib/network-policy-v1";
import type { Construct } from "constructs";
import { jobPolicyOf } from "../../config/composed-names";
import type { Job, Workload } from "../../config/schema/environment";
import type { DatabaseParts } from "../database/used-database";
import { asArguments } from "../kubernetes/egress-arguments";
import { toNeighbours } from "../kubernetes/network-policy";
import { toNetwork } from "./egress";
import { jobLabels } from "./job";

/**
 * Lets a job call the pods of its namespace and what its configuration names, and no pod call it. It is there before the
 * job: the other policies come with the pods of the version.
 */
export const jobPolicy = (
  scope: Construct,
  namespace: string,
  workload: Workload,
  name: string,
  job: Job,
  databases: DatabaseParts,
) =>
  new NetworkPolicyV1(scope, "Policy", {
    metadata: { name: jobPolicyOf(name), namespace },
    spec: {
      podSelector: { matchLabels: jobLabels(workload, name) },
      policyTypes: ["Ingress", "Egress"],
      egress: asArguments([...toNeighbours, ...job.egress.map(toNetwork), ...databases.egress]),
    },
  });
