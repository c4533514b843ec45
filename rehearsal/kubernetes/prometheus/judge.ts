import type { Estate } from "../../world/estate";
import type { Judged } from "../../world/finding";
import { at, isObject, type Json, text, texts } from "../../world/object";
import { valuesOf } from "../charts";
import { type Cluster, clustersOf, find, ofKind } from "../cluster";
import { told } from "../judge/chart-values";
import { about } from "../judge/finding";
import { labelsOf } from "../object";
import type { Release } from "../release";
import { alertmanagerProblems } from "./alertmanager";
import { configurationsOf } from "./configurations";
import { groupProblems, selectedBy } from "./rules";
import { jobProblems } from "./scrape-config";

const CONFIG = "https://prometheus.io/docs/prometheus/latest/configuration/configuration/";
const ALERTS = "https://prometheus.io/docs/alerting/latest/configuration/";
const RULES = "https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/";

/** Configuration of Prometheus and Alertmanager, in the values of their chart and in objects. */
export function prometheusFindings(estate: Estate): Judged[] {
  return clustersOf(estate).flatMap((cluster) => [
    ...cluster.releases
      .filter(({ chart }) => chart === "kube-prometheus-stack")
      .flatMap((release) => releaseFindings(release, cluster)),
    ...configurationsOf(cluster).flatMap(({ of, jobs }) => {
      const names = jobs.map((job) => text(job, "job_name"));
      const twice = repeated(names).map(
        (name) => `two scrape jobs are called ${name}: Prometheus does not start`,
      );
      return [...jobs.flatMap(jobProblems), ...twice].map((says) => about(of, says, CONFIG));
    }),
    ...ruleFindings(cluster),
  ]);
}

function releaseFindings(release: Release, cluster: Cluster): Judged[] {
  const values = valuesOf(release);
  const jobs = at(values, "prometheus.prometheusSpec.additionalScrapeConfigs").filter(isObject);
  const alertmanager =
    at(values, "alertmanager.enabled")[0] === true ? (at(values, "alertmanager.config")[0] ?? {}) : {};
  return [
    ...jobs
      .flatMap((job) => fileProblems(job, release, values, cluster))
      .map((says) => told(release, says, CONFIG)),
    ...alertmanagerProblems(alertmanager).map((says) => told(release, says, ALERTS)),
    ...["scrapeInterval", "evaluationInterval", "retention"]
      .map((key) => [key, text(values, `prometheus.prometheusSpec.${key}`)] as const)
      .filter(([, value]) => value !== "" && !/^(\d+(ms|[smhdwy]))+$/.test(value))
      .map(([key, value]) =>
        told(release, `prometheusSpec.${key}: '${value}' is not a duration such as 30s`, CONFIG),
      ),
  ];
}

const MOUNT = /^\/etc\/prometheus\/(configmaps|secrets)\/([^/]+)\/([^/]+)$/;

/** Files that a job reads lie in what Prometheus mounts. https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PrometheusSpec */
function fileProblems(job: Json, release: Release, values: Json, cluster: Cluster): string[] {
  const files = [
    "tls_config.ca_file",
    "tls_config.cert_file",
    "tls_config.key_file",
    "authorization.credentials_file",
    "basic_auth.password_file",
  ].flatMap((field) => texts(job, field));
  return files.flatMap((file) => {
    const [, kind, name = "", key = ""] = MOUNT.exec(file) ?? [];
    if (!kind)
      return file.startsWith("/var/run/secrets/")
        ? []
        : [`scrape job ${text(job, "job_name")}: ${file} is mounted by nothing`];
    const mounted = texts(
      values,
      `prometheus.prometheusSpec.${kind === "secrets" ? "secrets" : "configMaps"}`,
    );
    const object = find(cluster, kind === "secrets" ? "Secret" : "ConfigMap", release.namespace, name);
    const keys = Object.keys((at(object?.body, "data")[0] ?? {}) as object);
    if (!mounted.includes(name))
      return [`scrape job ${text(job, "job_name")}: ${file}: prometheusSpec.${kind} does not mount ${name}`];
    return keys.length === 0 || keys.includes(key)
      ? []
      : [`scrape job ${text(job, "job_name")}: ${file}: ${name} has ${keys.join(", ")}`];
  });
}

/** Findings where Prometheus refuses a rule, or a rule asks for a series that no scrape or rule records. */
function ruleFindings(cluster: Cluster): Judged[] {
  const objects = ofKind(cluster, "PrometheusRule");
  const recorded = objects
    .flatMap(({ body }) => at(body, "spec.groups.rules"))
    .filter((rule) => text(rule, "record") !== "");
  const groups = (body: Json) => at(body, "spec.groups");
  return objects.flatMap((object) => [
    ...groups(object.body)
      .flatMap(groupProblems)
      .map((says) => about(object, says, RULES)),
    ...repeated(texts(object.body, "spec.groups.name")).map((name) =>
      about(object, `two groups are called ${name}`, RULES),
    ),
    ...at(object.body, "spec.groups.rules").flatMap((rule) =>
      selectedBy(String(at(rule, "expr")[0] ?? ""))
        .filter(({ metric }) => metric.includes(":"))
        .filter(
          ({ metric, equal }) =>
            !recorded.some(
              (other) =>
                text(other, "record") === metric &&
                equal.every(([label, value]) => (labelsOf(at(other, "labels")[0])[label] ?? value) === value),
            ),
        )
        .map(({ metric, equal }) =>
          about(
            object,
            `${text(rule, "alert") || text(rule, "record")} asks for ${metric}${equal.length > 0 ? ` with ${equal.map(([label, value]) => `${label}="${value}"`).join(", ")}` : ""}, which no rule records`,
            RULES,
          ),
        ),
    ),
  ]);
}

function repeated(names: readonly string[]): string[] {
  return names.filter((name, i) => names.indexOf(name) !== i);
}
