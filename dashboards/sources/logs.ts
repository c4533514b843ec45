import { board, HERE, logSource } from "./board";
import { counted, lines } from "./log-panel";

/** Loki refuses a question that an empty label would answer too, as "all" regions does by itself. */
const ALL = `{${HERE}, cluster=~".+"}`;

/** Loki finds the level of most lines by itself (`discover_log_levels`, https://grafana.com/docs/loki/latest/configure/#limits_config). */
const ERRORS = `${ALL} | detected_level=~"error|critical|fatal"`;

export const logs = board({
  uid: "meridian-logs",
  title: "Logs",
  description:
    "What pods say, errors first. Labels are those of the metrics: environment, region, cluster, namespace, pod.",
  variables: [logSource],
  sections: [
    {
      title: "Errors",
      panels: [
        counted({
          title: "Errors by app",
          description:
            "Lines a minute that are errors, by what their pod is called. A jump beside a roll-out is its work.",
          expr: `sum by (cluster, app) (count_over_time(${ERRORS} [1m]))`,
          legend: "{{cluster}} {{app}}",
        }),
        counted({
          title: "Lines by cluster",
          description: "All lines a minute. None from a cluster: its logs do not arrive.",
          expr: `sum by (cluster) (count_over_time(${ALL} [1m]))`,
          legend: "{{cluster}}",
        }),
        lines({
          title: "Errors",
          description: "The lines themselves, the newest first.",
          expr: ERRORS,
        }),
      ],
    },
  ],
});
