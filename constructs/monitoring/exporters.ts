import type { Place } from "../../config/place";
import type { Scale } from "./budget";

/**
 * The metrics that are kept of what Kubernetes and the exporters give: those that dashboards and rules use. K3s is one
 * process, so its kubelet also gives everything that its API server gives; without these lists a small node would store
 * tens of thousands of series twice.
 */
export const KEPT = {
  apiServer: ["apiserver_client_certificate_expiration_seconds_bucket"],
  kubelet: ["kubelet_volume_stats_available_bytes", "kubelet_volume_stats_capacity_bytes"],
  cAdvisor: ["container_cpu_usage_seconds_total", "container_memory_working_set_bytes"],
  /** The node's disks, which no pod is named with; only where node-exporter does not tell more of them. */
  cAdvisorDisks: ["container_fs_limit_bytes", "container_fs_usage_bytes"],
  kubeStateMetrics: [
    "kube_node_status_condition",
    "kube_pod_container_resource_limits",
    "kube_pod_container_status_restarts_total",
    "kube_pod_status_phase",
  ],
  nodeExporter: [
    "node_cpu_seconds_total",
    "node_filesystem_avail_bytes",
    "node_filesystem_size_bytes",
    "node_memory_MemAvailable_bytes",
    "node_memory_MemTotal_bytes",
    "node_network_receive_bytes_total",
    "node_network_transmit_bytes_total",
  ],
  prometheus: [
    "process_start_time_seconds",
    "prometheus_remote_storage_queue_highest_sent_timestamp_seconds",
    "prometheus_remote_storage_samples_failed_total",
    "prometheus_remote_storage_samples_total",
    "prometheus_tsdb_head_series",
    "prometheus_tsdb_storage_blocks_bytes",
  ],
} as const;

/** Drops every metric but these. */
const only = (names: readonly string[]) => [
  { action: "keep", sourceLabels: ["__name__"], regex: names.join("|") },
];

/** What of Kubernetes itself is scraped, as values of kube-prometheus-stack. */
export const kubernetesScrapes = (scale: Scale) => ({
  kubeApiServer: { serviceMonitor: { metricRelabelings: only(KEPT.apiServer) } },
  kubelet: {
    serviceMonitor: {
      insecureSkipVerify: false, // K3s signs the kubelet's certificate with the CA that every pod knows
      probes: false,
      cAdvisorInterval: "30s",
      metricRelabelings: only(KEPT.kubelet),
      cAdvisorMetricRelabelings: [
        ...only(scale === "api" ? KEPT.cAdvisor : [...KEPT.cAdvisor, ...KEPT.cAdvisorDisks]),
        // Control groups that are no pod.
        { action: "drop", sourceLabels: ["__name__", "pod"], regex: `(?:${KEPT.cAdvisor.join("|")});` },
      ],
    },
  },
  // In K3s these are parts of one process, whose metrics are the API server's; a target of their own does not exist.
  kubeControllerManager: { enabled: false },
  kubeScheduler: { enabled: false },
  kubeProxy: { enabled: false },
  kubeEtcd: { enabled: false },
  coreDns: { enabled: false },
});

/** Makes every scrape of the chart's own attach where it was made; `scrape.ts` does so itself. */
export const placeScrapeClass = (place: Place) => ({
  name: "place",
  default: true,
  relabelings: Object.entries(place).map(([targetLabel, replacement]) => ({ targetLabel, replacement })),
});

export const kubeStateMetricsScrape = { metricRelabelings: only(KEPT.kubeStateMetrics) };
export const nodeExporterScrape = { metricRelabelings: only(KEPT.nodeExporter) };
export const prometheusScrape = { metricRelabelings: only(KEPT.prometheus) };
