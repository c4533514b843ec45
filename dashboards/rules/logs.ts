import { type AlertRule, by } from "./rule";

const RUNBOOK =
  '"kubectl -n monitoring logs daemonset/alloy" says what is refused, "kubectl -n monitoring logs loki-0" why: a full volume (raise monitoring.logs.storage, or lower its retention), a rate above the limits, or a certificate of the writer that has ended.';

/** Pods always say something: a cluster without a line for a quarter of an hour is one whose lines are lost. */
const stopped = (side: "alloy" | "loki", metric: string, what: string): AlertRule => ({
  alert: "LogIngestionStopped",
  expr: `sum by (${by()}) (rate(${metric}{job="${side}"}[15m])) == 0`,
  for: "10m",
  labels: { severity: "warning", side },
  annotations: {
    summary: `{{ $labels.cluster }}: ${what}`,
    description:
      "Lines since then are with the nodes alone, which keep the last ten megabytes of each container.",
    runbook: RUNBOOK,
  },
});

const dropped: AlertRule = {
  alert: "LogLinesDropped",
  expr: `sum by (${by("reason")}) (rate(loki_write_dropped_entries_total{job="alloy"}[5m])) > 0`,
  for: "15m",
  labels: { severity: "warning" },
  annotations: {
    summary: "{{ $labels.cluster }}: lines of logs are thrown away ({{ $labels.reason }})",
    description: "{{ $value | humanize }} lines a second were refused after every attempt.",
    runbook: RUNBOOK,
  },
};

/** What is said where logs are read, and where they are kept. */
export const logRules = (jobs: readonly string[]): readonly AlertRule[] => [
  ...(jobs.includes("alloy")
    ? [stopped("alloy", "loki_write_sent_entries_total", "no line of logs is sent"), dropped]
    : []),
  ...(jobs.includes("loki")
    ? [stopped("loki", "loki_distributor_lines_received_total", "Loki gets no line of logs")]
    : []),
];
