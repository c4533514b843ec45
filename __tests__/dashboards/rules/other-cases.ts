import { type Case, HUB, PLACE, series } from "./promtool";

const DAY = 86_400; // promtool's clock begins at zero

const labels = (more: Record<string, string>) => ({ ...PLACE, ...more });

/** Every job of the rules has a target, but the one that is asked about. */
const otherTargets = Object.fromEntries(
  ["node-exporter", "envoy", "flagger", "alloy", "loki", "other"].map((job) => [
    series("up", { job }),
    "1x10",
  ]),
);

/** A certificate that ends so many days after the beginning, looked at two hours later. */
const certificate = (
  cluster: Case["cluster"],
  name: string,
  days: number,
  own: Record<string, string>,
  reported: Record<string, string>,
  severities: readonly string[],
): Case => ({
  cluster,
  alert: "CertificateExpiring",
  when: `the certificate of ${reported["certificate"]} ends in ${days} days`,
  given: { [series(name, own)]: `${days * DAY}x150` },
  at: "2h",
  fires: severities.map((severity) => labels({ ...reported, severity })),
});

const api = { job: "api" };
const apiReported = { ...api, certificate: "api" };
const edge = { job: "load-balancer", cn: "api.lb", sans: "api.lb", serial: "1" };
const edgeReported = { cn: "api.lb", certificate: "edge" };

const certificates: readonly Case[] = [
  certificate("api", "tls_certificate_not_after_seconds", 30, api, apiReported, []),
  certificate("api", "tls_certificate_not_after_seconds", 20, api, apiReported, ["warning"]),
  certificate("api", "tls_certificate_not_after_seconds", 2, api, apiReported, ["warning", "critical"]),
  certificate("edge", "traefik_tls_certs_not_after", 30, edge, edgeReported, []),
  certificate("edge", "traefik_tls_certs_not_after", 20, edge, edgeReported, ["warning"]),
  certificate("edge", "traefik_tls_certs_not_after", 2, edge, edgeReported, ["warning", "critical"]),
  ...(
    [
      [30, []],
      [20, ["warning"]],
      [0, ["warning", "critical"]],
    ] as const
  ).map(
    ([days, severities]): Case => ({
      cluster: "api",
      alert: "CertificateExpiring",
      when: `the first certificate of the gateway ends in ${days} days`,
      given: {
        [series("envoy_server_days_until_first_cert_expiring", {
          job: "envoy",
          pod: "envoy-1",
        })]: `${days}x150`,
        [series("envoy_server_days_until_first_cert_expiring", { job: "envoy", pod: "envoy-2" })]: "300x150",
      },
      at: "2h",
      fires: severities.map((severity) => labels({ certificate: "gateway", severity })),
    }),
  ),
  {
    cluster: "api",
    alert: "CertificateExpiring",
    when: "the gateway has none, of which Envoy says the largest number that it knows",
    given: {
      [series("envoy_server_days_until_first_cert_expiring", { job: "envoy" })]: `${2 ** 32 - 1}x150`,
    },
    at: "2h",
    fires: [],
  },
  ...(["api", "edge"] as const).flatMap((cluster) =>
    (cluster === "api" ? ["2.592e+06", "2592000.0"] : ["2.592e+06"]).flatMap((le) => {
      const name = series("apiserver_client_certificate_expiration_seconds_bucket", { job: "apiserver", le });
      const alert = "CertificateExpiring";
      return [
        {
          cluster,
          alert,
          when: `requests come with a certificate of less than 30 days (le="${le}")`,
          given: { [name]: "3+1x60" },
          at: "30m",
          fires: [labels({ severity: "warning", certificate: "cluster-admin" })],
        },
        {
          cluster,
          alert,
          when: `none came since (le="${le}")`,
          given: { [name]: "3x60" },
          at: "30m",
          fires: [],
        },
      ];
    }),
  ),
];

const targets: readonly Case[] = (["api", "edge"] as const).flatMap((cluster) => {
  const job = cluster === "api" ? "api" : "load-balancer";
  const target = { job, instance: "10.42.0.7:9443" };
  return [
    {
      cluster,
      alert: "ScrapeTargetDown",
      when: "a target does not answer for six minutes",
      given: { [series("up", target)]: "1 0x10" },
      at: "7m",
      fires: [labels({ ...target, severity: "warning" })],
    },
    {
      cluster,
      alert: "ScrapeTargetDown",
      when: "it misses three scrapes",
      given: { [series("up", target)]: "1 0x2 1x10" },
      at: "7m",
      fires: [],
    },
    {
      cluster,
      alert: "ScrapeTargetMissing",
      when: "nothing of the job was found for six minutes",
      given: otherTargets,
      at: "6m",
      fires: [{ job, severity: "critical" }],
    },
    {
      cluster,
      alert: "ScrapeTargetMissing",
      when: "there is one, even if it is down",
      given: { ...otherTargets, [series("up", target)]: "0x10" },
      at: "6m",
      fires: [],
    },
  ];
});

const GIB = 2 ** 30;

