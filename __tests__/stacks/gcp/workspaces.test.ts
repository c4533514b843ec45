import type { EnvironmentInput } from "../../../config/schema/environment";
import { objectsIn, only } from "../../support/aws";
import { environment, type Output, resourcesOf, synthesizeToMemory } from "../../support/synth";

const synthesized = (change?: (input: EnvironmentInput) => void): Output =>
  synthesizeToMemory([environment("gcp", change)]);

const objectOf = (output: Output, workspace: string, kind: string, name?: string) =>
  objectsIn(output.workspaces[workspace]).find(
    (object) => object.kind === kind && (name === undefined || object.metadata.name === name),
  ) as unknown as {
    readonly metadata: { readonly annotations: Record<string, string> };
    readonly spec: Record<string, never>;
  };

const cluster = (input: EnvironmentInput): Record<string, unknown> =>
  input.regions["us"]?.clusters["us"] as Record<string, unknown>;

const output = synthesized();

describe("the workspaces of gcp", () => {
  it("are these, and each comes after those that it reads", () => {
    const edges = Object.entries(output.dependencies).map(([id, before]) =>
      `${id} <- ${before.join(" ")}`.trim(),
    );
    expect(edges.join("\n")).toMatchInlineSnapshot(`
      "bootstrap-gcp <-
      gcp-api-deploy-us <- gcp-cluster-addons-us gcp-gke-us gcp-dns
      gcp-cluster-addons-us <- gcp-gke-us
      gcp-dns <- gcp-network-us
      gcp-gke-us <- gcp-network-us gcp-registry-us
      gcp-monitoring-us <- gcp-cluster-addons-us gcp-gke-us
      gcp-network-us <-
      gcp-registry-us <-"
    `);
  });

  it.each(["gcp-network-us", "gcp-gke-us", "gcp-registry-us", "gcp-dns"])("%s", (id) => {
    expect(output.workspaces[id]).toMatchSnapshot();
  });

  it("hold no key, and give nobody the role of an owner or editor", () => {
    const all = JSON.stringify(output.workspaces);
    expect(all).not.toContain("google_service_account_key");
    expect(all).not.toMatch(/roles\/(owner|editor)\b/);
  });

  it("keep their state in a bucket, each under its own name, where one is configured", () => {
    const { workspaces } = synthesized((input) => {
      input.state = {
        kind: "gcs",
        bucket: "example-project-tf-state",
        location: "us-central1",
      };
    });
    expect(workspaces["gcp-gke-us"]?.terraform.backend).toEqual({
      gcs: { bucket: "example-project-tf-state", prefix: "gcp-gke-us" },
    });
    expect(workspaces["gcp-gke-us"]?.data?.["terraform_remote_state"]).toMatchObject({
      "gcp-network-us": {
        backend: "gcs",
        config: {
          bucket: "example-project-tf-state",
          prefix: "gcp-network-us",
        },
      },
    });
    expect(workspaces["state-gcp"]?.terraform.backend).toHaveProperty("local");
    expect(only(workspaces["state-gcp"], "google_storage_bucket")).toMatchObject({
      uniform_bucket_level_access: true,
      public_access_prevention: "enforced",
      versioning: { enabled: true },
    });
  });

  it("are kept where the environment is protected", () => {
    const { workspaces } = synthesized((input) => {
      input.protect = true;
    });
    for (const [workspace, type] of [
      ["bootstrap-gcp", "google_project"],
      ["gcp-network-us", "google_compute_global_address"],
      ["gcp-gke-us", "google_container_cluster"],
    ] as const)
      expect(only(workspaces[workspace], type)["lifecycle"]).toMatchObject({
        prevent_destroy: true,
      });
  });
});

describe("the cluster", () => {
  const gke = only(output.workspaces["gcp-gke-us"], "google_container_cluster");

  it("answers by its DNS name alone, to whom IAM lets in", () => {
    expect(gke["control_plane_endpoints_config"]).toEqual({
      dns_endpoint_config: { allow_external_traffic: true },
      ip_endpoints_config: { enabled: false },
    });
    expect(gke).not.toHaveProperty("master_authorized_networks_config");
    expect(output.workspaces["gcp-api-deploy-us"]?.provider?.["kubernetes"]).toEqual([
      {
        host: "${data.terraform_remote_state.gcp-gke-us.outputs.endpoint}",
        exec: [
          {
            api_version: "client.authentication.k8s.io/v1beta1",
            command: "gke-gcloud-auth-plugin",
            args: [],
          },
        ],
      },
    ]);
  });

  it("answers at addresses to operators alone, where they are said", () => {
    const { workspaces } = synthesized((input) => {
      cluster(input)["controlPlane"] = {
        externalTraffic: false,
        operatorCidrs: ["203.0.113.7/32"],
      };
    });
    expect(only(workspaces["gcp-gke-us"], "google_container_cluster")).toMatchObject({
      control_plane_endpoints_config: {
        dns_endpoint_config: { allow_external_traffic: false },
        ip_endpoints_config: { enabled: true },
      },
      master_authorized_networks_config: {
        cidr_blocks: [{ cidr_block: "203.0.113.7/32" }],
      },
    });
  });

  it("has spot nodes, and a few that nobody takes away", () => {
    const pools = resourcesOf(output.workspaces["gcp-gke-us"], "google_container_node_pool") as unknown as {
      name: string;
      node_config: { spot?: boolean };
    }[];
    expect(pools.map(({ name, node_config: { spot } }) => [name, spot])).toEqual([
      ["on-demand", undefined],
      ["spot", true],
    ]);
  });

  it("is Google's to run where Autopilot is chosen, without pools", () => {
    const { workspaces } = synthesized((input) => {
      cluster(input)["autopilot"] = true;
    });
    expect(resourcesOf(workspaces["gcp-gke-us"], "google_container_node_pool")).toEqual([]);
    expect(only(workspaces["gcp-gke-us"], "google_container_cluster")).toMatchObject({
      enable_autopilot: true,
    });
  });
});

