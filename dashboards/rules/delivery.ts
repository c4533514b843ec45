import { type AlertRule, by } from "./rule";

/** Flagger counts a trial that goes on as 0, one that succeeded as 1, one that failed as 2. */
export const canaryFailed: AlertRule = {
  alert: "CanaryFailed",
  expr: `max by (${by("namespace", "name")}) (flagger_canary_status) == 2`,
  for: "1m",
  labels: { severity: "warning" },
  annotations: {
    summary:
      "{{ $labels.cluster }}: the new version of {{ $labels.namespace }}/{{ $labels.name }} was taken back",
    description:
      "Too many of its checks failed, or its pods did not become ready. Users have the version before it; the repository still asks for the new one.",
    runbook:
      '"kubectl -n NAMESPACE describe canary NAME" says which check failed: error-rate and latency are the version\'s own, request-rate means that nobody called it (is the load tester alive?). Deliver a repaired version, or revert the commit in deploy/ENVIRONMENT/versions: either starts a new trial, which ends this alert.',
  },
};