interface VolumeSeries {
  readonly clusters: readonly Case["cluster"][];
  readonly kind: string;
  readonly free: string;
  readonly size: string;
  readonly labels: Record<string, string>;
  /** Whether the source tells what is used instead of what is free. */
  readonly tellsUsage?: boolean;
}

const volumes: readonly Case[] = (
  [
    {
      clusters: ["api", "edge"],
      kind: "volume",
      free: "kubelet_volume_stats_available_bytes",
      size: "kubelet_volume_stats_capacity_bytes",
      labels: { namespace: "monitoring", persistentvolumeclaim: "prometheus" },
    },
    {
      clusters: ["api"],
      kind: "disk",
      free: "node_filesystem_avail_bytes",
      size: "node_filesystem_size_bytes",
      labels: { mountpoint: "/", fstype: "ext4" },
    },
    {
      clusters: ["edge"],
      kind: "disk",
      free: "container_fs_usage_bytes",
      size: "container_fs_limit_bytes",
      labels: { id: "/", device: "/dev/sda1" },
      tellsUsage: true,
    },
  ] satisfies readonly VolumeSeries[]
).flatMap(({ clusters, kind, free, size, labels: own, tellsUsage = false }: VolumeSeries) =>
  clusters.flatMap((cluster) => {
    /** @param gone - GiB that are lost in ten minutes */
    const one = (when: string, freeGib: number, gone: number, severities: readonly string[]): Case => ({
      cluster,
      alert: "VolumeFilling",
      when: `a ${kind} ${when}`,
      given: {
        [series(free, own)]: tellsUsage
          ? `${(10 - freeGib) * GIB}+${gone * GIB}x60`
          : `${freeGib * GIB}-${gone * GIB}x60`,
        [series(size, own)]: `${10 * GIB}x60`,
      },
      interval: "10m",
      at: "8h",
      fires: severities.map((severity) => labels({ ...own, severity, kind })),
    });
    return [
      one("with 12 % free loses 0.1 % a minute", 6, 0.1, ["warning"]),
      one("with 18 % free stays as it is", 1.8, 0, []),
      one("with 50 % free loses 0.1 % a minute", 9.8, 0.1, []),
      one("with 4 % free stays as it is", 0.4, 0, ["critical"]),
    ];
  }),
);

const container = { namespace: "api", pod: "api-1", container: "api" };
const process = { job: "load-balancer", instance: "10.42.0.7:9100" };

const restarts: readonly Case[] = [
  {
    cluster: "api",
    alert: "PodRestarting",
    when: "a container restarts every five minutes",
    given: {
      [series("kube_pod_container_status_restarts_total", container)]: "0x4 1x4 2x4 3x4 4x4 5x4 6x4 7x4 8x4",
    },
    at: "40m",
    fires: [labels({ ...container, severity: "warning" })],
  },
  {
    cluster: "api",
    alert: "PodRestarting",
    when: "a container restarted once",
    given: { [series("kube_pod_container_status_restarts_total", container)]: "0x20 1x30" },
    at: "40m",
    fires: [],
  },
  {
    cluster: "edge",
    alert: "ProcessRestarting",
    when: "a process begins anew every five minutes",
    given: {
      [series("process_start_time_seconds", process)]: "0x4 300x4 600x4 900x4 1200x4 1500x4 1800x4 2100x4",
    },
    at: "35m",
    fires: [labels({ ...process, severity: "warning" })],
  },
  {
    cluster: "edge",
    alert: "ProcessRestarting",
    when: "a process began anew once",
    given: { [series("process_start_time_seconds", process)]: "0x20 1200x30" },
    at: "40m",
    fires: [],
  },
];

const url = "https://prometheus.example.com/api/v1/write";

const remoteWrite: readonly Case[] = (["api", "edge"] as const).flatMap((cluster) => {
  const failed = series("prometheus_remote_storage_samples_failed_total", { url });
  const sent = series("prometheus_remote_storage_queue_highest_sent_timestamp_seconds", { url });
  const one = (when: string, given: Record<string, string>, reasons: readonly string[]): Case => ({
    cluster,
    alert: "RemoteWriteFailing",
    when,
    given,
    at: "30m",
    fires: reasons.map((reason) => labels({ url, severity: "warning", reason })),
  });
  return [
    one("the remote end refuses samples", { [failed]: "0+100x40", [sent]: "0+60x40" }, ["refused"]),
    one("nothing arrives since 20 minutes", { [failed]: "0x40", [sent]: "0+60x10 600x30" }, ["behind"]),
    one("everything arrives", { [failed]: "0x40", [sent]: "0+60x40" }, []),
  ];
});

const backend = { service: "eu@file", url: "https://192.0.2.10" };
const up = (labelsOfSeries: Record<string, string>) =>
  series("traefik_service_server_up", { job: "load-balancer", backend_region: "eu", ...labelsOfSeries });
const second = { service: "eu-2@file", url: "https://192.0.2.11" };

