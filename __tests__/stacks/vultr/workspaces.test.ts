import type { EnvironmentInput } from "../../../config/schema/environment";
import { objectsIn, only } from "../../support/aws";
import { environment, type Output, resourcesOf, synthesizeToMemory } from "../../support/synth";

const synthesized = (change?: (input: EnvironmentInput) => void): Output =>
  synthesizeToMemory([environment("vultr", change)]);

const objectOf = (output: Output, workspace: string, kind: string) =>
  objectsIn(output.workspaces[workspace]).find((object) => object.kind === kind) as unknown as {
    spec: Record<string, never>;
  };

const STATE = {
  kind: "vultr-object-storage",
  bucket: "meridian-state",
  hostname: "ewr1.vultrobjects.com",
  tier: "tier_010k_5000m",
} as const;

const HOST = "data.terraform_remote_state.vultr-cluster-addons-eu-west.outputs.host";

describe("the workspaces of vultr", () => {
  const output = synthesized();

  it("are these, and each comes after those that it reads", () => {
    const edges = Object.entries(output.dependencies).map(([id, before]) =>
      `${id} <- ${before.join(" ")}`.trim(),
    );
    expect(edges.join("\n")).toMatchInlineSnapshot(`
      "vultr-api-deploy-eu-west <- vultr-vke-eu-west vultr-cluster-addons-eu-west
      vultr-api-deploy-us-east <- vultr-vke-us-east vultr-cluster-addons-us-east
      vultr-cluster-addons-eu-west <- vultr-vke-eu-west vultr-pki
      vultr-cluster-addons-tooling <- vultr-vke-tooling vultr-pki
      vultr-cluster-addons-us-east <- vultr-vke-us-east vultr-pki
      vultr-monitoring-eu-west <- vultr-vke-eu-west vultr-pki vultr-cluster-addons-eu-west
      vultr-monitoring-tooling <- vultr-vke-tooling
      vultr-monitoring-us-east <- vultr-vke-us-east vultr-pki vultr-cluster-addons-us-east
      vultr-network-eu-west <-
      vultr-network-us-east <-
      vultr-network-us-west <-
      vultr-pki <-
      vultr-registry <-
      vultr-vke-eu-west <- vultr-network-eu-west
      vultr-vke-tooling <- vultr-network-us-west
      vultr-vke-us-east <- vultr-network-us-east"
    `);
  });

  it("keep their state in object storage, where one is configured, and no key in a file", () => {
    const { workspaces } = synthesized((input) => {
      input.state = STATE;
    });
    const store = {
      bucket: "meridian-state",
      region: "us-east-1",
      endpoints: { s3: "https://ewr1.vultrobjects.com" },
      use_path_style: true,
      skip_credentials_validation: true,
      skip_metadata_api_check: true,
      skip_region_validation: true,
      skip_requesting_account_id: true,
      skip_s3_checksum: true,
      use_lockfile: true,
    };
    const vke = workspaces["vultr-vke-eu-west"];
    expect(vke?.terraform.backend).toEqual({ s3: { ...store, key: "vultr-vke-eu-west.tfstate" } });
    expect(vke?.data?.["terraform_remote_state"]?.["vultr-network-eu-west"]).toEqual({
      backend: "s3",
      config: { ...store, key: "vultr-network-eu-west.tfstate" },
    });
    expect(workspaces["state-vultr"]).toMatchSnapshot();
  });

  it("wait for no cluster of another region", () => {
    const before = (id: string): readonly string[] =>
      (output.dependencies[id] ?? []).flatMap((each) => [each, ...before(each)]);
    for (const place of ["tooling", "us-east", "eu-west"]) {
      const own = Object.keys(output.dependencies).filter((id) => id.endsWith(`-${place}`));
      const regional = own.flatMap(before).filter((id) => !/-(?:pki|registry)$/.test(id));
      const region = place === "tooling" ? "us-west" : place;
      expect(regional.filter((id) => !id.endsWith(`-${place}`) && !id.endsWith(`-${region}`))).toEqual([]);
    }
  });

  it("sign in with the one key, which is secret", () => {
    for (const { provider, variable } of Object.values(output.workspaces)) {
      if (provider?.["vultr"] === undefined) continue;
      expect(provider["vultr"]).toEqual([{ api_key: "${var.vultr_api_key}" }]);
      expect(variable?.["vultr_api_key"]).toMatchObject({ sensitive: true });
    }
  });

  it("ask Vultr whether it offers the release, which takes no key", () => {
    const vke = output.workspaces["vultr-vke-eu-west"] as unknown as {
      data: { http: object };
      check: { offered_version: { assert: { condition: string; error_message: string } } };
    };
    expect(Object.values(vke.data.http)).toEqual([
      { request_timeout_ms: 10_000, url: "https://api.vultr.com/v2/kubernetes/versions" },
    ]);
    const { condition, error_message: said } = vke.check.offered_version.assert;
    expect(condition).toContain('.versions, []), "v1.35.5+1")}');
    expect(said).toMatch(/^cluster "eu-west": Vultr does not offer v1\.35\.5\+1 for new clusters/);
  });

  it("hide the registry's root password, which the provider shows", () => {
    expect(output.workspaces["vultr-registry"]?.output?.["root-password"]).toEqual({
      sensitive: true,
      value: '${vultr_container_registry.Registry_4DB9CCA5.root_user["password"]}',
    });
  });

  it.each(["vultr-registry", "vultr-network-eu-west", "vultr-vke-eu-west", "vultr-pki"])("%s", (id) => {
    expect(output.workspaces[id]).toMatchSnapshot();
  });
});