describe("the way in", () => {
  it("is one Ingress on the static address, over TLS alone", () => {
    const ingress = objectOf(output, "gcp-api-deploy-us", "Ingress");
    expect(ingress.metadata.annotations).toMatchObject({
      "kubernetes.io/ingress.class": "gce",
      "kubernetes.io/ingress.global-static-ip-name": "gcp-us",
    });
    expect(ingress.spec).toMatchObject({
      tls: [{ hosts: ["us.gcp.example.com"], secretName: "certificate" }],
    });
    expect(objectOf(output, "gcp-api-deploy-us", "FrontendConfig").spec).toMatchObject({
      redirectToHttps: { enabled: true },
      sslPolicy: "gcp-us",
    });
  });

  it("is proved by a record, which cert-manager may write into this zone alone", () => {
    const addons = output.workspaces["gcp-cluster-addons-us"];
    expect(objectOf(output, "gcp-cluster-addons-us", "ClusterIssuer").spec).toMatchObject({
      acme: {
        solvers: [
          {
            dns01: {
              cloudDNS: {
                project: "example-project",
                hostedZoneName: "example-zone",
              },
            },
          },
        ],
      },
    });
    expect(only(addons, "google_dns_managed_zone_iam_member")).toMatchObject({
      managed_zone: "example-zone",
      role: "roles/dns.admin",
    });
    expect(only(addons, "google_service_account_iam_member")).toMatchObject({
      role: "roles/iam.workloadIdentityUser",
      member: "serviceAccount:example-project.svc.id.goog[cert-manager/cert-manager]",
    });
  });

  it("is proved at the Ingress itself, which begins with a certificate that nobody trusts", () => {
    const proved = synthesized((input) => {
      input.certificates = {
        kind: "letsencrypt",
        email: "platform@example.com",
        challenge: "http-01",
      };
    });
    expect(objectOf(proved, "gcp-cluster-addons-us", "ClusterIssuer").spec).toMatchObject({
      acme: {
        solvers: [{ http01: { ingress: { name: "api", serviceType: "ClusterIP" } } }],
      },
    });
    expect(objectOf(proved, "gcp-api-deploy-us", "Certificate").metadata.annotations).toEqual({
      "cert-manager.io/issue-temporary-certificate": "true",
    });
    expect(resourcesOf(proved.workspaces["gcp-cluster-addons-us"], "google_service_account")).toEqual([]);
  });

  it.each([
    [{ kind: "google-managed" }, "networking.gke.io/managed-certificates", "api"],
    [{ kind: "pre-shared", name: "wildcard" }, "ingress.gcp.kubernetes.io/pre-shared-cert", "wildcard"],
  ] as const)("shows a certificate of Google's: %j", (certificates, annotation, name) => {
    const shown = synthesized((input) => {
      input.certificates = certificates;
    });
    const ingress = objectOf(shown, "gcp-api-deploy-us", "Ingress");
    expect(ingress.metadata.annotations).toMatchObject({
      [annotation]: name,
    });
    expect(ingress.spec).not.toHaveProperty("tls");
    const managed = objectsIn(shown.workspaces["gcp-api-deploy-us"]).filter(
      ({ kind }) => kind === "ManagedCertificate",
    );
    expect(managed).toHaveLength(certificates.kind === "google-managed" ? 1 : 0);
  });

  it("is a name of Endpoints, which is never destroyed", () => {
    const { workspaces } = synthesized((input) => {
      input.domain = "endpoints.example-project.cloud.goog";
      input.dns = { kind: "endpoints" };
      input.certificates = { kind: "google-managed" };
    });
    expect(only(workspaces["gcp-dns"], "google_endpoints_service")).toMatchObject({
      service_name: "us.endpoints.example-project.cloud.goog",
      lifecycle: { prevent_destroy: true },
    });
  });

  it("is held to rules of Cloud Armor, and logs what it answers, where they are asked for", () => {
    const armed = synthesized((input) => {
      Object.assign(input.infrastructure, { flowLogs: { percent: 50 }, accessLogs: { percent: 10 } });
      cluster(input)["armor"] = { requestsPerMinute: 100 };
      for (const service of input.workloads[0]?.services ?? []) service.route = { blocked: ["/metrics"] };
    });
    const policy = only(armed.workspaces["gcp-network-us"], "google_compute_security_policy");
    expect(policy["rule"]).toMatchObject([
      {
        action: "deny(404)",
        match: {
          expr: {
            expression: "request.path.lower().urlDecode().matches('^/+metrics(/.*)?$')",
          },
        },
      },
      { action: "deny(403)" },
      { action: "deny(403)" },
      {
        action: "throttle",
        rate_limit_options: {
          rate_limit_threshold: { count: 100, interval_sec: 60 },
        },
      },
      { action: "allow", priority: 2_147_483_647 },
    ]);
    expect(objectOf(armed, "gcp-api-deploy-us", "BackendConfig", "api").spec).toMatchObject({
      securityPolicy: { name: "gcp-us" },
      logging: { enable: true, sampleRate: 0.1 },
    });
    expect(only(armed.workspaces["gcp-network-us"], "google_compute_subnetwork")["log_config"]).toEqual({
      aggregation_interval: "INTERVAL_5_SEC",
      flow_sampling: 0.5,
      metadata: "INCLUDE_ALL_METADATA",
    });
  });
});

