import type { EnvironmentInput } from "../../config/schema/environment";
import { dashboardFile, dashboards } from "../../dashboards/sources";
import { type Loose, objectsOf, releasesOf } from "../support/helm";
import { environment, synthesizeToMemory, type Workspace } from "../support/synth";

const synth = (name: "local" | "vultr", monitoring: EnvironmentInput["monitoring"]) =>
  synthesizeToMemory([
    environment(name, (input) => {
      input.monitoring = { ...input.monitoring, ...monitoring };
    }),
  ]).workspaces;

const TOOLING = "data.terraform_remote_state.vultr-cluster-addons-tooling.outputs";
const rulesOf = (workspace: Workspace | undefined): string =>
  JSON.stringify(objectsOf(workspace).find(({ kind }) => kind === "PrometheusRule") ?? "");
const jobsOf = (workspace: Workspace | undefined): readonly Loose[] =>
  releasesOf(workspace)["monitoring"]?.["prometheus"].prometheusSpec.additionalScrapeConfigs;
const sourcesOf = (workspace: Workspace | undefined): readonly string[] =>
  releasesOf(workspace)["monitoring"]?.["grafana"].datasources["datasources.yaml"].datasources.map(
    ({ name, url }: { name: string; url: string }) => `${name} ${url}`,
  );

describe("a cluster that keeps its own logs", () => {
  const workspaces = synth("local", { logs: { retention: "2w", storage: "20Gi" }, storageClass: "fast" });
  const cluster = workspaces["local-monitoring-eu"];
  const { alloy, loki } = releasesOf(cluster) as Record<"alloy" | "loki", Loose>;

  it("has an Alloy that reads every pod through the Kubernetes API, with no more rights than that", () => {
    expect(alloy["rbac"]).toEqual({
      rules: [{ apiGroups: [""], resources: ["pods"], verbs: ["get", "list", "watch"] }],
      clusterRules: [{ apiGroups: [""], resources: ["pods/log"], verbs: ["get"] }],
    });
    expect(alloy["global"].podSecurityContext).toMatchObject({ runAsNonRoot: true });
    expect(alloy["alloy"]).toMatchObject({
      securityContext: { readOnlyRootFilesystem: true, capabilities: { drop: ["ALL"] } },
      extraEnv: [{ name: "LOKI_URL", value: "http://loki:3100/loki/api/v1/push" }],
      mounts: { extra: [{ name: "data", mountPath: "/var/lib/alloy" }] },
    });
  });

  it("gives lines the labels that samples have", () => {
    const text = alloy["alloy"].configMap.content as string;
    expect(text).toContain('environment = "local"');
    expect(text).toContain('cluster = "eu"');
    for (const label of ["namespace", "pod", "container", "app"]) {
      expect(text).toContain(`target_label  = "${label}"`);
    }
    expect(text).not.toContain("tls_config");
  });

  it("has a Loki that forgets by days, on a volume, behind nobody but its neighbours", () => {
    expect(loki).toMatchObject({
      loki: { limits_config: { retention_period: "336h" }, compactor: { retention_enabled: true } },
      singleBinary: { persistence: { size: "20Gi", storageClass: "fast" } },
    });
    const policies = objectsOf(cluster).filter(({ kind }) => kind === "NetworkPolicy");
    expect(policies.map(({ metadata }) => metadata.name).sort()).toEqual([
      "grafana",
      "loki",
      "neighbours-only",
    ]);
  });

  it("shows them in Grafana, errors first", () => {
    expect(sourcesOf(cluster)).toEqual([
      "Prometheus http://monitoring-prometheus:9090",
      "Loki http://loki:3100",
    ]);
    const shown = objectsOf(cluster).find(({ metadata }) => metadata.name === "grafana-dashboards");
    const text = String(shown?.["data"]["logs.json"]).replaceAll("$${", "${"); // as Terraform reads it
    expect(JSON.parse(text)).toEqual(
      JSON.parse(dashboardFile(dashboards["logs"] as (typeof dashboards)[string])),
    );
  });

  it("watches that lines come", () => {
    expect(jobsOf(cluster).map(({ job_name }) => job_name)).toEqual(["api", "traefik", "alloy", "loki"]);
    expect(rulesOf(cluster).match(/"alert":"LogIngestionStopped"/g)).toHaveLength(2);
  });

  it("is none that is small: the load balancer's keeps no logs", () => {
    expect(Object.keys(releasesOf(workspaces["local-monitoring-lb"]))).not.toContain("alloy");
    expect(rulesOf(workspaces["local-monitoring-lb"])).not.toContain("LogIngestionStopped");
  });
});

