import { nearest } from "../../rules/near";
import { at, isObject, type Json, text, texts } from "../../world/object";

/** https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config */
const JOB = [
  "job_name",
  "scrape_interval",
  "scrape_timeout",
  "metrics_path",
  "honor_labels",
  "honor_timestamps",
  "scheme",
  "params",
  "tls_config",
  "authorization",
  "basic_auth",
  "oauth2",
  "follow_redirects",
  "enable_http2",
  "kubernetes_sd_configs",
  "static_configs",
  "file_sd_configs",
  "http_sd_configs",
  "dns_sd_configs",
  "ec2_sd_configs",
  "relabel_configs",
  "metric_relabel_configs",
  "sample_limit",
  "label_limit",
  "body_size_limit",
  "target_limit",
  "scrape_protocols",
  "fallback_scrape_protocol",
  "scrape_classic_histograms",
  "always_scrape_classic_histograms",
  "convert_classic_histograms_to_nhcb",
  "native_histogram_bucket_limit",
  "metric_name_validation_scheme",
  "proxy_url",
];
const RELABEL = ["source_labels", "separator", "target_label", "regex", "modulus", "replacement", "action"];
const ACTIONS = [
  "replace",
  "keep",
  "drop",
  "hashmod",
  "labelmap",
  "labeldrop",
  "labelkeep",
  "lowercase",
  "uppercase",
  "keepequal",
  "dropequal",
];
const TLS = [
  "ca",
  "cert",
  "key",
  "ca_file",
  "cert_file",
  "key_file",
  "server_name",
  "insecure_skip_verify",
  "min_version",
  "max_version",
];
const SD = [
  "role",
  "api_server",
  "kubeconfig_file",
  "namespaces",
  "selectors",
  "attach_metadata",
  "tls_config",
  "authorization",
  "basic_auth",
];
const ROLES = ["node", "service", "pod", "endpoints", "endpointslice", "ingress"];

/** Labels that discovery of pods gives, without the prefix. https://prometheus.io/docs/prometheus/latest/configuration/configuration/#pod */
const META =
  /^(namespace|pod_(name|ip|label_\w+|labelpresent_\w+|annotation_\w+|annotationpresent_\w+|container_(init|name|id|image|port_name|port_number|port_protocol)|ready|phase|node_name|host_ip|uid|controller_kind|controller_name)|node_\w+|namespace_(label|annotation|labelpresent|annotationpresent)_\w+)$/;

export const DURATION = /^(\d+(ms|[smhdwy]))+$/;

/** What Prometheus would refuse of a job, or would never match. */
export function jobProblems(job: Json): string[] {
  const name = text(job, "job_name");
  const isOfPods = at(job, "kubernetes_sd_configs").some((sd) => text(sd, "role") === "pod");
  const problems = [
    ...unknown(job, JOB),
    ...at(job, "tls_config").flatMap((each) => unknown(each, TLS)),
    ...at(job, "kubernetes_sd_configs").flatMap((each) => [
      ...unknown(each, SD),
      ...(ROLES.includes(text(each, "role"))
        ? []
        : [`role '${text(each, "role")}' is not one of ${ROLES.join(", ")}`]),
    ]),
    ...(["", "http", "https"].includes(text(job, "scheme"))
      ? []
      : [`scheme '${text(job, "scheme")}' is not http or https`]),
    ...([
      "kubernetes_sd_configs",
      "static_configs",
      "file_sd_configs",
      "http_sd_configs",
      "dns_sd_configs",
      "ec2_sd_configs",
    ].some((key) => at(job, key).length > 0)
      ? []
      : ["it finds no targets: it has no service discovery"]),
    ...(text(job, "metrics_path").startsWith("/") || text(job, "metrics_path") === ""
      ? []
      : [`metrics_path '${text(job, "metrics_path")}' does not begin with /`]),
    ...["scrape_interval", "scrape_timeout"]
      .filter((key) => text(job, key) !== "" && !DURATION.test(text(job, key)))
      .map((key) => `${key} '${text(job, key)}' is not a duration such as 30s`),
    ...at(job, "relabel_configs").flatMap((rule) => relabelProblems(rule, isOfPods)),
    ...at(job, "metric_relabel_configs").flatMap((rule) => relabelProblems(rule, false)),
  ];
  return problems.map((problem) => `scrape job ${name}: ${problem}`);
}

function relabelProblems(rule: Json, isOfPods: boolean): string[] {
  const action = (text(rule, "action") || "replace").toLowerCase();
  const sources = texts(rule, "source_labels");
  return [
    ...unknown(rule, RELABEL),
    ...(ACTIONS.includes(action)
      ? []
      : [`action '${text(rule, "action")}' is not one of ${ACTIONS.join(", ")}`]),
    ...(isPattern(text(rule, "regex")) ? [] : [`regex '${text(rule, "regex")}' is not one`]),
    ...(/^(replace|hashmod|lowercase|uppercase)$/.test(action) && text(rule, "target_label") === ""
      ? [`action ${action} needs a target_label`]
      : []),
    ...(/^(keep|drop)$/.test(action) && sources.length === 0 ? [`action ${action} needs source_labels`] : []),
    ...[...sources, text(rule, "target_label")]
      .filter((label) => label !== "" && !/^[a-zA-Z_$][\w${}]*$/.test(label))
      .map((label) => `'${label}' is not a label`),
    ...(isOfPods
      ? sources
          .filter(
            (label) =>
              /^__?meta|^_+[a-z]*meta/.test(label) && !META.test(label.replace("__meta_kubernetes_", "")),
          )
          .map((label) => `pods have no label '${label}'`)
      : []),
    ...(isOfPods
      ? sources
          .filter(
            (label) =>
              label.startsWith("__") &&
              !/^__(meta_kubernetes_\w+|address__|scheme__|metrics_path__|param_\w+|scrape_\w+__)$/.test(
                label,
              ),
          )
          .map((label) => `no target has a label '${label}'`)
      : []),
  ];
}

export function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}

export function unknown(value: Json, names: readonly string[]): string[] {
  if (!isObject(value)) return [];
  return Object.keys(value)
    .filter((key) => !names.includes(key))
    .map((key) => {
      const near = nearest(key, names);
      return `there is no '${key}'${near ? `; is ${near} meant?` : ""}`;
    });
}
