import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse, stringify } from "yaml";
import {
  type AlertmanagerProps,
  alertmanagerValues,
  type Routing,
} from "../../constructs/monitoring/alertmanager";
import { ChartFolder } from "../charts/folder";
import { merged, type Values } from "../charts/helm-merge";

/** What the chart sets by itself, as the lab's stand-in for it says. */
const own = parse(fs.readFileSync(path.join(__dirname, "../../lab/charts/alertmanager/values.yaml"), "utf8"))
  .alertmanager as { readonly config: Values };

/** What Alertmanager reads: the chart's own configuration with the platform's laid over it. */
const configuration = (alerts: Routing, deadMansSwitch?: AlertmanagerProps["deadMansSwitch"]) =>
  (merged({ ...alertmanagerValues({ alerts, deadMansSwitch }) }, own) as typeof own).config;

/**
 * The verdict of Alertmanager's own tool (Debian's package prometheus-alertmanager has it). Debian 12's is 0.25, one
 * release before `url_file` (https://github.com/prometheus/alertmanager/releases/tag/v0.26.0).
 */
const check = (config: unknown): string => amtool(config, (file) => ["check-config", file]);

/** The receivers of an alert, by the same tool. */
const receiversOf = (config: unknown, labels: Readonly<Record<string, string>>): string =>
  amtool(config, (file) => [
    "config",
    "routes",
    "test",
    `--config.file=${file}`,
    ...Object.entries(labels).map(([name, value]) => `${name}=${value}`),
  ]).trim();

function amtool(config: unknown, args: (file: string) => readonly string[]): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-alertmanager-"));
  const file = path.join(folder, "alertmanager.yaml");
  const text = stringify(config, { aliasDuplicateObjects: false });
  fs.writeFileSync(file, text.replace(/url_file: .*/g, "url: https://chat.example.com/incoming/0123"));
  const { stdout, error } = spawnSync("amtool", args(file), { encoding: "utf8" });
  fs.rmSync(folder, { recursive: true });
  if (error) throw error;
  return stdout;
}

it.each<[string, Routing]>([
  ["nobody listens", { kind: "none" }],
  ["a webhook does", { kind: "webhook", minimumSeverity: "warning", repeatMinutes: 60 }],
  ["a webhook wants critical ones only", { kind: "webhook", minimumSeverity: "critical", repeatMinutes: 5 }],
])("Alertmanager accepts what the chart makes of it when %s", (_, routing) => {
  expect(check(configuration(routing))).toContain("SUCCESS");
});

const always = { everyMinutes: 1 };
const webhook: Routing = { kind: "webhook", minimumSeverity: "warning", repeatMinutes: 60 };

describe("with a dead man's switch", () => {
  it.each<[string, Routing]>([
    ["nobody listens", { kind: "none" }],
    ["a webhook does", webhook],
  ])("Alertmanager accepts what the chart makes of it when %s", (_, alerts) => {
    expect(check(configuration(alerts, always))).toContain("SUCCESS");
  });

  it.each<[string, Routing, Record<string, string>, string]>([
    ["Watchdog reaches it alone", webhook, { alertname: "Watchdog", severity: "none" }, "watchdog"],
    [
      "Watchdog reaches it alone, whatever its severity",
      webhook,
      { alertname: "Watchdog", severity: "critical" },
      "watchdog",
    ],
    [
      "every other alert goes where it went",
      webhook,
      { alertname: "RegionDown", severity: "critical" },
      "webhook",
    ],
    [
      "no other alert reaches it",
      { kind: "none" },
      { alertname: "RegionDown", severity: "critical" },
      "nobody",
    ],
  ])("%s", (_what, alerts, labels, receiver) => {
    expect(receiversOf(configuration(alerts, always), labels)).toBe(receiver);
  });

  it("Watchdog reaches nobody without one", () => {
    expect(receiversOf(configuration(webhook), { alertname: "Watchdog", severity: "none" })).toBe("nobody");
  });

  it.each([
    [1, "45s"],
    [5, "285s"],
  ])("a call is due at the half-minute look that makes %s minutes full", (everyMinutes, repeat) => {
    expect(configuration({ kind: "none" }, { everyMinutes })).toMatchObject({
      route: { routes: [{ group_wait: "0s", group_interval: "30s", repeat_interval: repeat }] },
    });
  });
});

it("would not accept routes of the chart's own to a receiver that is not there", () => {
  const { config } = alertmanagerValues({ alerts: { kind: "none" } });
  const { routes: _, ...route } = config.route;
  const partial = { config: { ...config, route } };
  expect(check((merged(partial, own) as typeof own).config)).toMatch(/undefined receiver "null"/);
});

it("has no receiver, route or inhibition but the platform's", () => {
  expect(configuration({ kind: "none" })).toMatchObject({
    route: { receiver: "nobody", routes: [] },
    receivers: [{ name: "nobody" }],
    inhibit_rules: [],
  });
});

const charts = process.env["MERIDIAN_CHARTS"];
(charts ? it : it.skip)("the stand-in for the chart has what the chart has", () => {
  const { values } = new ChartFolder(charts as string).chart("kube-prometheus-stack");
  expect(own.config).toEqual((values["alertmanager"] as typeof own).config);
});