describe("logs in a bucket", () => {
  const bucket = { name: "meridian-logs", endpoint: "https://ewr1.vultrobjects.com" };
  const workspaces = synth("vultr", {
    storage: "10Gi",
    hub: { cluster: "tooling" },
    logs: { bucket },
  });
  const hub = workspaces["vultr-monitoring-tooling"];
  const loki = releasesOf(hub)["loki"] as Loose;

  it("are kept there, and no file says what opens it", () => {
    expect(loki["loki"]).toMatchObject({
      storage: {
        type: "s3",
        bucketNames: { chunks: "meridian-logs", ruler: "meridian-logs" },
        s3: { endpoint: bucket.endpoint, region: "us-east-1", s3ForcePathStyle: true, insecure: false },
      },
      schemaConfig: { configs: [{ object_store: "s3" }] },
      compactor: { delete_request_store: "s3" },
    });
    expect(loki["singleBinary"].extraEnvFrom).toEqual([{ secretRef: { name: "loki-bucket" } }]);
    const secret = Object.values(hub?.resource?.["kubernetes_secret_v1"] ?? {}).find(
      ({ metadata }) => (metadata as { name: string }).name === "loki-bucket",
    );
    expect(secret?.["data_wo"]).toEqual({
      AWS_ACCESS_KEY_ID: "${var.logs_access_key}",
      AWS_SECRET_ACCESS_KEY: "${var.logs_secret_key}",
    });
  });

  it("open a way out for Loki, to that port alone", () => {
    const policy = objectsOf(hub).find(
      ({ kind, metadata }) => kind === "NetworkPolicy" && metadata.name === "loki",
    );
    expect(policy?.["spec"].egress).toContainEqual({ ports: [{ protocol: "TCP", port: 443 }] });
  });

  it("leave writers as they are", () => {
    expect(Object.keys(workspaces["vultr-monitoring-us-east"]?.variable ?? {})).toEqual([]);
  });
});

describe("logs beside a hub", () => {
  const workspaces = synth("vultr", { hub: { cluster: "tooling", standalone: ["eu-west"] }, logs: {} });
  const writer = releasesOf(workspaces["vultr-monitoring-us-east"])["alloy"] as Loose;

  it("go the way of the samples: the same name, the same certificate", () => {
    expect(Object.keys(releasesOf(workspaces["vultr-monitoring-us-east"]))).not.toContain("loki");
    expect(writer["alloy"]).toMatchObject({
      extraEnv: [
        { name: "LOKI_URL", value: `\${jsonencode("https://metrics.\${${TOOLING}.host}/loki/api/v1/push")}` },
      ],
      hostAliases: [{ hostnames: [`\${jsonencode("metrics.\${${TOOLING}.host}")}`] }],
    });
    expect(writer["controller"].volumes.extra).toEqual([
      { name: "data", emptyDir: {} },
      { name: "certificate", secret: { secretName: "certificate" } },
      { name: "authority", configMap: { name: "hub-authority" } },
    ]);
    const text = writer["alloy"].configMap.content as string;
    expect(text).toContain('cert_file   = "/etc/alloy-certificate/tls.crt"');
    expect(text).toContain('ca_file     = "/etc/alloy-authority/ca.crt"');
  });

  it("are taken by the receiver from certified writers alone, and read by its Grafana", () => {
    const hub = workspaces["vultr-monitoring-tooling"];
    const [route] = objectsOf(hub).filter(({ kind }) => kind === "IngressRoute");
    expect(route?.["spec"].routes).toMatchObject([
      { services: [{ name: "monitoring-prometheus", port: 9090 }] },
      { match: expect.stringContaining("/loki/api/v1/push"), services: [{ name: "loki", port: 3100 }] },
    ]);
    expect(route?.["spec"].tls.options).toEqual({ name: "writers", namespace: "monitoring" });
    expect(sourcesOf(hub)).toContain("Loki http://loki:3100");
    const [admission] = objectsOf(hub).filter(({ metadata }) => metadata.name === "receiver-logs");
    expect(admission?.["spec"].podSelector).toEqual({ matchLabels: { "app.kubernetes.io/name": "loki" } });
  });

  it("stay in a cluster that keeps its own", () => {
    const own = releasesOf(workspaces["vultr-monitoring-eu-west"]);
    expect(Object.keys(own)).toEqual(expect.arrayContaining(["alloy", "loki"]));
    expect(own["alloy"]?.["alloy"].extraEnv[0].value).toBe("http://loki:3100/loki/api/v1/push");
  });
});
