import { NAMESPACES } from "../../config/namespaces";
import type { Place } from "../../config/place";
import { LOKI } from "../logs/loki-values";
import { type AlertmanagerProps, alertmanagerValues } from "./alertmanager";
import { asks, CPU, MEMORY, type Scale } from "./budget";
import {
  kubernetesScrapes,
  kubeStateMetricsScrape,
  nodeExporterScrape,
  placeScrapeClass,
  prometheusScrape,
} from "./exporters";
import { type GrafanaConsole, grafanaValues } from "./grafana";
import { type RemoteWrite, remoteWriteValues } from "./remote-write";
import { CA_CONFIG_MAP, type ScrapeJob } from "./scrape";
import { HTTP, QUERY } from "./thanos/store";
import { type LongTerm, longTermSpec, longTermValues } from "./thanos/values";
import { WRITING_CONFIG_MAPS, type Writing, writingValues } from "./writer";

export interface ChartValuesProps extends AlertmanagerProps {
  readonly scale: Scale;
  readonly place: Place;
  /** Jobs besides those that the chart brings. */
  readonly jobs: readonly ScrapeJob[];
  /** How long samples are kept: `7d`. */
  readonly retention: string;
  /** Size of Prometheus' volume: `8Gi`. */
  readonly storage: string;
  /** @default - the cluster's default */
  readonly storageClass?: string | undefined;
  /** Seconds between two scrapes. */
  readonly intervalSeconds: number;
  readonly remoteWrite?: RemoteWrite | undefined;
  /** How samples of other clusters are taken. @default - no other cluster writes here */
  readonly receives?: { readonly outOfOrderWindow: string } | undefined;
  /** The hub that keeps every sample, judges and shows them; nothing of that is done here then. @default - they are kept here */
  readonly writing?: Writing | undefined;
  /** How samples are kept for long. @default - they are not */
  readonly longTerm?: LongTerm | undefined;
  /** Whether Loki is beside Grafana. @default false */
  readonly keepsLogs?: boolean;
  /** How people reach Grafana. @default - by port-forward alone */
  readonly grafanaConsole?: GrafanaConsole | undefined;
  /** Whether the ConfigMap with the platform's CA is to be mounted. */
  readonly platformCa: boolean;
}

/** Begins the names of everything that the chart makes: Prometheus is the Service `monitoring-prometheus`. */
const NAME = "monitoring";

/** Where Prometheus answers inside of its namespace. */
export const PROMETHEUS = `http://${NAME}-prometheus:9090`;

/**
 * Without a receiver of alerts the small node needs no Alertmanager: its alerts are seen in Prometheus, and at the remote end. A
 * cluster that serves users has one always, where silences can be set.
 */
export const hasAlertmanager = ({
  scale,
  alerts,
  deadMansSwitch,
  writing,
}: Pick<ChartValuesProps, "scale" | "alerts" | "deadMansSwitch" | "writing">): boolean =>
  writing === undefined && (scale === "api" || alerts.kind === "webhook" || deadMansSwitch !== undefined);

/**
 * Values of kube-prometheus-stack: what differs from the chart's own. Nothing in them is secret.
 *
 * Source of the keys: https://github.com/prometheus-community/helm-charts/blob/kube-prometheus-stack-88.5.3/charts/kube-prometheus-stack/values.yaml
 */
export function chartValues(props: ChartValuesProps): object {
  const full = props.scale === "api";
  return {
    fullnameOverride: NAME,
    // The rules and dashboards are the platform's own: each has a test, and the chart's would double the memory.
    defaultRules: { create: false },
    ...kubernetesScrapes(props.scale),
    prometheus: {
      ...(props.writing ? { agentMode: true } : {}),
      serviceMonitor: prometheusScrape,
      ...(props.longTerm ? longTermValues(props.longTerm) : {}),
      prometheusSpec: {
        ...scraping(props),
        ...(props.writing ? writingValues(props.writing) : keeping(props)),
        resources: asks(CPU.prometheus, MEMORY.prometheus[sizeOf(props)]),
      },
    },
    prometheusOperator: operator(props.scale),
    alertmanager: hasAlertmanager(props) ? alertmanagerValues(props) : { enabled: false },
    grafana:
      full && !props.writing
        ? grafanaValues(
            props.longTerm ? `http://${QUERY}:${HTTP}` : PROMETHEUS,
            props.intervalSeconds,
            props.keepsLogs ? LOKI : undefined,
            props.grafanaConsole,
          )
        : { enabled: false },
    ...(full ? exporters : { kubeStateMetrics: { enabled: false }, nodeExporter: { enabled: false } }),
  };
}

