import { resources } from "../kubernetes/resources";
/** Memory in MiB. Every container requests what it may use at most: memory is not shared, and nothing is overcommitted. */
export const MEMORY = {
  prometheus: { api: 640, edge: 256, hub: 1536, agent: 256 },
  configReloader: 40,
  alertmanager: 48,
  grafana: 320,
  operator: { api: 128, edge: 96 },
  kubeStateMetrics: 64,
  nodeExporter: 48,
} as const;

/** A cluster that serves users has everything; the load balancer's small node has Prometheus, and what it needs. */
export type Scale = "api" | "edge";

/** Processor shares that are requested; there is no CPU limit, which would only slow what could use an idle node. */
export const CPU = {
  prometheus: "100m",
  configReloader: "5m",
  alertmanager: "10m",
  grafana: "20m",
  operator: "20m",
  kubeStateMetrics: "10m",
  nodeExporter: "10m",
} as const;

/** What a container of monitoring asks for. */
export const asks = (cpu: string, mebibytes: number) => resources(cpu, `${mebibytes}Mi`);

/** A line of a node's memory budget. */
export interface BudgetLine {
  readonly what: string;
  readonly mebibytes: number;
}

/** What monitoring itself takes of a node. */
export function monitoringBudget(scale: Scale, hasAlertmanager: boolean): readonly BudgetLine[] {
  const line = (what: string, mebibytes: number): BudgetLine => ({ what, mebibytes });
  return [
    line("Prometheus", MEMORY.prometheus[scale] + MEMORY.configReloader),
    line("Prometheus operator", MEMORY.operator[scale]),
    ...(hasAlertmanager ? [line("Alertmanager", MEMORY.alertmanager + MEMORY.configReloader)] : []),
    ...(scale === "api"
      ? [
          line("Grafana", MEMORY.grafana),
          line("kube-state-metrics", MEMORY.kubeStateMetrics),
          line("node-exporter", MEMORY.nodeExporter),
        ]
      : []),
  ];
}
