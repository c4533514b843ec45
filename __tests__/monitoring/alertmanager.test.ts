import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse, stringify } from "yaml";
import { alertmanagerValues, type Routing } from "../../constructs/monitoring/alertmanager";
import { ChartFolder } from "../charts/folder";
import { merged, type Values } from "../charts/helm-merge";

/** What the chart sets by itself, as the lab's stand-in for it says. */
const own = parse(fs.readFileSync(path.join(__dirname, "../../lab/charts/alertmanager/values.yaml"), "utf8"))
  .alertmanager as { readonly config: Values };

/** What Alertmanager reads: the chart's own configuration with the platform's laid over it. */
const configuration = (routing: Routing) =>
  (merged({ ...alertmanagerValues(routing) }, own) as typeof own).config;

/**
 * The verdict of Alertmanager's own tool (Debian's package prometheus-alertmanager has it). Debian 12's is 0.25, one
 * release before `url_file` (https://github.com/prometheus/alertmanager/releases/tag/v0.26.0).
 */
function check(config: unknown): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-alertmanager-"));
  const file = path.join(folder, "alertmanager.yaml");
  const text = stringify(config, { aliasDuplicateObjects: false });
  fs.writeFileSync(file, text.replace(/url_file: .*/, "url: https://chat.example.com/incoming/0123"));
  const { stdout, error } = spawnSync("amtool", ["check-config", file], { encoding: "utf8" });
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

it("would not accept routes of the chart's own to a receiver that is not there", () => {
  const { routes: _, ...route } = alertmanagerValues({ kind: "none" }).config.route;
  const partial = { config: { ...alertmanagerValues({ kind: "none" }).config, route } };
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
