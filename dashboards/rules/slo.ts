import { type AlertRule, by, type RecordingRule, type RuleGroup, type Severity } from "./rule";

/** What a service promises; shares between 0 and 1, both exclusive. */
export interface Objectives {
  /** Share of requests that are not answered with a server's error. */
  readonly availability: number;
  readonly latency: {
    /** Share of requests that are answered within the threshold. */
    readonly objective: number;
    /** Seconds; the upper bound of a bucket of the histogram. */
    readonly threshold: number;
  };
}

interface Indicator {
  /** Value of the label `slo`. */
  readonly slo: string;
  readonly alert: string;
  readonly objective: number;
  /** Requests that broke the promise, per second over a window. */
  readonly bad: (window: string) => string;
  /** All requests, per second over a window. */
  readonly all: (window: string) => string;
  /** What users notice. */
  readonly effect: string;
  readonly runbook: string;
}

interface BurnRate {
  /** How many times faster than allowed a budget of 30 days is spent. */
  readonly factor: number;
  readonly long: string;
  readonly short: string;
  readonly for: string;
  readonly severity: Severity;
}

/**
 * Windows and factors of the Site Reliability Workbook (https://sre.google/workbook/alerting-on-slos/, recommendation 6):
 * the long window shows that enough of the budget is gone (2 % in an hour, 5 % in six hours, 10 % in three days), the
 * short one that it still goes.
 */
const BURN_RATES: readonly BurnRate[] = [
  { factor: 14.4, long: "1h", short: "5m", for: "2m", severity: "critical" },
  { factor: 6, long: "6h", short: "30m", for: "15m", severity: "critical" },
  { factor: 1, long: "3d", short: "6h", for: "1h", severity: "warning" },
];

const WINDOWS = [...new Set(BURN_RATES.flatMap(({ long, short }) => [short, long]))];

/** The longest window of a rule: Prometheus must keep samples at least that long. */
export const LONGEST_WINDOW_DAYS = 3;

/** Probes ask more often than users do and would hide what users see. */
const USERS = 'path!~"/health|/healthz|/readyz"';

/** The length of an answer of /data is the caller's choice, and so is its duration. */
const TIMED = 'path!~"/health|/healthz|/readyz|/data"';

const perSecond = (series: string, window: string): string => `sum by (${by()}) (rate(${series}[${window}]))`;

/** The promises of the API, as it measures them itself. */
export const apiObjectives = ({ availability, latency }: Objectives): readonly RuleGroup[] => [
  objectiveRules({
    slo: "api-availability",
    alert: "ApiAvailabilityBudgetBurn",
    objective: availability,
    bad: (window) => perSecond(`http_requests_total{${USERS}, status=~"5.."}`, window),
    all: (window) => perSecond(`http_requests_total{${USERS}}`, window),
    effect: "requests are answered with a server's error",
    runbook:
      'Open the dashboard "API", panel "Requests by status": which path fails, since when? Compare with "Versions" (a roll-out) and with the other region. A new version: roll back with "terraform apply" of the previous revision of api-deploy. One pod: delete it. The whole region: set its health to 503 (POST /health on the metrics port), and the load balancer sends its users to the other region.',
  }),
  objectiveRules({
    slo: "api-latency",
    alert: "ApiLatencyBudgetBurn",
    objective: latency.objective,
    bad: (window) =>
      `(${perSecond(`http_request_duration_seconds_count{${TIMED}}`, window)} - ${perSecond(`http_request_duration_seconds_bucket{${TIMED}, le="${latency.threshold}"}`, window)})`,
    all: (window) => perSecond(`http_request_duration_seconds_count{${TIMED}}`, window),
    effect: `requests take longer than ${latency.threshold} s`,
    runbook:
      'Open the dashboard "API": is the event loop late, is CPU throttled, are many requests in flight? Then raise replicas.maximum or resources.cpu. If only "/" is slow, callers use ?wait=, which delays on purpose: lower API_MAX_WAIT.',
  }),
];

/** The promise of the whole platform, as users get it from the load balancer. */
export const entryPointObjective = ({ availability }: Objectives): RuleGroup =>
  objectiveRules({
    slo: "entry-point-availability",
    alert: "EntryPointAvailabilityBudgetBurn",
    objective: availability,
    bad: (window) => perSecond('traefik_entrypoint_requests_total{job="load-balancer", code=~"5.."}', window),
    all: (window) => perSecond('traefik_entrypoint_requests_total{job="load-balancer"}', window),
    effect: "users get a server's error from the load balancer",
    runbook:
      'Open the dashboard "Global load balancer". 502 and 504: a region does not answer, or its certificate is refused (the balancer\'s log says which). 503: no region is healthy, or failover is off and the region is down. 500: the API itself; see the alert ApiAvailabilityBudgetBurn of its region.',
  });

function objectiveRules(indicator: Indicator): RuleGroup {
  return {
    name: `slo-${indicator.slo}`,
    rules: [...WINDOWS.map((window) => errorRatio(indicator, window)), ...burnAlerts(indicator)],
  };
}

const ratioName = (window: string): string => `slo:error_ratio:rate${window}`;

/** Share of requests that broke the promise: 0 where nothing failed, absent where there were no requests. */
const errorRatio = ({ slo, bad, all }: Indicator, window: string): RecordingRule => ({
  record: ratioName(window),
  expr: `(${bad(window)} or ${all(window)} * 0) / (${all(window)} > 0)`,
  labels: { slo },
});

/** A low objective leaves a budget so large that the fastest burn rates cannot be reached: those are left out. */
const burnAlerts = ({ slo, alert, objective, effect, runbook }: Indicator): readonly AlertRule[] =>
  BURN_RATES.map((rate) => ({ ...rate, threshold: rounded(rate.factor * (1 - objective)) }))
    .filter(({ threshold }) => threshold < 1)
    .map(({ factor, long, short, threshold, severity, for: duration }) => ({
      alert,
      expr: `${ratioName(long)}{slo="${slo}"} > ${threshold} and ${ratioName(short)}{slo="${slo}"} > ${threshold}`,
      for: duration,
      labels: { severity, window: long },
      annotations: {
        summary: `{{ $labels.cluster }}: ${effect}, ${factor} times more than ${percent(objective)} allows`,
        description: `{{ $value | humanizePercentage }} of the requests in {{ $labels.region }} over the last ${long} and more than ${percent(threshold)} over the last ${short}. At this rate the budget of 30 days lasts ${rounded(30 / factor)} days.`,
        runbook,
      },
    }));

/** Without the noise of binary fractions: 14.4 × (1 − 0.999) is 0.0144. */
const rounded = (value: number): number => Number(value.toPrecision(6));

const percent = (share: number): string => `${rounded(share * 100)} %`;
