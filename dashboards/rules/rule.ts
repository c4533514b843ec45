/** Prometheus rules as data: the same objects go into a rule file, for promtool, and into a PrometheusRule. */

/** How soon a person must act: `critical` wakes the person on duty, `warning` waits for the morning, `none` is no alarm. */
export type Severity = "critical" | "warning" | "none";

export interface RecordingRule {
  /** `level:metric:operations` (https://prometheus.io/docs/practices/rules/). */
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  /** How long the expression must hold. @default - it fires at once */
  readonly for?: string;
  readonly labels: { readonly severity: Severity } & Readonly<Record<string, string>>;
  readonly annotations: {
    /** One line: what is wrong, and where. */
    readonly summary: string;
    /** What it means for users, with the number that set it off. */
    readonly description: string;
    /** What to do. */
    readonly runbook: string;
  };
}

export interface RuleGroup {
  readonly name: string;
  readonly rules: readonly (RecordingRule | AlertRule)[];
}

export const isAlert = (rule: RecordingRule | AlertRule): rule is AlertRule => "alert" in rule;

/** Where a series was measured; every scrape attaches these, so that many clusters can share one hub. */
export const PLACE = ["environment", "region", "cluster"] as const;

export type PlaceLabels = Readonly<Record<(typeof PLACE)[number], string>>;

/** Labels that must be equal, as a selector writes them. */
export const matching = (labels: Readonly<Record<string, string>>): string =>
  Object.entries(labels)
    .map(([label, value]) => `${label}="${value}"`)
    .join(", ");

/** `environment, region, cluster` and more, for `by (...)`. */
export const by = (...labels: string[]): string => [...PLACE, ...labels].join(", ");
