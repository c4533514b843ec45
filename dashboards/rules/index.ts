import { apiCertificate, clientCertificate, edgeCertificate, gatewayCertificate } from "./certificates";
import {
  everyCluster,
  everyWriter,
  ofTheEdge,
  type Watched,
  withExporters,
  withoutExporters,
} from "./cluster";
import { canaryFailed } from "./delivery";
import { backendDown, regionDown } from "./load-balancer";
import { logRules } from "./logs";
import type { RuleGroup } from "./rule";
import { apiObjectives, entryPointObjective, type Objectives } from "./slo";

export interface RulesProps {
  readonly objectives: Objectives;
  /** Jobs that must have a target. */
  readonly jobs: readonly string[];
}

/** Lines of logs, where they are read. */
const logs = (jobs: readonly string[]): readonly RuleGroup[] => {
  const rules = logRules(jobs);
  return rules.length > 0 ? [{ name: "logs", rules }] : [];
};

/** The rules of a cluster that serves users. */
export const apiClusterRules = ({ objectives, jobs }: RulesProps): readonly RuleGroup[] => [
  ...apiObjectives(objectives),
  {
    name: "certificates",
    rules: [...apiCertificate, ...(jobs.includes("envoy") ? gatewayCertificate : []), clientCertificate],
  },
  ...(jobs.includes("flagger") ? [{ name: "delivery", rules: [canaryFailed] }] : []),
  ...logs(jobs),
  { name: "cluster", rules: [...everyCluster(jobs), ...withExporters] },
];

/** The rules of a cluster that serves no users. */
export const toolingClusterRules = (jobs: readonly string[]): readonly RuleGroup[] => [
  { name: "certificates", rules: [clientCertificate] },
  ...logs(jobs),
  { name: "cluster", rules: [...everyCluster(jobs), ...withExporters] },
];

export interface HubRulesProps {
  readonly objectives: Objectives;
  /** The hub's own cluster. */
  readonly own: Watched;
  /** Those that write to it. */
  readonly writers: readonly Watched[];
}

/** The rules of a hub: the same, over the samples of all clusters. What only an edge tells is there where one writes. */
export function hubRules({ objectives, own, writers }: HubRulesProps): readonly RuleGroup[] {
  const jobs = [own, ...writers].flatMap((watched) => watched.jobs);
  const hasEdge = jobs.includes("load-balancer");
  return [
    ...apiObjectives(objectives),
    ...(hasEdge
      ? [entryPointObjective(objectives), { name: "load-balancer", rules: [backendDown, regionDown] }]
      : []),
    {
      name: "certificates",
      rules: [
        ...apiCertificate,
        ...(jobs.includes("envoy") ? gatewayCertificate : []),
        ...(hasEdge ? edgeCertificate : []),
        clientCertificate,
      ],
    },
    ...(jobs.includes("flagger") ? [{ name: "delivery", rules: [canaryFailed] }] : []),
    ...logs(jobs),
    {
      name: "cluster",
      rules: [
        ...everyWriter(own, writers),
        ...withExporters,
        ...(hasEdge ? ofTheEdge(withoutExporters) : []),
      ],
    },
  ];
}

/** The rules of the load balancer's cluster, which sees the regions from outside. */
export const edgeClusterRules = ({ objectives, jobs }: RulesProps): readonly RuleGroup[] => [
  entryPointObjective(objectives),
  { name: "load-balancer", rules: [backendDown, regionDown] },
  { name: "certificates", rules: [...edgeCertificate, clientCertificate] },
  { name: "cluster", rules: [...everyCluster(jobs), ...withoutExporters] },
];

export type { Watched } from "./cluster";
export type { AlertRule, RecordingRule, RuleGroup } from "./rule";
export type { Objectives } from "./slo";
export { watchdog } from "./watchdog";
