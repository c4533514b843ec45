import { execFileSync, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse, parseAllDocuments, stringify } from "yaml";
import type { Environment, EnvironmentInput } from "../../config/schema/environment";
import type { KubernetesObject } from "../../constructs/kubernetes/object";
import type { ScrapeJob } from "../../constructs/monitoring/scrape";
import { dashboardFile, dashboards } from "../../dashboards/sources";
import { delivered, firstService } from "../support/delivery";
import { objectsOf as objectsOfAll } from "../support/helm";
import { schemaProblems } from "../support/kubernetes-models";
import { environment, resourcesOf, synthesizeToMemory, type Workspace } from "../support/synth";

const synth = (config: Environment) => synthesizeToMemory([config]);

const local = (change?: (input: EnvironmentInput) => void) => synth(environment("local", change));

const SHIPPED = { local: local(), azure: synth(environment("azure")) };
/** With another program's image. */
const CONNECTED = local((input) => {
  input.workloads = input.workloads.map((workload) => ({
    ...workload,
    services: workload.services.map((service) => ({ ...service, image: "ghcr.io/example/movies:1" })),
  }));
  input.monitoring = {
    remoteWrite: {
      url: "https://prometheus.example.com/api/prom/push",
      authentication: { kind: "basic", username: "123456" },
    },
    alerts: { kind: "webhook" },
    deadMansSwitch: {},
  };
});

