import type { EnvironmentInput } from "../../config/schema/environment";
import type { Loose } from "../support/helm";
import { objectsOf, releasesOf } from "../support/helm";
import { schemaProblems } from "../support/kubernetes-models";
import { environment, type Output, resourcesOf, synthesizeToMemory, type Workspace } from "../support/synth";

const hub = (change: (input: EnvironmentInput) => void = () => {}): Output =>
  synthesizeToMemory([
    environment("vultr", (input) => {
      input.monitoring = { ...input.monitoring, hub: { cluster: "tooling", standalone: [] } };
      change(input);
    }),
  ]);

const output = hub();
const { workspaces, dependencies } = output;

const chartOf = (workspace: Workspace | undefined): Loose => releasesOf(workspace)["monitoring"] as Loose;
const specOf = (workspace: Workspace | undefined): Loose => chartOf(workspace)["prometheus"].prometheusSpec;
const ofKind = (workspace: Workspace | undefined, kind: string): readonly Loose[] =>
  objectsOf(workspace).filter((object) => object.kind === kind);

/** What an apply would find in an expression of the hub's cluster. */
const TOOLING = "data.terraform_remote_state.vultr-cluster-addons-tooling.outputs";

describe("a cluster that writes to the hub", () => {
  const writer = workspaces["vultr-monitoring-us-east"];

  it("has an agent of Prometheus, by the chart's own mode, and the exporters", () => {
    const { prometheus, alertmanager, grafana, ...others } = chartOf(writer);
    expect(prometheus).toMatchObject({ agentMode: true });
    expect([alertmanager, grafana]).toEqual([{ enabled: false }, { enabled: false }]);
    expect(Object.keys(others)).toEqual(
      expect.arrayContaining(["kube-state-metrics", "prometheus-node-exporter"]),
    );
    for (const key of ["retention", "storageSpec", "evaluationInterval"]) {
      expect(specOf(writer)).not.toHaveProperty(key);
    }
  });

  it("judges nothing and shows nothing: rules, dashboards and a password are the hub's", () => {
    expect(Object.keys(releasesOf(writer)).sort()).toEqual([
      "certificate",
      "monitoring",
      "monitoring-network",
    ]);
    expect(resourcesOf(writer, "kubernetes_secret_v1")).toEqual([]);
    expect(writer?.provider).not.toHaveProperty("random");
  });

  it("says of every sample where it was measured", () => {
    expect(specOf(writer)["externalLabels"]).toEqual({
      environment: "vultr",
      region: "us-east",
      cluster: "us-east",
    });
  });

  it("calls a name that is known only at apply, and finds it without a name server", () => {
    const name = `\${jsonencode("metrics.\${${TOOLING}.host}")}`;
    expect(specOf(writer)).toMatchObject({
      hostAliases: [{ ip: `\${jsonencode(${TOOLING}.address)}`, hostnames: [name] }],
      remoteWrite: [{ url: `\${jsonencode("https://metrics.\${${TOOLING}.host}/api/v1/write")}` }],
    });
  });

  it("proves itself with a certificate of its own, and the hub is verified", () => {
    const [certificate] = ofKind(writer, "Certificate");
    expect(certificate?.["spec"]).toMatchObject({
      secretName: "certificate",
      commonName: "vultr.us-east",
      usages: ["digital signature", "client auth"],
      issuerRef: { kind: "ClusterIssuer", name: "cluster" },
    });
    expect(certificate?.["spec"]).not.toHaveProperty("dnsNames");
    expect(specOf(writer)).toMatchObject({
      secrets: ["certificate"],
      configMaps: ["platform-ca", "hub-authority"],
    });
    expect(specOf(writer)["remoteWrite"][0].tlsConfig).toEqual({
      caFile: "/etc/prometheus/configmaps/hub-authority/ca.crt",
      certFile: "/etc/prometheus/secrets/certificate/tls.crt",
      keyFile: "/etc/prometheus/secrets/certificate/tls.key",
      minVersion: "TLS13",
    });
  });

  it("lets its agent ask for metrics: the operator calls the pods otherwise than those of a Prometheus", () => {
    const policies = ["vultr-api-deploy-us-east", "vultr-cluster-addons-us-east"].flatMap((id) =>
      ofKind(workspaces[id], "NetworkPolicy"),
    );
    const admitted = policies.filter(({ spec }) => JSON.stringify(spec).includes('"monitoring"'));
    expect(admitted.map(({ metadata }) => metadata.name)).toEqual(["api", "ingress"]);
    for (const { spec } of admitted) {
      expect(JSON.stringify(spec)).toContain('"app.kubernetes.io/name":"prometheus-agent"');
      expect(JSON.stringify(spec)).not.toContain('"app.kubernetes.io/name":"prometheus"');
    }
  });
});