const balancer: readonly Case[] = [
  {
    cluster: "edge",
    alert: "LoadBalancerBackendDown",
    when: "a backend fails for two minutes",
    given: { [up(backend)]: "1x3 0x10" },
    at: "6m",
    fires: [labels({ ...backend, severity: "warning" })],
  },
  {
    cluster: "edge",
    alert: "LoadBalancerBackendDown",
    when: "a backend failed one check",
    given: { [up(backend)]: "1x3 0 1x10" },
    at: "6m",
    fires: [],
  },
  {
    cluster: "edge",
    alert: "RegionDown",
    when: "every cluster of a region fails",
    given: { [up(backend)]: "1x3 0x10", [up(second)]: "1x4 0x10" },
    at: "9m",
    fires: [labels({ backend_region: "eu", severity: "critical" })],
  },
  {
    cluster: "edge",
    alert: "RegionDown",
    when: "another cluster of the region still serves",
    given: { [up(backend)]: "1x3 0x10", [up(second)]: "1x13" },
    at: "9m",
    fires: [],
  },
];

const canary = { namespace: "api", name: "api" };
const phases = (when: string, values: string, fires: Case["fires"]): Case => ({
  cluster: "api",
  alert: "CanaryFailed",
  when,
  given: { [series("flagger_canary_status", { job: "flagger", ...canary })]: values },
  at: "15m",
  fires,
});
const taken = labels({ ...canary, severity: "warning" });

const canaries: readonly Case[] = [
  phases("a trial ended with a version that was taken back", "1x3 0x4 2x10", [taken]),
  phases("Flagger itself was replaced since, which tells the end of the last trial again", "2x3 _x3 2x10", [
    taken,
  ]),
  phases("a trial goes on after one that failed", "2x5 0x12", []),
  phases("every trial succeeded", "1x3 0x5 1x10", []),
];

const silence = (when: string, given: Case["given"], fires: Case["fires"]): Case => ({
  cluster: "hub",
  alert: "ClusterSilent",
  when,
  given,
  at: "12m",
  fires,
});
const ownUp = `up{${Object.entries({ ...HUB, job: "traefik" })
  .map(([label, value]) => `${label}="${value}"`)
  .join(",")}}`;
const apiUp = series("up", { job: "api" });

const hub: readonly Case[] = [
  silence("a cluster writes no more", { [ownUp]: "1x20", [apiUp]: "1x5" }, [
    labels({ severity: "critical" }),
  ]),
  silence("it writes that its targets are down", { [ownUp]: "1x20", [apiUp]: "1x5 0x20" }, []),
  silence("it was cut off for three minutes", { [ownUp]: "1x20", [apiUp]: "1x5 _x3 1x20" }, []),
  {
    cluster: "hub",
    alert: "ScrapeTargetMissing",
    when: "a job of one of the clusters has no target",
    given: { [ownUp]: "1x20", [series("up", { job: "load-balancer" })]: "1x20" },
    at: "12m",
    fires: [labels({ job: "api", severity: "critical" })],
  },
  {
    cluster: "hub",
    alert: "ScrapeTargetMissing",
    when: "every job of every cluster has one",
    given: { [ownUp]: "1x20", [apiUp]: "1x20", [series("up", { job: "load-balancer" })]: "1x20" },
    at: "12m",
    fires: [],
  },
];

const watchdog: Case = {
  cluster: "hub",
  alert: "Watchdog",
  when: "there is no series at all",
  given: {},
  at: "1m",
  fires: [{ severity: "none" }],
};

const ingestion = (side: "alloy" | "loki", metric: string): readonly Case[] => {
  const one = (when: string, values: string, fires: Case["fires"]): Case => ({
    cluster: "api",
    alert: "LogIngestionStopped",
    when,
    given: { [series(metric, { job: side, pod: "one" })]: values },
    at: "40m",
    fires,
  });
  return [
    one(`no line passes ${side}`, "0+5x10 50x40", [labels({ severity: "warning", side })]),
    one(`a line a minute passes ${side}`, "0+1x50", []),
    one(`none passes ${side} for ten minutes`, "0+5x20 100x10 100+5x20", []),
  ];
};
const lost = (when: string, values: string, fires: Case["fires"]): Case => ({
  cluster: "api",
  alert: "LogLinesDropped",
  when,
  given: { [series("loki_write_dropped_entries_total", { job: "alloy", reason: "rate_limited" })]: values },
  at: "40m",
  fires,
});

const logs: readonly Case[] = [
  ...ingestion("alloy", "loki_write_sent_entries_total"),
  ...ingestion("loki", "loki_distributor_lines_received_total"),
  lost("lines are refused for half an hour", "0+10x50", [
    labels({ reason: "rate_limited", severity: "warning" }),
  ]),
  lost("some lines were refused once", "0x20 30x30", []),
];

export const otherCases: readonly Case[] = [
  ...hub,
  watchdog,
  ...logs,
  ...canaries,
  ...certificates,
  ...targets,
  ...volumes,
  ...restarts,
  ...remoteWrite,
  ...balancer,
];