/** What Helm gets of a release: protection from interpolation undone; what only an apply knows stays an expression. */
function valuesOf(workspace: Workspace | undefined, name: string): string {
  const release = resourcesOf(workspace, "helm_release").find((one) => one["name"] === name);
  return ((release?.["values"] as string[] | undefined)?.[0] ?? "").replace(/([$%])\1\{/g, "$1{");
}

const objectsOf = (workspace: Workspace | undefined, release: string): readonly KubernetesObject[] =>
  parseAllDocuments(parse(valuesOf(workspace, release)).manifests).map(
    (document) => document.toJS() as KubernetesObject,
  );

const secretsOf = (workspace: Workspace | undefined): Readonly<Record<string, Record<string, string>>> =>
  Object.fromEntries(
    resourcesOf(workspace, "kubernetes_secret_v1").map(({ metadata, data, data_wo: fromVariables }) => [
      (metadata as { name: string }).name,
      (data ?? fromVariables) as Record<string, string>,
    ]),
  );

describe.each(["local", "azure"] as const)("monitoring of %s", (name) => {
  const { workspaces, dependencies } = SHIPPED[name];

  it("is a workspace for every cluster, and nobody reads it", () => {
    const ours = Object.keys(workspaces).filter((id) => id.startsWith(`${name}-monitoring-`));
    expect(ours.sort()).toEqual(["eu", "lb", "us"].map((cluster) => `${name}-monitoring-${cluster}`));
    expect(
      Object.values(dependencies)
        .flat()
        .filter((id) => ours.includes(id)),
    ).toEqual([]);
    for (const id of ours) expect(workspaces[id]?.output ?? {}).toEqual({});
  });

  it("pins the chart", () => {
    const [release] = resourcesOf(workspaces[`${name}-monitoring-eu`], "helm_release").filter(
      ({ chart }) => chart === "kube-prometheus-stack",
    );
    expect(release).toMatchObject({
      repository: "oci://ghcr.io/prometheus-community/charts",
      version: "88.5.3",
      atomic: true,
      max_history: 5,
    });
  });

  it.each(["eu", "lb"])("has rules and objects in %s that their kinds' schemas accept", (cluster) => {
    const workspace = workspaces[`${name}-monitoring-${cluster}`];
    const releases = resourcesOf(workspace, "helm_release")
      .map((release) => String(release["name"]))
      .filter((release) => release !== "monitoring");
    const objects = releases.flatMap((release) => objectsOf(workspace, release));
    expect(objects.map(({ kind }) => kind)).toContain("PrometheusRule");
    expect(schemaProblems(objects)).toEqual([]);
  });

  it("tells the clusters apart", () => {
    for (const [cluster, region] of [
      ["eu", "eu"],
      ["us", "us"],
      ["lb", "eu"],
    ] as const) {
      const values = parse(valuesOf(workspaces[`${name}-monitoring-${cluster}`], "monitoring"));
      expect(values.prometheus.prometheusSpec.externalLabels).toEqual({ environment: name, region, cluster });
    }
  });
});

describe("a cluster that serves users", () => {
  const workspace = SHIPPED.local.workspaces["local-monitoring-eu"];

  it("reads the platform's CA, for verified scrapes, and nothing else", () => {
    expect(SHIPPED.local.dependencies["local-monitoring-eu"]).toEqual(["local-pki"]);
    const [configMap] = resourcesOf(workspace, "kubernetes_config_map_v1");
    expect(configMap).toMatchObject({
      metadata: { name: "platform-ca" },
      data: { "ca.crt": expect.stringContaining("terraform_remote_state") },
    });
  });

  it("ships every dashboard as it is in the repository, in a release of their own", () => {
    const [configMap] = objectsOf(workspace, "monitoring-dashboards");
    const { data } = configMap as unknown as { data: Record<string, string> };
    expect(Object.fromEntries(Object.entries(data).map(([file, text]) => [file, JSON.parse(text)]))).toEqual(
      Object.fromEntries(
        Object.entries(dashboards)
          .filter(([file]) => file !== "movies" && file !== "logs") // which are for others
          .map(([file, dashboard]) => [`${file}.json`, JSON.parse(dashboardFile(dashboard))]),
      ),
    );
  });

  it("ships the movies' dashboard where they run", () => {
    const [configMap] = objectsOf(CONNECTED.workspaces["local-monitoring-eu"], "monitoring-dashboards");
    const { data } = configMap as unknown as { data: Record<string, string> };
    expect(Object.keys(data).sort()).toEqual(
      Object.keys(dashboards)
        .filter((file) => file !== "logs")
        .map((file) => `${file}.json`)
        .sort(),
    );
  });

  it("shows a change of a dashboard in a plan as a few lines", () => {
    const lines = valuesOf(workspace, "monitoring-dashboards").split("\n");
    expect(lines.length).toBeLessThan(150);
    expect(lines.filter((line) => line.includes('"title":"Error ratio"'))).toHaveLength(1);
  });

  it("stays below what a release may hold", () => {
    // Helm keeps a release, values and rendered objects, in one Secret of at most 1 MiB, compressed; raw it fits as well.
    expect(2 * valuesOf(workspace, "monitoring-dashboards").length).toBeLessThan(2 ** 20);
  });

  it("has Grafana's password from Terraform, and only in a Secret", () => {
    expect(resourcesOf(workspace, "random_password")).toEqual([{ length: 32, special: false }]);
    expect(secretsOf(workspace)["grafana-admin"]).toEqual({
      user: "admin",
      password: expect.stringMatching(/^\$\{random_password\.\w+\.result\}$/),
    });
    const elsewhere = resourcesOf(workspace, "helm_release").map(({ values }) => JSON.stringify(values));
    expect(elsewhere.join()).not.toContain("random_password");
  });

  it("installs the rules after the chart that brings their kind", () => {
    const releases = Object.entries(workspace?.resource?.["helm_release"] ?? {});
    const [chart] = releases.find(([, { name }]) => name === "monitoring") ?? [];
    const [, rules] = releases.find(([, { name }]) => name === "monitoring-rules") ?? [];
    expect(rules?.["depends_on"]).toEqual([`helm_release.${chart}`]);
  });

  it("holds its pods to the standard restricted, but for node-exporter in a namespace of its own", () => {
    const namespaces = resourcesOf(workspace, "kubernetes_namespace_v1").map(({ metadata }) => {
      const { name, labels } = metadata as { name: string; labels: Record<string, string> };
      return [name, labels["pod-security.kubernetes.io/enforce"]];
    });
    expect(Object.fromEntries(namespaces)).toEqual({
      monitoring: "restricted",
      "node-exporter": "privileged",
    });
  });

  it("lets nobody in from outside the namespace", () => {
    const [neighboursOnly] = objectsOf(workspace, "monitoring-network") as unknown as { spec: object }[];
    expect(neighboursOnly?.spec).toEqual({
      podSelector: {},
      policyTypes: ["Ingress"],
      ingress: [{ from: [{ podSelector: {} }] }],
    });
  });

  it("takes the configured objectives into the rules", () => {
    const strict = local((input) => {
      input.monitoring = { objectives: { availability: 0.9999, latency: { thresholdSeconds: 0.25 } } };
    });
    const text = valuesOf(strict.workspaces["local-monitoring-eu"], "monitoring-rules");
    expect(text).toContain("> 0.00144 and");
    expect(text).toContain('le="0.25"');
  });

  it("asks for every service that has metrics", () => {
    const two = local((input) => {
      const [api] = input.workloads;
      const [service] = api?.services ?? [];
      if (!api || !service) throw new Error("no workload");
      api.services.push({ ...service, name: "worker", exposure: "none", protocol: "http" });
    });
    const { prometheusSpec } = parse(
      valuesOf(two.workspaces["local-monitoring-eu"], "monitoring"),
    ).prometheus;
    const jobs = prometheusSpec.additionalScrapeConfigs as { job_name: string; scheme: string }[];
    expect(jobs.map(({ job_name, scheme }) => [job_name, scheme])).toEqual([
      ["api", "https"],
      ["api/worker", "http"],
      ["traefik", "http"],
    ]);
  });
});

describe("a cluster with a canary", () => {
  const { workspaces } = synth(delivered());
  const { prometheusSpec } = parse(valuesOf(workspaces["aws-monitoring-west"], "monitoring")).prometheus;
  const jobs = prometheusSpec.additionalScrapeConfigs as ScrapeJob[];
  const job = (name: string) => jobs.find(({ job_name }) => job_name === name);
  const rules = (workspace: Workspace | undefined) =>
    JSON.stringify(objectsOf(workspace, "monitoring-rules"));

  it("asks the pods on trial and those that serve, in plain HTTP where they speak that", () => {
    expect(job("api")).toMatchObject({ scheme: "http" });
    const [{ source_labels, regex } = {}] = job("api")?.relabel_configs ?? [];
    expect(source_labels).toEqual(["__meta_kubernetes_pod_label_app_kubernetes_io_name"]);
    const chosen = ["api", "api-primary", "api-secondary", "xapi"].filter((name) =>
      new RegExp(`^(?:${regex})$`).test(name),
    );
    expect(chosen).toEqual(["api", "api-primary"]);
  });

  it("asks Flagger, whose series keep the namespace of the canary", () => {
    expect(job("flagger")).toMatchObject({
      honor_labels: true,
      kubernetes_sd_configs: [{ namespaces: { names: ["flagger-system"] } }],
    });
    const policies = objectsOfAll(workspaces["aws-gitops-west"]);
    const admitted = policies.find(
      ({ kind, metadata }) => kind === "NetworkPolicy" && metadata.name === "flagger",
    );
    expect(JSON.stringify(admitted)).toContain('"kubernetes.io/metadata.name":"monitoring"');
  });

  it("tells of a version that was taken back, which another cluster has no need to", () => {
    expect(rules(workspaces["aws-monitoring-west"])).toContain("CanaryFailed");
    const without = synth(
      delivered((input) => {
        delete firstService(input).canary;
      }),
    ).workspaces["aws-monitoring-west"];
    expect(rules(without)).not.toContain("flagger");
    expect(valuesOf(without, "monitoring")).not.toContain("flagger");
  });

  it("warns of the gateway's certificates, which no API tells of", () => {
    expect(rules(workspaces["aws-monitoring-west"])).toContain("envoy_server_days_until_first_cert_expiring");
    expect(rules(SHIPPED.local.workspaces["local-monitoring-eu"])).not.toContain("envoy");
  });
});

describe("the load balancer's cluster", () => {
  const workspace = SHIPPED.local.workspaces["local-monitoring-lb"];
  const values = parse(valuesOf(workspace, "monitoring"));

  it("has neither Grafana nor a password", () => {
    expect(resourcesOf(workspace, "random_password")).toEqual([]);
    expect(secretsOf(workspace)).toEqual({});
    expect(values.grafana).toEqual({ enabled: false });
    expect(objectsOf(workspace, "monitoring-network").map(({ metadata }) => metadata.name)).toEqual([
      "neighbours-only",
    ]);
  });

  it("knows which service of the balancer belongs to which region", () => {
    const [job] = values.prometheus.prometheusSpec.additionalScrapeConfigs;
    const regionOf = (service: string) =>
      job.metric_relabel_configs.find(({ regex }: { regex: string }) =>
        new RegExp(`^(?:${regex})$`).test(service),
      )?.replacement;
    expect(["eu@file", "first:us@file", "from:eu@file", "region:us@file"].map(regionOf)).toEqual([
      "eu",
      "us",
      "eu",
      "us",
    ]);
    expect(regionOf("round-robin:all@file")).toBeUndefined();
  });

  it("has the rules about dead regions", () => {
    expect(valuesOf(workspace, "monitoring-rules")).toContain("alert: RegionDown");
    expect(valuesOf(SHIPPED.local.workspaces["local-monitoring-eu"], "monitoring-rules")).not.toContain(
      "RegionDown",
    );
  });
});

describe("remote write and alerts", () => {
  it.each(["eu", "lb"])("take their secrets from sensitive variables into Secrets of %s", (cluster) => {
    const workspace = CONNECTED.workspaces[`local-monitoring-${cluster}`];
    expect(secretsOf(workspace)).toMatchObject({
      "remote-write": { username: "123456", token: "${var.remote_write_token}" },
      "alert-webhook": { url: "${var.alert_webhook_url}" },
      watchdog: { url: `\${var.watchdog_url_${cluster}}` },
    });
    for (const variable of ["remote_write_token", "alert_webhook_url", `watchdog_url_${cluster}`]) {
      expect(workspace?.variable?.[variable]).toMatchObject({ sensitive: true, nullable: false });
      expect(workspace?.variable?.[variable]).not.toHaveProperty("default");
    }
    const releases = resourcesOf(workspace, "helm_release").map(({ values }) => JSON.stringify(values));
    expect(releases.join()).not.toMatch(/var\.(remote_write_token|alert_webhook_url|watchdog_url)/);
  });

  it("ask for no secret where they are off", () => {
    const { variable = {} } = SHIPPED.local.workspaces["local-monitoring-eu"] ?? {};
    expect(Object.keys(variable)).toEqual(["kubeconfigs"]);
  });

  it.each(["eu", "lb"])("have a Watchdog in %s for the dead man's switch, and only there", (cluster) => {
    const rules = (all: typeof CONNECTED) =>
      valuesOf(all.workspaces[`local-monitoring-${cluster}`], "monitoring-rules");
    expect(rules(CONNECTED)).toContain("alert: Watchdog");
    expect(rules(SHIPPED.local)).not.toContain("Watchdog");
  });

  it("say which URL of the dead man's switch is none", () => {
    const secret = resourcesOf(CONNECTED.workspaces["local-monitoring-lb"], "kubernetes_secret_v1").find(
      ({ metadata }) => (metadata as { name: string }).name === "watchdog",
    );
    expect(JSON.stringify(secret?.["lifecycle"])).toContain("TF_VAR_watchdog_url_lb is not an https URL");
  });

  it.each([
    ["https://hooks.example.com/alerts/0123", true],
    ["https://hooks.example.com:8443/a?b=c", true],
    ["http://hooks.example.com/alerts", false],
    ["hooks.example.com/alerts", false],
    ["https://", false],
    ["https://user@hooks.example.com/", false],
    ["https://hooks.example.com/a b", false],
  ])("take a webhook %j for a URL: %s", (url, good) => {
    const [secret] = resourcesOf(CONNECTED.workspaces["local-monitoring-lb"], "kubernetes_secret_v1").filter(
      ({ metadata }) => (metadata as { name: string }).name === "alert-webhook",
    );
    const answer = plan(secret?.["lifecycle"], url);
    expect(answer).toContain(
      good ? "Plan: 1 to add" : "TF_VAR_alert_webhook_url is not an https URL; expected",
    );
    if (!good) expect(answer).not.toContain(url.replace(/^https:\/\/$/, "no such text"));
  });
});

/** What Terraform itself says to a lifecycle, with a value of the variable: an empty resource bears it. */
function plan(lifecycle: unknown, value: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-lifecycle-"));
  fs.writeFileSync(
    path.join(folder, "main.tf.json"),
    JSON.stringify({
      variable: { alert_webhook_url: { type: "string", sensitive: true } },
      resource: { terraform_data: { any: { lifecycle } } },
    }),
  );
  const env = { ...process.env, CHECKPOINT_DISABLE: "1", TF_VAR_alert_webhook_url: value };
  try {
    execFileSync("terraform", ["init", "-no-color"], { cwd: folder, stdio: "pipe", env });
    return spawnSync("terraform", ["plan", "-input=false", "-no-color"], {
      cwd: folder,
      encoding: "utf8",
      env,
    })
      .output.join("\n")
      .replace(/\s+/g, " ");
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

describe("the scrape configuration", () => {
  it.each(["eu", "lb"])("of %s is one that Prometheus reads", (cluster) => {
    const { prometheusSpec } = parse(
      valuesOf(SHIPPED.local.workspaces[`local-monitoring-${cluster}`], "monitoring"),
    ).prometheus;
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-scrape-"));
    try {
      // promtool wants to find the CA, and Debian's knows no discovery by Kubernetes.
      const ca = path.join(folder, "ca.crt");
      fs.writeFileSync(ca, "");
      const jobs = (prometheusSpec.additionalScrapeConfigs as Record<string, unknown>[]).map(
        ({ kubernetes_sd_configs: _, ...job }) => job,
      );
      fs.writeFileSync(
        path.join(folder, "prometheus.yml"),
        stringify({ scrape_configs: jobs }, { aliasDuplicateObjects: false }).replace(
          /\/etc\/prometheus\/configmaps\/platform-ca\/ca\.crt/g,
          ca,
        ),
      );
      const output = execFileSync("promtool", ["check", "config", "prometheus.yml"], {
        cwd: folder,
        encoding: "utf8",
      });
      expect(output).toContain("SUCCESS");
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  });
});