describe("the hub", () => {
  const keeper = workspaces["vultr-monitoring-tooling"];

  it("takes samples, late ones too, and keeps them as long as configured", () => {
    expect(specOf(keeper)).toMatchObject({
      enableRemoteWriteReceiver: true,
      tsdb: { outOfOrderTimeWindow: "30m" },
      retention: "7d",
    });
    const other = hub((input) => {
      Object.assign(input.monitoring?.hub as object, { outOfOrderWindow: "4h" });
      Object.assign(input.monitoring as object, { retention: "30d" });
    });
    expect(specOf(other.workspaces["vultr-monitoring-tooling"])).toMatchObject({
      tsdb: { outOfOrderTimeWindow: "4h" },
      retention: "30d",
    });
  });

  it("judges all clusters by the rules of each, and shows all dashboards", () => {
    const [rule] = ofKind(keeper, "PrometheusRule");
    const text = JSON.stringify(rule);
    for (const cluster of ["tooling", "us-east", "eu-west"]) {
      expect(text).toMatch(new RegExp(`absent\\(up\\{[^}]*cluster=\\\\"${cluster}\\\\", job=\\\\"kubelet`));
    }
    expect(text).toContain("ApiAvailabilityBudgetBurn");
    expect(text.match(/"alert":"ClusterSilent"/g)).toHaveLength(2);
    const [dashboards] = ofKind(keeper, "ConfigMap");
    expect(Object.keys(dashboards?.["data"])).toEqual(["api.json", "clusters.json"]);
  });

  it("answers nobody without a certificate of the platform's CA", () => {
    const [options] = ofKind(keeper, "TLSOption");
    expect(options).toMatchObject({
      metadata: { name: "writers", namespace: "monitoring" },
      spec: {
        minVersion: "VersionTLS13",
        sniStrict: true,
        clientAuth: { clientAuthType: "RequireAndVerifyClientCert", secretNames: ["writers-authority"] },
      },
    });
    const authority = resourcesOf(keeper, "kubernetes_secret_v1").find(
      ({ metadata }) => (metadata as { name: string }).name === "writers-authority",
    );
    expect(authority?.["data"]).toEqual({
      "ca.crt": "${data.terraform_remote_state.vultr-pki.outputs.ca}",
    });
  });

  it("has one route: it takes what is written, and answers no question", () => {
    const routes = ofKind(keeper, "IngressRoute");
    expect(routes.map(({ spec }) => spec)).toEqual([
      {
        entryPoints: ["websecure"],
        routes: [
          {
            kind: "Rule",
            match: `\${jsonencode("Host(\`metrics.\${${TOOLING}.host}\`) && Path(\`/api/v1/write\`) && Method(\`POST\`)")}`,
            services: [{ name: "monitoring-prometheus", port: 9090 }],
          },
        ],
        tls: { secretName: "certificate", options: { name: "writers", namespace: "monitoring" } },
      },
    ]);
    const [admission] = ofKind(keeper, "NetworkPolicy").filter(
      ({ metadata }) => metadata.name === "receiver",
    );
    expect(admission?.["spec"].ingress).toHaveLength(1);
    expect(JSON.stringify(admission?.["spec"].ingress)).toContain('"app.kubernetes.io/name":"traefik"');
  });

  it("is made of objects that their kinds' schemas accept", () => {
    for (const cluster of ["tooling", "us-east"]) {
      expect(schemaProblems(objectsOf(workspaces[`vultr-monitoring-${cluster}`]))).toEqual([]);
    }
  });

  it("is waited for by the monitoring of other regions alone, and monitoring by nobody", () => {
    const readers = (id: string) =>
      Object.keys(dependencies).filter((each) => dependencies[each]?.includes(id));
    expect(readers("vultr-cluster-addons-tooling").sort()).toEqual(
      ["eu-west", "tooling", "us-east"].map((cluster) => `vultr-monitoring-${cluster}`),
    );
    expect(readers("vultr-monitoring-tooling")).toEqual([]);
  });

  it("sends on what it gets to a hosted Prometheus; writers send to the hub alone", () => {
    const both = hub((input) => {
      Object.assign(input.monitoring as object, {
        remoteWrite: {
          url: "https://prometheus.example.com/api/prom/push",
          authentication: { kind: "bearer" },
        },
        alerts: { kind: "webhook" },
        deadMansSwitch: {},
      });
    }).workspaces;
    expect(specOf(both["vultr-monitoring-tooling"])["remoteWrite"]).toHaveLength(1);
    expect(specOf(both["vultr-monitoring-us-east"])["remoteWrite"]).toEqual([
      expect.objectContaining({ url: expect.stringContaining("metrics.") }),
    ]);
    expect(Object.keys(both["vultr-monitoring-us-east"]?.variable ?? {})).toEqual([]);
    expect(Object.keys(both["vultr-monitoring-tooling"]?.variable ?? {})).toContain("watchdog_url_tooling");
  });
});

it("comes after what certifies it, and so do its writers, also where people chose the names", () => {
  const { dependencies: named } = hub((input) => {
    input.domain = "api.example.com";
  });
  for (const cluster of ["tooling", "us-east", "eu-west"]) {
    expect(named[`vultr-monitoring-${cluster}`]).toContain(`vultr-cluster-addons-${cluster}`);
  }
});

