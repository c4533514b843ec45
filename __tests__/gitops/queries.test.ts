import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { type CanaryService, hasCanary } from "../../constructs/flagger/canary";
import { checksOf, metricTemplates } from "../../constructs/flagger/metrics";
import { delivered } from "../support/delivery";

const [service] = (delivered().workloads[0]?.services ?? []).filter(hasCanary) as [CanaryService];

/** A query as Flagger fills it in (https://docs.flagger.app/usage/metrics#custom-metrics). */
const filledIn = (query: string): string =>
  query
    .replaceAll(/\{\{ namespace \}\}/g, "api")
    .replaceAll(/\{\{ target \}\}/g, "api")
    .replaceAll(/\{\{ interval \}\}/g, checksOf(service)[0]?.interval ?? "");

const queries = Object.fromEntries(
  metricTemplates("api", service).map(({ metadata, spec }) => [
    metadata.name.replace("api-", ""),
    filledIn(spec.query),
  ]),
);

/** Counters of one Envoy, every five seconds as Flagger's Prometheus scrapes; in promtool's notation. */
interface Series {
  readonly series: string;
  readonly values: string;
}

const answers = (code: string, values: string, cluster = "api_api-canary_80", pod = "envoy-1"): Series => ({
  series: `envoy_cluster_upstream_rq{envoy_cluster_name="${cluster}",envoy_response_code="${code}",kubernetes_pod_name="${pod}"}`,
  values,
});

/** A histogram of Envoy: all requests below the first bound, or all between it and the second. */
const durations = (fast: boolean): readonly Series[] =>
  [
    ["250", fast ? "0+10x60" : "0+0x60"],
    ["500", fast ? "0+10x60" : "0+0x60"],
    ["1000", "0+10x60"],
    ["+Inf", "0+10x60"],
  ].map(([le, values]) => ({
    series: `envoy_cluster_upstream_rq_time_bucket{envoy_cluster_name="api_api-canary_80",le="${le}"}`,
    values: values as string,
  }));

/** Asks a real Prometheus, five minutes in, what the queries say; the very values, by promtool. */
function expectMeasured(
  series: readonly Series[],
  expected: Readonly<Record<string, number>>,
  at = "5m",
): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-queries-"));
  try {
    const file = path.join(folder, "test.yaml");
    const test = {
      rule_files: [],
      evaluation_interval: "5s",
      tests: [
        {
          interval: "5s",
          input_series: series,
          promql_expr_test: Object.entries(expected).map(([name, value]) => ({
            expr: queries[name],
            eval_time: at,
            exp_samples: [{ value }],
          })),
        },
      ],
    };
    fs.writeFileSync(file, stringify(test));
    try {
      execFileSync("promtool", ["test", "rules", file], {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "pipe"],
      });
    } catch (error) {
      throw new Error(String((error as { stderr?: string; stdout?: string }).stderr ?? error));
    }
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Whether Flagger would let a version pass with these measurements. */
const passes = (measured: Readonly<Record<string, number>>): boolean =>
  checksOf(service).every(({ name, thresholdRange: { min, max } }) => {
    const value = measured[name] as number;
    return !(min !== undefined && value < min) && !(max !== undefined && value > max);
  });

const HEALTHY = { "request-rate": 2, "error-rate": 0, latency: 247.5 };

it("lets a healthy version pass", () => {
  expectMeasured([answers("200", "0+10x60"), ...durations(true)], HEALTHY);
  expect(passes(HEALTHY)).toBe(true);
});

it("sees which share of the answers are errors", () => {
  const measured = { "request-rate": 2, "error-rate": 25 };
  expectMeasured([answers("200", "0+7.5x60"), answers("503", "0+2.5x60")], measured);
  expect(passes({ ...HEALTHY, ...measured })).toBe(false);
});

it("sees a single error, though its counter begins with it and never grows", () => {
  const once = `${"_ ".repeat(55)}1x5`;
  const measured = { "error-rate": 100 / 121 };
  expectMeasured([answers("200", "0+10x60"), answers("500", once)], measured);
  expect(passes({ ...HEALTHY, ...measured })).toBe(false);
});

it("forgets an error that is older than the window", () => {
  expectMeasured([answers("200", "0+10x60"), answers("500", "1x60")], HEALTHY_WITHOUT_LATENCY);
});

const HEALTHY_WITHOUT_LATENCY = { "request-rate": 2, "error-rate": 0 };

it("sees errors only: every request fails, and none has succeeded before", () => {
  expectMeasured([answers("503", `${"_ ".repeat(55)}10+10x5`)], { "request-rate": 1, "error-rate": 100 });
});

it.each([
  ["nobody has called yet", []],
  [
    "the calls have stopped",
    [answers("200", "500x60"), ...durations(true).map(({ series }) => ({ series, values: "70x60" }))],
  ],
])("says that there is silence, in so many words, when %s", (_, series) => {
  const silent = { "request-rate": 0, "error-rate": 0, latency: 0 };
  expectMeasured(series, silent);
  expect(passes(silent)).toBe(false);
  const { name } = checksOf(service)[0] ?? {};
  expect(name).toBe("request-rate"); // Flagger stops at the first that fails, so it reports no errors that were none
});

it("sees the slowest of a hundred", () => {
  const slow = { "request-rate": 2, "error-rate": 0, latency: 995 };
  expectMeasured([answers("200", "0+10x60"), ...durations(false)], slow);
  expect(passes(slow)).toBe(false);
});

it("counts the pods on trial alone: neither those that serve the others, nor another service's", () => {
  const others = ["api_api-primary_80", "api_api_80", "api_web-canary_80", "web_api-canary_80"];
  expectMeasured(
    [
      answers("200", "0+10x60"),
      ...others.map((cluster) => answers("500", "0+10x60", cluster)),
      ...durations(true),
    ],
    HEALTHY,
  );
});

it("adds up all Envoys, one of which has just restarted", () => {
  const restarted = answers("200", `${"_ ".repeat(55)}0+10x5`, "api_api-canary_80", "envoy-2");
  expectMeasured([answers("200", "0+10x60"), restarted], {
    "request-rate": (120 + 50) / 60,
    "error-rate": 0,
  });
});
