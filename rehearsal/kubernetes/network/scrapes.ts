import { at, type Json, text, texts } from "../../world/object";
import { type Cluster, ofKind } from "../cluster";
import { type KubeObject, labelsOf as labelsIn } from "../object";
import type { Pod } from "../pods";
import { configurationsOf } from "../prometheus/configurations";
import { type Broken, between, together, type Ways } from "./needed";
import type { Target } from "./services";

const SD = "https://prometheus.io/docs/prometheus/latest/configuration/configuration/#kubernetes_sd_config";

/** From Prometheus to what its scrape configurations name. */
export function scrapeWays(cluster: Cluster): Ways {
  return together([
    ...configurationsOf(cluster).flatMap(({ of, jobs, scrapers }) =>
      jobs.map((job) => jobWays(of, job, scrapers, cluster)),
    ),
    ...ofKind(cluster, /^(ServiceMonitor|PodMonitor)$/).map((monitor) => monitorWays(monitor, cluster)),
  ]);
}

function jobWays(of: KubeObject, job: Json, scrapers: readonly Pod[], cluster: Cluster): Ways {
  const name = text(job, "job_name");
  const found = discoveries(job);
  const targets = jobTargets(job, cluster);
  const isOpaque = found.some((sd) =>
    texts(sd, "namespaces.names").some((namespace) => cluster.opaque.has(namespace)),
  );
  const broken: Broken[] = [
    ...(found.length > 0 && targets.length === 0 && !isOpaque
      ? [{ of, says: `scrape job ${name}: no port of any pod is kept`, source: SD }]
      : []),
  ];
  return together([
    {
      needed: between(scrapers, targets, { of, who: `Prometheus, by its job ${name},`, source: SD }),
      broken,
    },
  ]);
}

const discoveries = (job: Json) =>
  at(job, "kubernetes_sd_configs").filter((sd) => text(sd, "role") === "pod");

/** Ports of pods that a job scrapes. */
export function jobTargets(job: Json, cluster: Cluster): readonly Target[] {
  return discoveries(job).flatMap((sd) => {
    const namespaces = texts(sd, "namespaces.names");
    const pods = cluster.pods.filter((pod) => namespaces.length === 0 || namespaces.includes(pod.namespace));
    return pods.flatMap((pod) =>
      pod.ports.filter((port) => keeps(job, labelsOf(pod, port))).map(({ port }) => ({ pod, port })),
    );
  });
}

/** What service discovery says of a pod's port; `__meta_kubernetes_` left out. */
function labelsOf(pod: Pod, port: Pod["ports"][number]): Record<string, string> {
  const clean = (label: string) => label.replace(/[^a-zA-Z0-9_]/g, "_");
  return {
    namespace: pod.namespace,
    pod_name: pod.name,
    pod_phase: "Running",
    pod_container_port_name: port.name,
    pod_container_port_number: String(port.port),
    pod_container_port_protocol: port.protocol,
    ...Object.fromEntries(
      Object.entries(pod.labels).map(([key, value]) => [`pod_label_${clean(key)}`, value]),
    ),
  };
}

/** Whether the `keep` and `drop` rules that ask what discovery knows let a target through. */
function keeps(job: Json, labels: Readonly<Record<string, string>>): boolean {
  return at(job, "relabel_configs").every((rule) => {
    const action = text(rule, "action").toLowerCase();
    const sources = texts(rule, "source_labels");
    if (action !== "keep" && action !== "drop") return true;
    if (
      !sources.every((source) =>
        /^__meta_kubernetes_(namespace|pod_(name|phase|label_\w+|container_port_\w+))$/.test(source),
      )
    )
      return true;
    const value = sources
      .map((source) => labels[source.replace("__meta_kubernetes_", "")] ?? "")
      .join(text(rule, "separator") || ";");
    const matches = safely(text(rule, "regex") || "(.*)", value);
    return action === "keep" ? matches : !matches;
  });
}

function safely(pattern: string, value: string): boolean {
  try {
    return new RegExp(`^(?:${pattern})$`).test(value);
  } catch {
    return true; // a pattern that is none is found elsewhere
  }
}

function monitorWays(monitor: KubeObject, cluster: Cluster): Ways {
  const namespaces = texts(monitor.body, "spec.namespaceSelector.matchNames");
  const isAny = at(monitor.body, "spec.namespaceSelector.any")[0] === true;
  const inScope = (namespace: string) =>
    isAny || (namespaces.length > 0 ? namespaces : [monitor.namespace]).includes(namespace);
  const wanted = Object.entries(
    (at(monitor.body, "spec.selector.matchLabels")[0] ?? {}) as Record<string, string>,
  );
  const has = (labels: Readonly<Record<string, string>>) =>
    wanted.every(([key, value]) => labels[key] === value);
  const services = ofKind(cluster, "Service").filter(({ namespace }) => inScope(namespace));
  const carriers =
    monitor.kind === "PodMonitor"
      ? cluster.pods.filter((pod) => inScope(pod.namespace) && has(pod.labels))
      : services.filter(({ body, outline }) => outline || has(labelsIn(at(body, "metadata.labels")[0])));
  const known = ![...cluster.opaque].some(inScope);
  if (carriers.length > 0 || !known) return { needed: [], broken: [] };
  return { needed: [], broken: [{ of: monitor, says: "spec.selector matches nothing", source: SD }] };
}