describe("a cluster's way in", () => {
  const output = synthesized();
  const balancer = only(output.workspaces["vultr-cluster-addons-eu-west"], "kubernetes_service_v1");

  it("is the address of its load balancer, once it has one", () => {
    const address = "kubernetes_service_v1.LoadBalancer_BE9EEC3A.status[0].load_balancer[0].ingress[0].ip";
    expect(output.workspaces["vultr-cluster-addons-eu-west"]?.output).toMatchObject({
      address: { value: `\${${address}}` },
      host: { value: `paris-cluster.\${${address}}.nip.io` },
    });
    expect(balancer).toMatchObject({
      wait_for_load_balancer: true,
      lifecycle: {
        postcondition: [
          {
            condition: '${can(regex("^[1-9]", self.status[0].load_balancer[0].ingress[0].ip))}',
          },
        ],
      },
    });
  });

  it("hands connections through to Traefik, which hands TLS through to the pods", () => {
    expect(balancer["spec"]).toMatchObject({
      type: "LoadBalancer",
      selector: { "app.kubernetes.io/name": "traefik" },
      port: [
        { name: "web", port: 80, target_port: "web" },
        { name: "websecure", port: 443, target_port: "websecure" },
      ],
    });
    expect(objectOf(output, "vultr-api-deploy-eu-west", "IngressRouteTCP").spec).toMatchObject({
      routes: [{ match: `\${jsonencode("HostSNI(\`\${${HOST}}\`)")}` }],
      tls: { passthrough: true },
    });
  });

  it("is a name of the team's own, in plain text, where there is a domain", () => {
    const named = synthesized((input) => {
      input.domain = "api.example.com";
    });
    expect(objectOf(named, "vultr-api-deploy-eu-west", "IngressRouteTCP").spec).toMatchObject({
      routes: [{ match: "HostSNI(`paris-cluster.api.example.com`)" }],
    });
  });

  it("is kept where the environment is protected, like the cluster and the registry", () => {
    const { workspaces } = synthesized((input) => {
      input.protect = true;
    });
    const kept = ["vultr-cluster-addons-eu-west", "vultr-vke-eu-west", "vultr-registry"].map((id, at) =>
      only(
        workspaces[id],
        ["kubernetes_service_v1", "vultr_kubernetes", "vultr_container_registry"][at] as string,
      ),
    );
    for (const resource of kept) expect(resource["lifecycle"]).toMatchObject({ prevent_destroy: true });
  });
});

describe("what a cluster serves", () => {
  it("is certified by the cluster's own authority, and mounted as it is", () => {
    const output = synthesized();
    expect(objectOf(output, "vultr-cluster-addons-eu-west", "ClusterIssuer").spec).toEqual({
      ca: { secretName: "cluster-authority" },
    });
    expect(objectOf(output, "vultr-api-deploy-eu-west", "Certificate").spec).toMatchObject({
      dnsNames: [`\${jsonencode(${HOST})}`],
      issuerRef: { kind: "ClusterIssuer", name: "cluster" },
    });
    const { template } = objectOf(output, "vultr-api-deploy-eu-west", "Deployment").spec as unknown as {
      template: {
        spec: {
          initContainers?: unknown;
          volumes: unknown;
          containers: { volumeMounts: unknown }[];
        };
      };
    };
    expect(template.spec.initContainers).toBeUndefined();
    expect(template.spec.volumes).toMatchObject([{ secret: { secretName: "certificate" } }]);
    expect(template.spec.containers[0]?.volumeMounts).toEqual([
      { name: "certificate", mountPath: "/cert/current", readOnly: true },
    ]);
  });

  it("is certified by Let's Encrypt, proved on port 80 beside the passthrough", () => {
    const output = synthesized((input) => {
      input.certificates = {
        kind: "letsencrypt",
        email: "platform@example.com",
        challenge: "http-01",
      };
    });
    expect(Object.keys(output.workspaces)).not.toContain("vultr-pki");
    expect(objectOf(output, "vultr-cluster-addons-eu-west", "ClusterIssuer").spec).toMatchObject({
      acme: {
        solvers: [{ http01: { ingress: { ingressClassName: "traefik" } } }],
      },
    });
    const [traefik] = (
      resourcesOf(output.workspaces["vultr-cluster-addons-eu-west"], "helm_release") as { values: string[] }[]
    ).filter(({ values: [values = ""] }) => values.startsWith("fullnameOverride: traefik"));
    expect(traefik?.values[0]).toContain("allowACMEByPass: true");
    expect(traefik?.values[0]).toContain("kubernetesIngress:\n    enabled: true");
  });

  it("is pulled from the registry with credentials of the cluster's own", () => {
    const output = synthesized();
    const deploy = output.workspaces["vultr-api-deploy-eu-west"];
    expect(
      resourcesOf(deploy, "kubernetes_secret_v1").map(({ type, data_wo: data }) => ({
        type,
        data,
      })),
    ).toEqual([
      {
        type: "kubernetes.io/dockerconfigjson",
        data: { ".dockerconfigjson": "${var.registry_credentials}" },
      },
    ]);
    expect(deploy?.variable?.["registry_credentials"]).toMatchObject({
      sensitive: true,
    });
    expect(objectsIn(deploy)).toContainEqual(
      expect.objectContaining({
        kind: "ServiceAccount",
        imagePullSecrets: [{ name: "registry" }],
      }),
    );
    const elsewhere = synthesized(({ workloads }) => {
      for (const service of workloads[0]?.services ?? [])
        service.image = "ghcr.io/meridian-platform/api:0.1.0";
    });
    expect(resourcesOf(elsewhere.workspaces["vultr-api-deploy-eu-west"], "kubernetes_secret_v1")).toEqual([]);
    expect(Object.keys(elsewhere.workspaces)).not.toContain("vultr-registry");
  });
});
