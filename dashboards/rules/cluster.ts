import { type AlertRule, by, matching, type PlaceLabels } from "./rule";

/** A cluster, and its jobs that must have a target. */
export interface Watched {
  readonly place: PlaceLabels;
  readonly jobs: readonly string[];
}

/** A target that was found and does not answer. */
const targetDown: AlertRule = {
  alert: "ScrapeTargetDown",
  expr: "up == 0",
  for: "5m",
  labels: { severity: "warning" },
  annotations: {
    summary: "{{ $labels.cluster }}: {{ $labels.job }} at {{ $labels.instance }} gives no metrics",
    description: "Nothing is known of it since then, so no other alert about it can fire.",
    runbook:
      "Port-forward Prometheus and open Status, Target health: the error stands there. A certificate error: the scrape checks the name and the CA, as the load balancer does. A timeout: the pod, or a NetworkPolicy that lacks the namespace monitoring.",
  },
};

/** A target that should be there and was not even found. */
const targetMissing = (job: string, place?: PlaceLabels): AlertRule => ({
  alert: "ScrapeTargetMissing",
  expr: `absent(up{${matching({ ...place, job })}})`,
  for: "5m",
  labels: { severity: "critical", job, ...place },
  annotations: {
    summary: `${place?.cluster ?? "{{ $externalLabels.cluster }}"}: Prometheus finds no ${job} at all`,
    description: `There is no target of the job ${job}: nothing runs, or its labels or ports have changed.`,
    runbook: `"kubectl get pods -A" shows whether ${job} runs. If it does, compare its labels and ports with the job in Prometheus' configuration (Status, Configuration).`,
  },
});

const DEVICES = '{id="/", device=~"/dev/.+", device!="/dev/shm"}';

/**
 * Volumes of a driver have numbers of their own; K3s' local-path volumes are directories of the node's disk, of which
 * the kubelet gives none, so the disk counts.
 */
const volumes = {
  volume: {
    kind: "volume",
    free: "kubelet_volume_stats_available_bytes",
    size: "kubelet_volume_stats_capacity_bytes",
    name: "the volume {{ $labels.namespace }}/{{ $labels.persistentvolumeclaim }}",
  },
  disk: {
    kind: "disk",
    free: 'node_filesystem_avail_bytes{fstype!="tmpfs"}',
    size: 'node_filesystem_size_bytes{fstype!="tmpfs"}',
    name: "the disk {{ $labels.mountpoint }}",
  },
  /** As the kubelet's cAdvisor sees the disk, where there is no node-exporter. */
  device: {
    kind: "disk",
    free: `(container_fs_limit_bytes${DEVICES} - container_fs_usage_bytes${DEVICES})`,
    size: `container_fs_limit_bytes${DEVICES}`,
    name: "the disk {{ $labels.device }}",
  },
} as const;

/** The last six hours of an expression. */
const overTime = (expr: string): string => (expr.startsWith("(") ? `${expr}[6h:5m]` : `${expr}[6h]`);

const volumeFilling = ({
  kind,
  free,
  size,
  name,
}: (typeof volumes)[keyof typeof volumes]): readonly AlertRule[] => {
  const runbook =
    'Volume: enlarge it, or lower monitoring.retention if it is Prometheus\' own. Disk: "du -xh --max-depth=3 /var/lib/rancher | sort -h" on the node; "k3s crictl rmi --prune" removes images that nothing uses.';
  return [
    {
      alert: "VolumeFilling",
      expr: `${free} / ${size} < 0.2 and predict_linear(${overTime(free)}, 24 * 3600) < 0`,
      for: "1h",
      labels: { severity: "warning", kind },
      annotations: {
        summary: `{{ $labels.cluster }}: ${name} will be full within a day`,
        description: "{{ $value | humanizePercentage }} are free, and the last six hours say when it ends.",
        runbook,
      },
    },
    {
      alert: "VolumeFilling",
      expr: `${free} / ${size} < 0.05`,
      for: "5m",
      labels: { severity: "critical", kind },
      annotations: {
        summary: `{{ $labels.cluster }}: ${name} is almost full`,
        description: "{{ $value | humanizePercentage }} are free. What writes to it fails soon.",
        runbook,
      },
    },
  ];
};

const podRestarting: AlertRule = {
  alert: "PodRestarting",
  expr: `sum by (${by("namespace", "pod", "container")}) (increase(kube_pod_container_status_restarts_total[30m])) > 2`,
  for: "5m",
  labels: { severity: "warning" },
  annotations: {
    summary: "{{ $labels.cluster }}: {{ $labels.namespace }}/{{ $labels.pod }} restarts again and again",
    description: "{{ $labels.container }} restarted {{ $value | humanize }} times within 30 minutes.",
    runbook:
      '"kubectl -n NAMESPACE describe pod POD" shows the last exit code (137 with OOMKilled: raise the memory limit), "kubectl -n NAMESPACE logs POD -c CONTAINER --previous" what it said.',
  },
};

