import { apiCertificate, clientCertificate, edgeCertificate, gatewayCertificate } from "./certificates";
import { everyCluster, withExporters, withoutExporters } from "./cluster";
import { canaryFailed } from "./delivery";
import { backendDown, regionDown } from "./load-balancer";
import type { RuleGroup } from "./rule";
import { apiObjectives, entryPointObjective, type Objectives } from "./slo";

export interface RulesProps {
  readonly objectives: Objectives;
  /** Jobs that must have a target. */
  readonly jobs: readonly string[];
}

/** The rules of a cluster that serves users. */
export const apiClusterRules = ({ objectives, jobs }: RulesProps): readonly RuleGroup[] => [
  ...apiObjectives(objectives),
  {
    name: "certificates",
    rules: [...apiCertificate, ...(jobs.includes("envoy") ? gatewayCertificate : []), clientCertificate],
  },
  ...(jobs.includes("flagger") ? [{ name: "delivery", rules: [canaryFailed] }] : []),
  { name: "cluster", rules: [...everyCluster(jobs), ...withExporters] },
];

/** The rules of a cluster that serves no users. */
export const toolingClusterRules = (jobs: readonly string[]): readonly RuleGroup[] => [
  { name: "certificates", rules: [clientCertificate] },
  { name: "cluster", rules: [...everyCluster(jobs), ...withExporters] },
];

/** The rules of the load balancer's cluster, which sees the regions from outside. */
export const edgeClusterRules = ({ objectives, jobs }: RulesProps): readonly RuleGroup[] => [
  entryPointObjective(objectives),
  { name: "load-balancer", rules: [backendDown, regionDown] },
  { name: "certificates", rules: [...edgeCertificate, clientCertificate] },
  { name: "cluster", rules: [...everyCluster(jobs), ...withoutExporters] },
];

export type { AlertRule, RecordingRule, RuleGroup } from "./rule";
export type { Objectives } from "./slo";
