import { quantity, record, text } from "./primitives";

/** Logs of all pods: Alloy reads them in every cluster, Loki keeps them, beside Prometheus: at the hub, where there is one. */
export const logs = record({
  /** How long lines are kept; Loki forgets whole days. @default "7d" */
  retention: text("a duration in days or weeks", "7d", /^[1-9]\d{0,3}[dw]$/).default("7d"),
  /** Size of Loki's volume. @default "10Gi" */
  storage: quantity("the size of Loki's volume", "10Gi", "1Gi").default("10Gi"),
});
