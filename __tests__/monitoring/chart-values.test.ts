import { type ChartValuesProps, chartValues } from "../../constructs/monitoring/chart-values";
import { serviceJob } from "../../constructs/monitoring/scrape";

const place = { environment: "test", region: "eu", cluster: "eu" };

const queue = {
  maximumShards: 4,
  capacity: 10_000,
  maximumSamplesPerSend: 2000,
  batchSendDeadlineSeconds: 5,
  maximumBackoffSeconds: 30,
};

/** As much as the tests look at. */
interface Values {
  readonly prometheus: { readonly prometheusSpec: Record<string, unknown> };
  readonly alertmanager: Record<string, unknown>;
  readonly grafana: Record<string, unknown>;
  readonly [key: string]: unknown;
}

const values = (changes: Partial<ChartValuesProps> = {}): Values =>
  chartValues({
    scale: "api",
    place,
    jobs: [],
    retention: "7d",
    storage: "8Gi",
    intervalSeconds: 30,
    alerts: { kind: "none" },
    platformCa: true,
    ...changes,
  }) as Values;

describe("on K3s", () => {
  it.each(["kubeControllerManager", "kubeScheduler", "kubeProxy", "kubeEtcd"])(
    "%s is not scraped: there is no such target",
    (part) => expect(values()[part]).toEqual({ enabled: false }),
  );

  it("the kubelet's certificate is verified, and what it repeats of the API server is dropped", () => {
    expect(values()["kubelet"]).toMatchObject({
      serviceMonitor: {
        insecureSkipVerify: false,
        metricRelabelings: [
          {
            action: "keep",
            sourceLabels: ["__name__"],
            regex: "kubelet_volume_stats_available_bytes|kubelet_volume_stats_capacity_bytes",
          },
        ],
      },
    });
  });

  it("nothing anywhere is scraped without verification", () => {
    expect(JSON.stringify(values())).not.toMatch(/insecure_?skip_?verify":true/i);
  });
});

describe("Prometheus", () => {
  it("keeps samples as long as configured, and at most four fifths of the volume", () => {
    expect(
      values({ retention: "30d", storage: "20Gi", storageClass: "fast" }).prometheus.prometheusSpec,
    ).toMatchObject({
      retention: "30d",
      retentionSize: "16384MiB",
      storageSpec: {
        volumeClaimTemplate: {
          spec: { storageClassName: "fast", resources: { requests: { storage: "20Gi" } } },
        },
      },
    });
  });

  it("names the place in whatever leaves the cluster, and nothing else", () => {
    expect(values().prometheus.prometheusSpec).toMatchObject({
      externalLabels: place,
      replicaExternalLabelNameClear: true,
      prometheusExternalLabelNameClear: true,
    });
  });

  it("sends nothing away by default", () => {
    expect(values().prometheus.prometheusSpec).not.toHaveProperty("remoteWrite");
  });

  it("writes to a hosted Prometheus with the name and token of a Secret", () => {
    const remoteWrite = {
      url: "https://prometheus.example.com/api/prom/push",
      authentication: { kind: "basic", username: "123456" },
      queue,
    } as const;
    expect(values({ remoteWrite }).prometheus.prometheusSpec["remoteWrite"]).toEqual([
      {
        url: "https://prometheus.example.com/api/prom/push",
        basicAuth: {
          username: { name: "remote-write", key: "username" },
          password: { name: "remote-write", key: "token" },
        },
        queueConfig: {
          minShards: 1,
          maxShards: 4,
          capacity: 10_000,
          maxSamplesPerSend: 2000,
          batchSendDeadline: "5s",
          maxBackoff: "30s",
        },
      },
    ]);
  });

  it("writes to a hub with a bearer token of a Secret", () => {
    const remoteWrite = {
      url: "https://hub.example.com/api/v1/write",
      authentication: { kind: "bearer" },
      queue,
    } as const;
    expect(values({ remoteWrite }).prometheus.prometheusSpec["remoteWrite"]).toEqual([
      expect.objectContaining({
        authorization: { type: "Bearer", credentials: { name: "remote-write", key: "token" } },
      }),
    ]);
  });
});

describe("a job of a service", () => {
  const target = {
    job: "api",
    namespace: "api",
    pods: ["api"],
    protocol: "https",
    port: 9443,
    path: "/metrics",
    serverName: "api.eu",
  } as const;

  it("verifies the name and the platform's CA", () => {
    expect(serviceJob({ ...target, platformCa: true }, place)).toMatchObject({
      scheme: "https",
      tls_config: { ca_file: "/etc/prometheus/configmaps/platform-ca/ca.crt", server_name: "api.eu" },
    });
    expect(values({ platformCa: true }).prometheus.prometheusSpec["configMaps"]).toEqual(["platform-ca"]);
  });

  it("verifies the name and the system's CAs where the certificate is public", () => {
    expect(serviceJob({ ...target, platformCa: false }, place).tls_config).toEqual({ server_name: "api.eu" });
    expect(values({ platformCa: false }).prometheus.prometheusSpec).not.toHaveProperty("configMaps");
  });

  it("has no TLS where the service has none", () => {
    expect(serviceJob({ ...target, protocol: "http", platformCa: true }, place)).not.toHaveProperty(
      "tls_config",
    );
  });
});

describe("Grafana", () => {
  it("has its administrator from a Secret, no sign-up and no anonymous access", () => {
    expect(values().grafana).toMatchObject({
      admin: { existingSecret: "grafana-admin", userKey: "user", passwordKey: "password" },
      "grafana.ini": { "auth.anonymous": { enabled: false }, users: { allow_sign_up: false } },
    });
    expect(JSON.stringify(values().grafana)).not.toMatch(/adminPassword/);
  });

  it("has no route from outside", () => {
    expect(values().grafana).not.toHaveProperty("ingress");
    expect(values().grafana).not.toHaveProperty("service");
  });
});

describe("Alertmanager", () => {
  it("tells nobody by default", () => {
    expect(values().alertmanager["config"]).toEqual({
      route: {
        receiver: "nobody",
        group_by: ["alertname", "environment", "cluster"],
        group_wait: "30s",
        group_interval: "5m",
        routes: [],
      },
      inhibit_rules: [],
      receivers: [{ name: "nobody" }],
    });
  });

  it.each([
    ["warning", 'severity=~"warning|critical"'],
    ["critical", 'severity=~"critical"'],
  ] as const)("posts alerts from %s on to the URL in a mounted Secret", (minimumSeverity, matcher) => {
    const { config, alertmanagerSpec } = values({
      alerts: { kind: "webhook", minimumSeverity, repeatMinutes: 60 },
    }).alertmanager as Record<string, Record<string, unknown>>;
    expect(config).toMatchObject({
      route: { repeat_interval: "60m", routes: [{ receiver: "webhook", matchers: [matcher] }] },
      receivers: [
        { name: "nobody" },
        {
          name: "webhook",
          webhook_configs: [{ url_file: "/etc/alertmanager/secrets/alert-webhook/url", send_resolved: true }],
        },
      ],
    });
    expect(alertmanagerSpec).toMatchObject({ secrets: ["alert-webhook"] });
  });
});

it("the dead man's switch has its URL from a mounted Secret, and hears of no resolution", () => {
  const { config, alertmanagerSpec } = values({
    alerts: { kind: "webhook", minimumSeverity: "warning", repeatMinutes: 60 },
    deadMansSwitch: { everyMinutes: 1 },
  }).alertmanager as Record<string, Record<string, unknown>>;
  expect(config?.["receivers"]).toContainEqual({
    name: "watchdog",
    webhook_configs: [{ url_file: "/etc/alertmanager/secrets/watchdog/url", send_resolved: false }],
  });
  expect(alertmanagerSpec).toMatchObject({ secrets: ["watchdog", "alert-webhook"] });
});

describe("the load balancer's small node", () => {
  const edge = (changes: Partial<ChartValuesProps> = {}) => values({ scale: "edge", ...changes });

  it("has Prometheus and nothing else", () => {
    for (const part of ["grafana", "alertmanager", "kubeStateMetrics", "nodeExporter"]) {
      expect(edge()[part]).toEqual({ enabled: false });
    }
  });

  it("has an Alertmanager where somebody listens: only this cluster can tell that a region is down", () => {
    const alerts = { kind: "webhook", minimumSeverity: "warning", repeatMinutes: 60 } as const;
    expect(edge({ alerts }).alertmanager).toHaveProperty("config.receivers.1.name", "webhook");
    expect(edge({ deadMansSwitch: { everyMinutes: 1 } }).alertmanager).toHaveProperty(
      "config.receivers.1.name",
      "watchdog",
    );
  });
});
