import { type Case, PLACE, series } from "./promtool";

const FAST = { severity: "critical", window: "1h" };
const MEDIUM = { severity: "critical", window: "6h" };
const SLOW = { severity: "warning", window: "3d" };

interface Objective {
  readonly cluster: Case["cluster"];
  readonly alert: string;
  readonly slo: string;
  /** Series in which `bad` of 10000 requests a minute break the promise, for a time; then none does. */
  readonly traffic: (bad: number, minutes: number, afterwards: number) => Record<string, string>;
}

const MINUTE = 10_000;

/** A counter that grows by one number for some minutes, then by another. */
const counter = (first: number, minutes: number, second: number, afterwards: number): string =>
  `0+${first}x${minutes}${afterwards > 0 ? ` ${first * minutes + second}+${second}x${afterwards - 1}` : ""}`;

const counted =
  (name: string, label: string, labels: Record<string, string> = {}): Objective["traffic"] =>
  (bad, minutes, afterwards) => ({
    [series(name, { ...labels, [label]: "200" })]: counter(MINUTE - bad, minutes, MINUTE, afterwards),
    [series(name, { ...labels, [label]: "500" })]: counter(bad, minutes, 0, afterwards),
  });

const objectives: readonly Objective[] = [
  {
    cluster: "api",
    alert: "ApiAvailabilityBudgetBurn",
    slo: "api-availability",
    traffic: counted("http_requests_total", "status", { path: "/" }),
  },
  {
    cluster: "api",
    alert: "ApiLatencyBudgetBurn",
    slo: "api-latency",
    traffic: (bad, minutes, afterwards) => ({
      [series("http_request_duration_seconds_count", { path: "/" })]: counter(
        MINUTE,
        minutes,
        MINUTE,
        afterwards,
      ),
      [series("http_request_duration_seconds_bucket", { path: "/", le: "0.5" })]: counter(
        MINUTE - bad,
        minutes,
        MINUTE,
        afterwards,
      ),
    }),
  },
  {
    cluster: "edge",
    alert: "EntryPointAvailabilityBudgetBurn",
    slo: "entry-point-availability",
    traffic: counted("traefik_entrypoint_requests_total", "code", { job: "load-balancer" }),
  },
];

/** Every burn-rate alert: each factor alone, below the slowest, after it is over, and without any traffic. */
export const sloCases: readonly Case[] = objectives.flatMap(({ cluster, alert, slo, traffic }) => {
  const labels = (kind: object) => ({ ...PLACE, slo, ...kind });
  const one = (when: string, bad: number, at: string, fires: readonly object[], quietMinutes = 0): Case => ({
    cluster,
    alert,
    when,
    given: traffic(bad, quietMinutes > 0 ? 60 : 120, quietMinutes),
    at,
    fires: fires.map(labels),
  });
  return [
    one("2 % fail: 20 times the budget, noticed within minutes", 200, "5m", [FAST]),
    one("0.8 % fail: 8 times the budget", 80, "20m", [MEDIUM]),
    one("0.2 % fail: twice the budget", 20, "65m", [SLOW]),
    one("0.05 % fail: half the budget", 5, "110m", []),
    one("2 % failed for an hour and it is over since 35 minutes", 200, "95m", [SLOW], 40),
    { cluster, alert, when: "nobody asks", given: traffic(0, 0, 0), at: "110m", fires: [] },
  ];
});

/** What must not count against the promise. */
export const exclusions: readonly Case[] = [
  ...["/health", "/healthz", "/readyz"].map((path) => ({
    cluster: "api" as const,
    alert: "ApiAvailabilityBudgetBurn",
    when: `only the probe ${path} fails`,
    given: {
      [series("http_requests_total", { path, status: "503" })]: "0+600x60",
      [series("http_requests_total", { path: "/", status: "200" })]: "0+600x60",
    },
    at: "50m",
    fires: [],
  })),
  {
    cluster: "api",
    alert: "ApiAvailabilityBudgetBurn",
    when: "callers make mistakes",
    given: {
      [series("http_requests_total", { path: "/", status: "404" })]: "0+600x60",
      [series("http_requests_total", { path: "/", status: "499" })]: "0+600x60",
    },
    at: "50m",
    fires: [],
  },
  {
    cluster: "api",
    alert: "ApiLatencyBudgetBurn",
    when: "callers download large answers",
    given: {
      [series("http_request_duration_seconds_count", { path: "/data" })]: "0+600x60",
      [series("http_request_duration_seconds_bucket", { path: "/data", le: "0.5" })]: "0x60",
    },
    at: "50m",
    fires: [],
  },
];
