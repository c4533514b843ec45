import { NAMESPACES } from "../../config/namespaces";
import type { Place } from "../../config/place";
import type { ClusterTraits } from "../../config/traits";
import { ENVOY_METRICS_PORT, GATEWAY } from "../gateway/gateway";

/**
 * A job of Prometheus, as its own configuration has it
 * (https://prometheus.io/docs/prometheus/latest/configuration/configuration/#scrape_config). What tests load into a real
 * Prometheus is therefore what is deployed.
 */
export interface ScrapeJob {
  readonly job_name: string;
  readonly scheme: "http" | "https";
  readonly metrics_path: string;
  /** Whether a series keeps its own labels where the job would attach others of the same name. */
  readonly honor_labels?: boolean;
  readonly tls_config?: { readonly ca_file?: string; readonly server_name: string };
  readonly kubernetes_sd_configs: readonly {
    readonly role: "pod";
    readonly namespaces: { readonly names: readonly string[] };
  }[];
  readonly relabel_configs: readonly Relabeling[];
  readonly metric_relabel_configs?: readonly Relabeling[];
}

interface Relabeling {
  readonly action?: "keep" | "drop" | "replace";
  readonly source_labels?: readonly string[];
  readonly separator?: string;
  readonly regex?: string;
  readonly target_label?: string;
  readonly replacement?: string;
}

/** Where the ConfigMap with the platform's CA is mounted. */
export const CA_CONFIG_MAP = "platform-ca";
const CA_FILE = `/etc/prometheus/configmaps/${CA_CONFIG_MAP}/ca.crt`;

/** A service of a workload that has metrics. */
export interface ServiceTarget {
  /** Name of the job. */
  readonly job: string;
  readonly namespace: string;
  /** Values of the pods' label `app.kubernetes.io/name`. */
  readonly pods: readonly string[];
  readonly protocol: "http" | "https";
  readonly port: number;
  readonly path: string;
  /** The name that the pods' certificate proves. */
  readonly serverName: string;
  /** Whether the platform's CA signed it; otherwise a public one that the system knows. */
  readonly platformCa: boolean;
}

/** The pods of a service, over HTTPS with their certificate verified as the load balancer does. */
export const serviceJob = (target: ServiceTarget, place: Place): ScrapeJob => ({
  job_name: target.job,
  scheme: target.protocol,
  metrics_path: target.path,
  ...(target.protocol === "https"
    ? {
        tls_config: {
          ...(target.platformCa ? { ca_file: CA_FILE } : {}),
          server_name: target.serverName,
        },
      }
    : {}),
  ...pods({
    namespace: target.namespace,
    name: target.pods.join("|"),
    port: ["__meta_kubernetes_pod_container_port_number", String(target.port)],
    place,
  }),
});

/** The port that Traefik's chart gives its metrics, on the regions' own and on the load balancer. */
const TRAEFIK_PORT = ["__meta_kubernetes_pod_container_port_name", "metrics"] as const;

/** The ingress of a cluster: its Traefik, the cluster's own or ours, or the Envoys of a Gateway. A load balancer of a cloud's is not asked. */
export const ingressJobs = (place: Place, ingress: ClusterTraits["ingress"]): readonly ScrapeJob[] =>
  INGRESS_JOBS[ingress].map((job) => job(place));

const traefikIn =
  (namespace: string) =>
  (place: Place): ScrapeJob => ({
    job_name: "traefik",
    scheme: "http",
    metrics_path: "/metrics",
    ...pods({ namespace, name: "traefik", port: TRAEFIK_PORT, place }),
  });

const INGRESS_JOBS: Readonly<Record<ClusterTraits["ingress"], readonly ((place: Place) => ScrapeJob)[]>> = {
  traefik: [traefikIn("kube-system")],
  "traefik-chart": [traefikIn(NAMESPACES.traefik)],
  gce: [],
  none: [],
  gateway: [
    (place) => ({
      job_name: "envoy",
      scheme: "http",
      metrics_path: "/stats/prometheus",
      ...pods({
        namespace: GATEWAY.namespace,
        name: GATEWAY.name,
        // Contour's own pods have the name too, but not the port.
        port: ["__meta_kubernetes_pod_container_port_number", String(ENVOY_METRICS_PORT)],
        place,
      }),
    }),
  ],
};

/** Flagger, whose series name the namespace of the canary that they are about. */
export const flaggerJob = (place: Place): ScrapeJob => ({
  job_name: "flagger",
  scheme: "http",
  metrics_path: "/metrics",
  honor_labels: true,
  ...pods({
    namespace: NAMESPACES.flagger,
    name: "flagger",
    port: ["__meta_kubernetes_pod_container_port_number", "8080"],
    place,
  }),
});

/** What reads logs, and what keeps them: only what rules ask for. */
export const alloyJob = (place: Place): ScrapeJob =>
  logsJob("alloy", ["loki_write_dropped_entries_total", "loki_write_sent_entries_total"], place);
export const lokiJob = (place: Place): ScrapeJob =>
  logsJob("loki", ["loki_distributor_lines_received_total"], place);

const logsJob = (name: "alloy" | "loki", kept: readonly string[], place: Place): ScrapeJob => ({
  job_name: name,
  scheme: "http",
  metrics_path: "/metrics",
  ...pods({
    namespace: NAMESPACES.monitoring,
    name,
    port: ["__meta_kubernetes_pod_container_port_name", "http-metrics"],
    place,
  }),
  metric_relabel_configs: [keep("__name__", kept.join("|"))],
});

/** A region as the load balancer's services name it. */
export interface BackendRegion {
  readonly name: string;
  readonly clusters: readonly string[];
}

/**
 * The load balancer. Its services are called after clusters and regions; every series about one gets the label
 * `backend_region`, since `region` is where the balancer itself stands.
 */
export const loadBalancerJob = (regions: readonly BackendRegion[], place: Place): ScrapeJob => ({
  job_name: "load-balancer",
  scheme: "http",
  metrics_path: "/metrics",
  ...pods({ namespace: NAMESPACES.traefik, name: "traefik", port: TRAEFIK_PORT, place }),
  metric_relabel_configs: regions.map(({ name, clusters }) => ({
    source_labels: ["service"],
    regex: `(?:${[...clusters, `(?:first|from|region):${name}`].join("|")})@file`,
    target_label: "backend_region",
    replacement: name,
  })),
});

interface PodsProps {
  readonly namespace: string;
  /** A regular expression. */
  readonly name: string;
  readonly port: readonly [label: string, value: string];
  readonly place: Place;
}

/** Pods by their label `app.kubernetes.io/name`, each at one of its declared ports. */
const pods = ({ namespace, name, port, place }: PodsProps) => ({
  kubernetes_sd_configs: [{ role: "pod" as const, namespaces: { names: [namespace] } }],
  relabel_configs: [
    keep("__meta_kubernetes_pod_label_app_kubernetes_io_name", name),
    keep(...port),
    { action: "drop" as const, source_labels: ["__meta_kubernetes_pod_phase"], regex: "Succeeded|Failed" },
    { source_labels: ["__meta_kubernetes_namespace"], target_label: "namespace" },
    { source_labels: ["__meta_kubernetes_pod_name"], target_label: "pod" },
    ...Object.entries(place).map(([label, value]) => ({ target_label: label, replacement: value })),
  ],
});

const keep = (label: string, value: string): Relabeling => ({
  action: "keep",
  source_labels: [label],
  regex: value,
});