/** Without kube-state-metrics a process that begins anew tells of its restarts itself. */
const processRestarting: AlertRule = {
  alert: "ProcessRestarting",
  expr: "changes(process_start_time_seconds[30m]) > 2",
  for: "5m",
  labels: { severity: "warning" },
  annotations: {
    summary: "{{ $labels.cluster }}: {{ $labels.job }} restarts again and again",
    description: "It began anew {{ $value | humanize }} times within 30 minutes.",
    runbook:
      '"kubectl get pods -A" shows the restarts, "kubectl -n NAMESPACE describe pod POD" the last exit code (137 with OOMKilled: raise the memory limit).',
  },
};

const REMOTE_WRITE_RUNBOOK =
  "The log of Prometheus names the answer. 401 or 403: the token has expired; set TF_VAR_remote_write_token and apply this workspace. 429: above the limit of the plan; scrape less often or drop series. Timeouts: the network, or a queue that is too small (monitoring.remoteWrite.queue).";

/** @param kept - what becomes of samples that the remote end refuses */
const remoteWriteFailing = (kept: string): readonly AlertRule[] => [
  {
    alert: "RemoteWriteFailing",
    expr: `sum by (${by("url")}) (rate(prometheus_remote_storage_samples_failed_total[5m])) > 0`,
    for: "15m",
    labels: { severity: "warning", reason: "refused" },
    annotations: {
      summary: "{{ $labels.cluster }}: the remote Prometheus refuses samples",
      description: `{{ $value | humanize }} samples a second are lost there; ${kept}.`,
      runbook: REMOTE_WRITE_RUNBOOK,
    },
  },
  {
    alert: "RemoteWriteFailing",
    expr: `max by (${by("url")}) (time() - prometheus_remote_storage_queue_highest_sent_timestamp_seconds) > 300`,
    for: "10m",
    labels: { severity: "warning", reason: "behind" },
    annotations: {
      summary: "{{ $labels.cluster }}: the remote Prometheus is behind",
      description:
        "It has nothing of the last {{ $value | humanizeDuration }}. Samples are kept for it for about two hours.",
      runbook: REMOTE_WRITE_RUNBOOK,
    },
  },
];

/** What holds of all that is scraped, and what must be found besides. */
const scraped = (besides: readonly AlertRule[], kept: string): readonly AlertRule[] => [
  targetDown,
  ...besides,
  ...volumeFilling(volumes.volume),
  ...remoteWriteFailing(kept),
];

/** What holds for every cluster that keeps its own samples. */
export const everyCluster = (jobs: readonly string[]): readonly AlertRule[] =>
  scraped(
    jobs.map((job) => targetMissing(job)),
    "the cluster's own Prometheus keeps them",
  );

/** A writer has stopped: the cluster, its way to the hub, or its certificate. */
const clusterSilent = ({ place }: Watched): AlertRule => ({
  alert: "ClusterSilent",
  expr: `absent_over_time(up{${matching(place)}}[3m])`,
  for: "2m",
  labels: { severity: "critical", ...place },
  annotations: {
    summary: `${place.cluster}: the hub has had nothing from it for five minutes`,
    description:
      "The cluster is gone, or its Prometheus cannot write. No other alert about it can fire until that is repaired.",
    runbook:
      'Does the cluster serve users? "kubectl -n monitoring get pods" there: is the agent running? Its log names what the hub answered: "certificate" is a certificate that has ended ("kubectl -n monitoring describe certificate", or apply pki and then monitoring), a timeout the way to the hub\'s load balancer.',
  },
});

/** What the hub watches: that something comes from each cluster at all, and the jobs that must have a target there. */
export const everyWriter = (own: Watched, writers: readonly Watched[]): readonly AlertRule[] =>
  scraped(
    [
      ...writers.map(clusterSilent),
      ...[own, ...writers].flatMap(({ place, jobs }) => jobs.map((job) => targetMissing(job, place))),
    ],
    "nobody has them where the cluster itself keeps none",
  );

/** What kube-state-metrics and node-exporter tell besides. */
export const withExporters: readonly AlertRule[] = [podRestarting, ...volumeFilling(volumes.disk)];

/** The same at a hub, where both are: a label tells them from those of other clusters. */
export const ofTheEdge = (rules: readonly AlertRule[]): readonly AlertRule[] =>
  rules.map((rule) => ({ ...rule, labels: { ...rule.labels, role: "edge" } }));

/** What stands in for them on the small edge node. */
export const withoutExporters: readonly AlertRule[] = [processRestarting, ...volumeFilling(volumes.device)];