it("leaves alone a cluster that keeps its own", () => {
  const { workspaces: some } = hub((input) => {
    Object.assign(input.monitoring?.hub as object, { standalone: ["eu-west"] });
  });
  const alone = synthesizeToMemory([environment("vultr")]).workspaces;
  expect(some["vultr-monitoring-eu-west"]).toEqual(alone["vultr-monitoring-eu-west"]);
  expect(some["vultr-api-deploy-eu-west"]).toEqual(alone["vultr-api-deploy-eu-west"]);
  const [rule] = ofKind(some["vultr-monitoring-tooling"], "PrometheusRule");
  expect(JSON.stringify(rule)).not.toContain("eu-west");
});

describe("beside Let's Encrypt", () => {
  const { workspaces: public_ } = hub((input) => {
    input.certificates = { kind: "letsencrypt", email: "platform@example.com", challenge: "http-01" };
  });

  it("the platform's CA certifies the hub and its writers, who are no public server", () => {
    const issuers = ofKind(public_["vultr-cluster-addons-us-east"], "ClusterIssuer");
    expect(issuers.map(({ metadata, spec }) => [metadata.name, Object.keys(spec)])).toEqual([
      ["cluster", ["acme"]],
      ["platform", ["ca"]],
    ]);
    for (const cluster of ["us-east", "tooling"]) {
      const [certificate] = ofKind(public_[`vultr-monitoring-${cluster}`], "Certificate");
      expect(certificate?.["spec"].issuerRef).toMatchObject({ name: "platform" });
    }
    const [ofUsers] = ofKind(public_["vultr-api-deploy-us-east"], "Certificate");
    expect(ofUsers?.["spec"].issuerRef).toMatchObject({ name: "cluster" });
  });
});

describe("on clusters that were made before", () => {
  const { workspaces: local, dependencies: order } = synthesizeToMemory([
    environment("local", (input) => {
      Object.assign(input.regions["eu"]?.clusters as object, {
        tools: { kind: "existing", role: "tooling", address: "192.168.56.13", host: "tools.eu" },
      });
      input.monitoring = { hub: { cluster: "tools" } };
    }),
  ]);

  it("Terraform certifies the hub and its writers", () => {
    const certificates = Object.entries(
      local["local-pki"]?.resource?.["tls_locally_signed_cert"] ?? {},
    ).filter(([id]) => id.startsWith("Hub_"));
    expect(certificates.map(([, { allowed_uses }]) => allowed_uses).sort()).toEqual([
      ["digital_signature", "client_auth"],
      ["digital_signature", "client_auth"],
      ["digital_signature", "client_auth"],
      ["digital_signature", "server_auth"],
    ]);
    const requests = Object.values(local["local-pki"]?.resource?.["tls_cert_request"] ?? {});
    expect(requests.map(({ dns_names }) => dns_names)).toContainEqual(["metrics.tools.eu"]);
    for (const name of ["hub_receiver-key", "eu_writer-key", "us_writer-key", "lb_writer-key"]) {
      expect(local["local-pki"]?.output?.[name]).toMatchObject({ sensitive: true });
    }
  });

  it("keys go into Secrets, and nowhere else", () => {
    for (const cluster of ["eu", "lb", "tools"]) {
      const workspace = local[`local-monitoring-${cluster}`];
      const [secret] = resourcesOf(workspace, "kubernetes_secret_v1").filter(
        ({ metadata }) => (metadata as { name: string }).name === "certificate",
      );
      expect(JSON.stringify(secret?.["data"])).toContain("-key");
      const releases = resourcesOf(workspace, "helm_release").map(({ values }) => JSON.stringify(values));
      expect(releases.join()).not.toMatch(/outputs\.[\w-]*-key/);
    }
  });

  it("the edge writes too, whose rules the hub has then", () => {
    expect(chartOf(local["local-monitoring-lb"])["prometheus"]).toMatchObject({ agentMode: true });
    const [rule] = ofKind(local["local-monitoring-tools"], "PrometheusRule");
    expect(JSON.stringify(rule)).toContain("RegionDown");
    const [dashboards] = ofKind(local["local-monitoring-tools"], "ConfigMap");
    expect(Object.keys(dashboards?.["data"])).toContain("global-load-balancer.json");
  });

  it("the way in is the Traefik that K3s brings", () => {
    expect(specOf(local["local-monitoring-eu"])["hostAliases"]).toEqual([
      { ip: "192.168.56.13", hostnames: ["metrics.tools.eu"] },
    ]);
    const [admission] = ofKind(local["local-monitoring-tools"], "NetworkPolicy").filter(
      ({ metadata }) => metadata.name === "receiver",
    );
    expect(JSON.stringify(admission)).toContain('"kubernetes.io/metadata.name":"kube-system"');
    expect(order["local-monitoring-eu"]).toEqual(["local-pki"]);
  });
});
