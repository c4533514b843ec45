import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import {
  apiClusterRules,
  edgeClusterRules,
  hubRules,
  type RuleGroup,
  watchdog,
} from "../../../dashboards/rules";
import { isAlert } from "../../../dashboards/rules/rule";

const objectives = { availability: 0.999, latency: { objective: 0.999, threshold: 0.5 } };

/** The place of every series in the tests. */
export const PLACE = { environment: "test", region: "eu", cluster: "eu" };

/** Where the hub is to which that cluster writes. */
export const HUB = { environment: "test", region: "us", cluster: "tools" };

/** The rules of every kind of cluster, with the defaults of the configuration; the hub's with a dead man's switch. */
export const RULES: Readonly<Record<"api" | "edge" | "hub", readonly RuleGroup[]>> = {
  api: apiClusterRules({ objectives, jobs: ["api", "node-exporter", "envoy", "flagger", "alloy", "loki"] }),
  edge: edgeClusterRules({ objectives, jobs: ["load-balancer"] }),
  hub: [
    ...hubRules({
      objectives,
      own: { place: HUB, jobs: ["traefik"] },
      writers: [{ place: PLACE, jobs: ["api", "load-balancer"] }],
    }),
    watchdog,
  ],
};

/** `name{environment="test",...}` with more labels. */
export const series = (name: string, labels: Record<string, string> = {}): string =>
  `${name}{${Object.entries({ ...PLACE, ...labels })
    .map(([label, value]) => `${label}="${value}"`)
    .join(",")}}`;

export interface Case {
  readonly cluster: keyof typeof RULES;
  readonly alert: string;
  /** What happens. */
  readonly when: string;
  /** Values in promtool's notation, one per interval. */
  readonly given: Readonly<Record<string, string>>;
  /** Between two values, and between two evaluations. @default "1m" */
  readonly interval?: string;
  readonly at: string;
  /** Labels of every alert of the name that fires then; none: quiet. */
  readonly fires: readonly Readonly<Record<string, string>>[];
}

/** Runs promtool; throws with its output when it finds something wrong. */
export function promtool(args: readonly string[], files: Readonly<Record<string, unknown>>): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-rules-"));
  try {
    for (const [name, content] of Object.entries(files)) {
      fs.writeFileSync(path.join(folder, name), stringify(content, { aliasDuplicateObjects: false }));
    }
    return execFileSync("promtool", args, { cwd: folder, encoding: "utf8", stdio: "pipe" });
  } catch (error) {
    const {
      stdout = "",
      stderr = "",
      message,
    } = error as { stdout?: string; stderr?: string; message: string };
    throw new Error([message, stdout, stderr].join("\n"));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** The groups of an alert. promtool compares annotations word by word; which alert fires shall not depend on its text. */
const withoutText = (groups: readonly RuleGroup[], alert: string): readonly object[] =>
  groups
    .filter(({ rules }) => rules.some((rule) => isAlert(rule) && rule.alert === alert))
    .map(({ name, rules }) => ({
      name,
      rules: rules.map((rule) => (isAlert(rule) ? { ...rule, annotations: {} } : rule)),
    }));

/** What promtool reads for a case; files of several cases may lie in one folder. */
const filesOf = ({ cluster, alert, given, at, fires, interval = "1m" }: Case, name: string) => ({
  [`${name}-rules.yml`]: { groups: withoutText(RULES[cluster], alert) },
  [`${name}.yml`]: {
    rule_files: [`${name}-rules.yml`],
    evaluation_interval: interval,
    tests: [
      {
        interval,
        input_series: Object.entries(given).map(([name, values]) => ({ series: name, values })),
        alert_rule_test: [
          {
            eval_time: at,
            alertname: alert,
            exp_alerts: fires.map((labels) => ({ exp_labels: labels })),
          },
        ],
      },
    ],
  },
});

/** Runs one case with `promtool test rules`; throws with what differs. */
export function run(one: Case): void {
  promtool(["test", "rules", "case.yml"], filesOf(one, "case"));
}

/** Whether all cases are as expected, by one start of promtool. */
export function areAsExpected(cases: readonly Case[]): boolean {
  const files = cases.map((one, index) => filesOf(one, `case-${index}`));
  const names = cases.map((_, index) => `case-${index}.yml`);
  try {
    promtool(["test", "rules", ...names], Object.assign({}, ...files));
    return true;
  } catch {
    return false;
  }
}