describe("blocked paths", () => {
  const blocked = synthesized((input) => {
    for (const service of input.workloads[0]?.services ?? [])
      service.route = { blocked: ["/healthz", "/readyz"] };
  });

  it("lead to a web server without files, which the load balancer may call", () => {
    const paths = (
      objectOf(blocked, "gcp-api-deploy-us", "Ingress").spec["rules"] as never as never[]
    ).flatMap(
      (rule: {
        http: {
          paths: { path: string; backend: { service: { name: string } } }[];
        };
      }) => rule.http.paths.map(({ path, backend }) => [path, backend.service.name]),
    );
    expect(paths).toEqual([
      ["/healthz", "nothing-for-callers-from-outside"],
      ["/readyz", "nothing-for-callers-from-outside"],
      ["/", "api"],
    ]);
    expect(
      objectOf(blocked, "gcp-api-deploy-us", "NetworkPolicy", "nothing-for-callers-from-outside").spec,
    ).toMatchObject({
      ingress: [
        {
          from: [{ ipBlock: { cidr: "35.191.0.0/16" } }, { ipBlock: { cidr: "130.211.0.0/22" } }],
        },
      ],
    });
  });

  it("are not there where nothing is blocked", () => {
    expect(JSON.stringify(output.workspaces["gcp-api-deploy-us"])).not.toContain("nothing-for-callers");
  });

  it("stay what the load balancer's own checks ask", () => {
    expect(objectOf(blocked, "gcp-api-deploy-us", "BackendConfig", "api").spec).toMatchObject({
      healthCheck: { type: "HTTP", port: 8080, requestPath: "/readyz" },
    });
  });
});

describe("GitHub's jobs", () => {
  const { workspaces } = synthesized((input) => {
    Object.assign(input.infrastructure, { github: { repositoryId: "123456789" } });
  });
  const github = workspaces["gcp-github"];

  it("are told apart by what they are for, in one repository, which has a number", () => {
    const provider = only(github, "google_iam_workload_identity_pool_provider") as unknown as {
      attribute_condition: string;
      attribute_mapping: Record<string, string>;
    };
    expect(provider.attribute_condition).toBe('assertion.repository_id == "123456789"');
    expect(provider.attribute_mapping["attribute.purpose"]).toBe(
      "assertion.event_name == 'pull_request' ? 'plan' : " +
        "has(assertion.environment) && assertion.environment == 'production' ? 'apply' : " +
        "assertion.event_name in ['push', 'workflow_dispatch'] && assertion.ref == 'refs/heads/main' ? 'push' : 'nothing'",
    );
  });

  it("are accounts without keys: who plans changes nothing, who pushes reaches images alone", () => {
    const rolesOf = (purpose: string) =>
      Object.entries(github?.resource?.["google_project_iam_member"] ?? {}).flatMap(([id, { role }]) =>
        id.startsWith(`Identities_${purpose}_`) ? [String(role)] : [],
      );
    expect(rolesOf("plan").length).toBeGreaterThan(0);
    expect(rolesOf("plan").filter((role) => /admin|editor|owner|writer/i.test(role))).toEqual([]);
    expect(rolesOf("push")).toEqual([]);
    expect(rolesOf("apply")).toContain("roles/container.admin");
    expect(only(github, "google_artifact_registry_repository_iam_member")).toMatchObject({
      role: "roles/artifactregistry.writer",
    });
    expect(JSON.stringify(workspaces)).not.toContain("google_service_account_key");
  });
});