const sizeOf = ({ scale, receives, writing }: ChartValuesProps): keyof typeof MEMORY.prometheus =>
  receives ? "hub" : writing ? "agent" : scale;

/** What is asked, and how often. */
const scraping = (props: ChartValuesProps) => ({
  externalLabels: { ...props.place },
  replicaExternalLabelNameClear: true,
  prometheusExternalLabelNameClear: true,
  scrapeInterval: `${props.intervalSeconds}s`,
  ...(props.writing ? {} : { evaluationInterval: `${props.intervalSeconds}s` }),
  scrapeClasses: [placeScrapeClass(props.place)],
  additionalScrapeConfigs: props.jobs,
  ...configMaps(props),
});

const configMaps = ({ platformCa, writing }: ChartValuesProps) => {
  const mounted = [...(platformCa ? [CA_CONFIG_MAP] : []), ...(writing ? WRITING_CONFIG_MAPS : [])];
  return mounted.length > 0 ? { configMaps: mounted } : {};
};

/** What is kept, and sent on from there. */
const keeping = (props: ChartValuesProps) => ({
  ruleSelectorNilUsesHelmValues: false, // rules come in a release of their own
  retention: props.retention,
  retentionSize: retentionSize(props.storage),
  storageSpec: {
    volumeClaimTemplate: {
      spec: {
        ...(props.storageClass === undefined ? {} : { storageClassName: props.storageClass }),
        accessModes: ["ReadWriteOnce"],
        resources: { requests: { storage: props.storage } },
      },
    },
  },
  ...(props.remoteWrite ? { remoteWrite: [remoteWriteValues(props.remoteWrite)] } : {}),
  ...(props.longTerm ? longTermSpec(props.longTerm) : {}),
  ...(props.receives
    ? { enableRemoteWriteReceiver: true, tsdb: { outOfOrderTimeWindow: props.receives.outOfOrderWindow } }
    : {}),
});

const MEBIBYTES = { Ki: 1 / 1024, Mi: 1, Gi: 1024, Ti: 1024 ** 2 } as const;

/** 80 % of the volume: the write-ahead log and a block that is being written come on top. */
function retentionSize(storage: string): string {
  const unit = storage.slice(-2) as keyof typeof MEBIBYTES;
  return `${Math.floor(Number(storage.slice(0, -2)) * MEBIBYTES[unit] * 0.8)}MiB`;
}

/** Without admission webhooks: the rules were checked before, and their certificates would be one more thing to renew. */
const operator = (scale: Scale) => ({
  admissionWebhooks: { enabled: false },
  tls: { enabled: false },
  serviceMonitor: { selfMonitor: false },
  resources: asks(CPU.operator, MEMORY.operator[scale]),
  prometheusConfigReloader: { resources: asks(CPU.configReloader, MEMORY.configReloader) },
});

const exporters = {
  "kube-state-metrics": {
    fullnameOverride: "kube-state-metrics",
    collectors: ["nodes", "pods"], // what is asked for; it then may read nothing else, Secrets least of all
    prometheus: { monitor: { http: kubeStateMetricsScrape } },
    resources: asks(CPU.kubeStateMetrics, MEMORY.kubeStateMetrics),
  },
  "prometheus-node-exporter": {
    fullnameOverride: "node-exporter",
    namespaceOverride: NAMESPACES.nodeExporter, // it sees processes and disks of the node, which no Pod Security Standard allows
    prometheus: { monitor: nodeExporterScrape },
    resources: asks(CPU.nodeExporter, MEMORY.nodeExporter),
  },
};
