import type { RuleGroup } from "./rule";

/** Fires as long as rules are evaluated: the receiver hears, by its absence, that Prometheus or Alertmanager is gone. */
export const watchdog: RuleGroup = {
  name: "watchdog",
  rules: [
    {
      alert: "Watchdog",
      expr: "vector(1)",
      labels: { severity: "none" },
      annotations: {
        summary: "{{ $externalLabels.cluster }}: Prometheus and Alertmanager are alive",
        description:
          "Fires always, and is posted to the dead man's switch alone, which tells when it ceases.",
        runbook:
          'Nothing, as long as it fires. When the dead man\'s switch tells that it ceased: is the cluster there? "kubectl -n monitoring get pods" shows whether Prometheus and Alertmanager run; the log of Alertmanager names a post that was refused.',
      },
    },
  ],
};
