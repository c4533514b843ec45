import { apiClusterRules } from "../../../dashboards/rules";
import { type AlertRule, isAlert } from "../../../dashboards/rules/rule";
import { otherCases } from "./other-cases";
import { areAsExpected, type Case, PLACE, promtool, RULES, run, series } from "./promtool";
import { exclusions, sloCases } from "./slo-cases";

const cases: readonly Case[] = [...sloCases, ...exclusions, ...otherCases];
const clusters = ["api", "edge", "hub"] as const;

const alertsOf = (cluster: Case["cluster"]): readonly AlertRule[] =>
  RULES[cluster].flatMap(({ rules }) => rules).filter(isAlert);

describe.each(clusters)("the rules of a cluster %s", (cluster) => {
  it("are accepted by promtool", () => {
    const output = promtool(["check", "rules", "rules.yml"], { "rules.yml": { groups: RULES[cluster] } });
    expect(output).toMatch(/SUCCESS: \d+ rules found/);
  });

  it.each(alertsOf(cluster).map((rule) => [rule.alert, rule] as const))(
    "%s has a severity, a summary, a description and what to do",
    (_, { labels, annotations }) => {
      expect(["critical", "warning", "none"]).toContain(labels.severity);
      for (const text of [annotations.summary, annotations.description, annotations.runbook]) {
        expect(text.length).toBeGreaterThan(20);
      }
    },
  );

  it("have a case in which every alert fires, with its labels, and one in which it is quiet", () => {
    const ours = cases.filter((one) => one.cluster === cluster);
    // A hub's rules are those of the others; only what it alone has wants cases of its own.
    const others = cluster === "hub" ? [...alertsOf("api"), ...alertsOf("edge")].map(({ expr }) => expr) : [];
    const untested = alertsOf(cluster)
      .filter(({ expr }) => !others.includes(expr))
      .filter(
        ({ alert, labels }) =>
          !ours.some(
            (one) =>
              one.alert === alert &&
              one.fires.some((fired) =>
                Object.entries(labels).every(([name, value]) => fired[name] === value),
              ),
          ) ||
          // What is no alarm is never quiet.
          (labels.severity !== "none" && !ours.some((one) => one.alert === alert && one.fires.length === 0)),
      );
    const missing = untested.filter(({ labels: { job } }) => job === undefined || job === "api"); // one job stands for all
    expect(missing.map(({ alert, labels }) => ({ alert, labels }))).toEqual([]);
  });
});

describe.each(clusters)("on a cluster %s", (cluster) => {
  const ours = cases.filter((one) => one.cluster === cluster);
  let all = false;
  beforeAll(() => {
    all = areAsExpected(ours);
  });

  // One start of promtool for all of them; where that fails, each by itself says what is wrong.
  it.each(
    ours.map((one) => [one.alert, one.fires.length > 0 ? "fires" : "is quiet", one.when, one] as const),
  )("%s %s when %s", (_alert, _verb, _when, one) => {
    if (!all) run(one);
  });
});

describe("the text of an alert", () => {
  it("says where, how much, and what to do", () => {
    const [rule] = alertsOf("api");
    promtool(["test", "rules", "test.yml"], {
      "rules.yml": { groups: RULES.api },
      "test.yml": {
        rule_files: ["rules.yml"],
        evaluation_interval: "1m",
        tests: [
          {
            interval: "1m",
            input_series: [
              { series: series("http_requests_total", { path: "/", status: "200" }), values: "0+98x60" },
              { series: series("http_requests_total", { path: "/", status: "500" }), values: "0+2x60" },
            ],
            alert_rule_test: [
              {
                eval_time: "5m",
                alertname: "ApiAvailabilityBudgetBurn",
                exp_alerts: [
                  {
                    exp_labels: { ...PLACE, slo: "api-availability", severity: "critical", window: "1h" },
                    exp_annotations: {
                      summary:
                        "eu: requests are answered with a server's error, 14.4 times more than 99.9 % allows",
                      description:
                        "2% of the requests in eu over the last 1h and more than 1.44 % over the last 5m. At this rate the budget of 30 days lasts 2.08333 days.",
                      runbook: rule?.annotations.runbook,
                    },
                  },
                ],
              },
            ],
          },
        ],
      },
    });
  });
});

describe("objectives", () => {
  const windowsOf = (availability: number) =>
    apiClusterRules({ objectives: { availability, latency: { objective: 0.999, threshold: 0.5 } }, jobs: [] })
      .flatMap(({ rules }) => rules)
      .filter(isAlert)
      .filter(({ alert }) => alert === "ApiAvailabilityBudgetBurn")
      .map(({ labels, expr }) => [labels["window"], Number(expr.split(" > ").at(-1))]);

  it("set the thresholds", () => {
    expect(windowsOf(0.99)).toEqual([
      ["1h", 0.144],
      ["6h", 0.06],
      ["3d", 0.01],
    ]);
  });

  it("leave out burn rates that no share of errors can reach", () => {
    expect(windowsOf(0.9).map(([window]) => window)).toEqual(["6h", "3d"]);
  });
});
