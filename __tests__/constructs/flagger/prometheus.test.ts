import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { prometheusConfiguration, prometheusObjects } from "../../../constructs/flagger/prometheus";
import { ERROR_RATE, LATENCY, requestRate } from "../../../constructs/flagger/queries";
import { parse } from "../../dashboards/promql";
import { schemaProblems } from "../../support/kubernetes-models";
import { podsIn, restrictedViolations } from "../../support/pod-security";

const objects = prometheusObjects();
const pods = podsIn(objects);

it("is objects that Kubernetes takes, with a pod that is restricted and limited", () => {
  expect(schemaProblems(objects)).toEqual([]);
  expect(pods.map(([name, pod]) => [name, restrictedViolations(pod)])).toEqual([
    ["Deployment flagger-prometheus", []],
  ]);
  for (const { resources } of pods.flatMap(([, pod]) => pod.containers)) {
    expect(resources?.limits?.["memory"]).toBe(resources?.requests?.["memory"]);
  }
});

it("may list pods of the gateway's namespace, and nothing else", () => {
  const roles = objects.filter(({ kind }) => kind.includes("Role"));
  expect(roles.map(({ kind, metadata }) => [kind, metadata.namespace])).toEqual([
    ["Role", "projectcontour"],
    ["RoleBinding", "projectcontour"],
  ]);
  expect(roles[0]).toHaveProperty("rules", [
    { apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] },
  ]);
});

it("has a configuration that promtool takes", () => {
  const { data } = objects.find(({ kind }) => kind === "ConfigMap") as unknown as {
    data: { readonly "prometheus.yml": string };
  };
  // Debian's Prometheus is built without the search for pods.
  const text = data["prometheus.yml"].replace(/ {4}kubernetes_sd_configs:\n(?: {6}.*\n)+/, "");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-flagger-"));
  const file = path.join(folder, "prometheus.yml");
  fs.writeFileSync(file, text);
  expect(execFileSync("promtool", ["check", "config", file], { encoding: "utf8" })).toContain("SUCCESS");
  fs.rmSync(folder, { recursive: true });
});

it("keeps every metric that a check asks for", () => {
  const [{ metric_relabel_configs }] = prometheusConfiguration.scrape_configs as [
    (typeof prometheusConfiguration.scrape_configs)[number],
  ];
  const kept = new RegExp(`^(?:${metric_relabel_configs[0]?.regex})$`);
  // Flagger fills in the names in braces.
  const asked = [requestRate(60), ERROR_RATE, LATENCY]
    .map((query) => query.replace(/\{\{ interval \}\}/g, "60s").replace(/\{\{ \w+ \}\}/g, "x"))
    .flatMap((query) => parse(query).metrics);
  expect(asked).toHaveLength(3);
  expect(asked.filter((name) => !kept.test(name))).toEqual([]);
});
