import { parse } from "yaml";
import type { EnvironmentInput } from "../../../../config/schema/environment";
import { movies, moviesDatabase } from "../../../../config/workloads/movies";
import type { KubernetesObject } from "../../../../constructs/kubernetes/object";
import { objectsIn, only } from "../../../support/aws";
import { environment, type Output, resourcesOf, synthesizeToMemory } from "../../../support/synth";

const synthesized = (change?: (input: EnvironmentInput) => void): Output =>
  synthesizeToMemory([environment("kops", change)]);

const clusterOf = (change: object) =>
  synthesized((input) => {
    Object.assign(input.regions["ca"]?.clusters["main"] as object, change);
  }).workspaces["kops-cluster-main"];

const output = synthesized();
const workspace = (id: string) => output.workspaces[id];
const cluster = only(workspace("kops-cluster-main"), "kops_cluster");
const groups = resourcesOf(workspace("kops-cluster-main"), "kops_instance_group");

describe("the workspaces of kops", () => {
  it("are these, and each comes after those that it reads", () => {
    const edges = Object.entries(output.dependencies).map(([id, before]) =>
      `${id} <- ${before.join(" ")}`.trim(),
    );
    expect(edges.join("\n")).toMatchInlineSnapshot(`
      "kops-api-deploy-main <- kops-cluster-main kops-cluster-addons-main
      kops-cluster-addons-main <- kops-cluster-main kops-pki
      kops-cluster-main <- kops-store-ca kops-network-ca
      kops-monitoring-main <- kops-cluster-main kops-pki kops-cluster-addons-main
      kops-network-ca <-
      kops-pki <-
      kops-registry-ca <-
      kops-store-ca <-"
    `);
  });

  it("leave the registry where it is when another region stands before its own", () => {
    const { workspaces } = synthesized((input) => {
      Object.assign(input.infrastructure, { home: "ca" });
      const network = { kind: "aws", location: "eu-north-1", cidr: "10.60.0.0/16" } as const;
      input.regions = {
        north: { network, clusters: { north: { kind: "kops", role: "tooling" } } },
        ...input.regions,
      };
    });
    const [home, here] = [workspaces, output.workspaces].map((each) => each["kops-registry-ca"]);
    expect(resourcesOf(home, "aws_ecr_repository")).toEqual(
      expect.arrayContaining([...resourcesOf(here, "aws_ecr_repository")]),
    );
    expect(home?.output).toEqual(here?.output);
    expect(Object.keys(workspaces)).not.toContain("kops-registry-north");
  });

  it.each(["kops-registry-ca", "kops-store-ca", "kops-cluster-main"])("%s", (id) => {
    expect(workspace(id)).toMatchSnapshot();
  });
});

describe("a network of kops", () => {
  const subnets = resourcesOf(workspace("kops-network-ca"), "aws_subnet");

  it("has a public and a private subnet in every zone, marked as the cluster's, and a way out in each", () => {
    expect(subnets).toHaveLength(6);
    for (const { tags } of subnets)
      expect(tags).toMatchObject({
        "kubernetes.io/cluster/kops-main.k8s.local": "shared",
      });
    expect(resourcesOf(workspace("kops-network-ca"), "aws_nat_gateway")).toHaveLength(3);
  });

  it("lets nothing from outside into a private subnet: its one way leads out, through a public one", () => {
    const routes = resourcesOf(workspace("kops-network-ca"), "aws_route");
    expect(routes.map((route) => Object.keys(route).filter((key) => key.endsWith("gateway_id")))).toEqual([
      ["gateway_id"],
      ...Array(3).fill(["nat_gateway_id"]),
    ]);
    expect(
      resourcesOf(workspace("kops-network-ca"), "aws_subnet").some(
        ({ map_public_ip_on_launch }) => map_public_ip_on_launch,
      ),
    ).toBe(false);
  });
});

describe("a cluster of kops", () => {
  it("needs no zone of DNS, and its API answers operators alone", () => {
    expect(cluster).toMatchObject({
      name: "kops-main.k8s.local",
      networking: { topology: { dns: "None" }, tag_subnets: { value: false } },
      api: {
        access: ["203.0.113.7/32"],
        load_balancer: { class: "Network", type: "Public" },
      },
    });
    expect(cluster).not.toHaveProperty("ssh_access");
    expect(cluster).not.toHaveProperty("admin_ssh_key");
  });

  it("has a machine of the control plane and a group of nodes in every zone, encrypted, without open metadata", () => {
    expect(groups.map(({ name, subnets }) => `${name} in ${subnets}`)).toEqual([
      "control-plane-0 in cac1-az1",
      "control-plane-1 in cac1-az2",
      "control-plane-2 in cac1-az4",
      "nodes-cac1-az1 in cac1-az1",
      "nodes-cac1-az2 in cac1-az2",
      "nodes-cac1-az4 in cac1-az4",
    ]);
    for (const group of groups) {
      expect(group).toMatchObject({
        root_volume: { encryption: true },
        instance_metadata: {
          http_tokens: "required",
          http_put_response_hop_limit: 1,
        },
      });
    }
    const members = (cluster["etcd_cluster"] as { member: object[] }[]).flatMap(({ member }) => member);
    expect(members).toHaveLength(6);
    for (const member of members) expect(member).toMatchObject({ encrypted_volume: true });
  });

  it("is updated whenever its description or a group has another revision", () => {
    const { keepers } = only(workspace("kops-cluster-main"), "kops_cluster_updater") as { keepers: object };
    expect(Object.keys(keepers)).toEqual(["cluster", ...groups.map(({ name }) => name)]);
    for (const revision of Object.values(keepers)) expect(revision).toMatch(/\.revision}$/);
  });

  it("is reached by what kOps signs for an hour, and never by a kubeconfig's certificate", () => {
    const provider = workspace("kops-api-deploy-main")?.provider?.["kubernetes"];
    expect(provider).toEqual([
      expect.objectContaining({
        tls_server_name: "${data.terraform_remote_state.kops-cluster-main.outputs.server-name}",
        exec: [
          {
            api_version: "client.authentication.k8s.io/v1beta1",
            command: "kops",
            args: [
              "helpers",
              "kubectl-auth",
              "--cluster=${data.terraform_remote_state.kops-cluster-main.outputs.name}",
              "--state=${data.terraform_remote_state.kops-cluster-main.outputs.store-url}",
            ],
          },
        ],
      }),
    ]);
    expect(JSON.stringify(output.workspaces)).not.toContain("kops_kube_config");
  });

  it("has spot nodes where they are chosen, replaced when AWS warns", () => {
    const spot = resourcesOf(clusterOf({ nodes: { spot: true } }), "kops_instance_group");
    expect(
      spot.filter(({ mixed_instances_policy: policy }) => policy !== undefined).map(({ name }) => name),
    ).toEqual(["nodes-cac1-az1", "nodes-cac1-az2", "nodes-cac1-az4"]);
    expect(spot.at(-1)).toMatchObject({
      capacity_rebalance: true,
      mixed_instances_policy: {
        on_demand_base: { value: 0 },
        on_demand_above_base: { value: 0 },
      },
    });
  });

  it("has a bastion in the public subnets where one is chosen, for its own networks and key", () => {
    const sshPublicKey =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJnosuUe9sEmvKlTtS9hfJFSCiv3JDWpNF6y9xXgzWTP platform@example.com";
    const made = clusterOf({
      bastion: { sshPublicKey, sourceCidrs: ["198.51.100.0/24"] },
    });
    expect(only(made, "kops_cluster")).toMatchObject({
      admin_ssh_key: sshPublicKey,
      ssh_access: ["198.51.100.0/24"],
    });
    expect(resourcesOf(made, "kops_instance_group")).toContainEqual(
      expect.objectContaining({
        role: "Bastion",
        subnets: ["public-cac1-az1", "public-cac1-az2", "public-cac1-az4"],
      }),
    );
  });

  it("publishes no public bucket where pods have no roles of their own", () => {
    const { workspaces } = synthesized((input) => {
      Object.assign(input.regions["ca"]?.clusters["main"] as object, {
        serviceAccountRoles: false,
      });
    });
    expect(resourcesOf(workspaces["kops-store-ca"], "aws_s3_bucket")).toHaveLength(1);
    const [control] = resourcesOf(workspaces["kops-cluster-main"], "kops_instance_group");
    expect(control).toMatchObject({
      instance_metadata: { http_put_response_hop_limit: 3 },
    });
  });

  it("is kept where the environment is protected, like its store and its balancer", () => {
    const { workspaces } = synthesized((input) => {
      input.protect = true;
    });
    for (const [id, type] of [
      ["kops-cluster-main", "kops_cluster"],
      ["kops-store-ca", "aws_s3_bucket"],
      ["kops-cluster-addons-main", "kubernetes_service_v1"],
    ] as const) {
      expect(
        resourcesOf(workspaces[id], type).filter(({ lifecycle }) => lifecycle !== undefined),
      ).toMatchObject([{ lifecycle: { prevent_destroy: true } }]);
    }
  });
});

describe("the way in of kops", () => {
  it("is the name of its load balancer, which sees its callers' addresses", () => {
    const addons = workspace("kops-cluster-addons-main");
    const name = "kubernetes_service_v1.LoadBalancer_BE9EEC3A.status[0].load_balancer[0].ingress[0].hostname";
    expect(addons?.output).toMatchObject({
      address: { value: `\${${name}}` },
      host: { value: `\${${name}}` },
    });
    expect(only(addons, "kubernetes_service_v1")["spec"]).toMatchObject({
      type: "LoadBalancer",
      external_traffic_policy: "Local",
      port: [
        { name: "web", port: 80 },
        { name: "websecure", port: 443 },
      ],
    });
  });

  const valuesOf = (of: Output) =>
    resourcesOf(of.workspaces["kops-cluster-addons-main"], "helm_release")
      .flatMap(({ values }) => values as string[])
      .find((values) => values.startsWith("fullnameOverride: traefik")) as string;

  it("is HTTPS, to which port 80 redirects, except who proves a name to Let's Encrypt", () => {
    expect(output.workspaces["kops-api-deploy-main"]?.output?.["url"]).toEqual({
      value: "https://${data.terraform_remote_state.kops-cluster-addons-main.outputs.host}",
    });
    const { ports } = parse(valuesOf(output));
    expect(ports.web.http.redirections.entryPoint).toEqual({
      to: "websecure",
      scheme: "https",
      permanent: true,
      priority: 1,
    });
    const proving = synthesized((input) => {
      input.domain = "movies.example.com";
      input.certificates = { kind: "letsencrypt", email: "platform@example.com", challenge: "http-01" };
    });
    const values = parse(valuesOf(proving));
    expect(values.ports.web).toMatchObject({
      allowACMEByPass: true,
      http: { redirections: { entryPoint: { priority: 1 } } },
    });
    expect(values.providers.kubernetesIngress.enabled).toBe(true);
    expect(Object.keys(proving.workspaces)).not.toContain("kops-pki");
  });

  it("is plain HTTP where that is chosen, and nobody issues certificates then", () => {
    const plain = synthesized((input) => {
      input.certificates = { kind: "none" };
      for (const service of input.workloads[0]?.services ?? [])
        Object.assign(service, { protocol: "http", exposure: "http" });
    });
    expect(plain.workspaces["kops-api-deploy-main"]?.output?.["url"]).toEqual({
      value: "http://${data.terraform_remote_state.kops-cluster-addons-main.outputs.host}",
    });
    const addons = plain.workspaces["kops-cluster-addons-main"];
    expect(only(addons, "kubernetes_service_v1")["spec"]).toMatchObject({ port: [{ port: 80 }] });
    expect(JSON.stringify(addons)).not.toContain("cert-manager");
    expect(parse(valuesOf(plain)).ports.web).not.toHaveProperty("http");
  });

  it("leads to every service by its path without it, where all are reached, and keeps callers in their zone", () => {
    const fanOut = synthesized((input) => {
      input.workloads = movies({ image: "{registry}/meridian/movies:0.1.0", entry: "fan-out" });
      input.databases = { movies: { kind: "managed", engine: "postgres", version: "17", ...moviesDatabase } };
    }).workspaces["kops-api-deploy-main"];
    const objects = objectsIn(fanOut) as readonly (KubernetesObject & { readonly spec?: unknown })[];
    expect(objects.filter(({ kind }) => kind === "Middleware").map(({ spec }) => spec)).toEqual(
      ["/auth", "/user-data", "/recommend", "/webapp"].map((prefix) => ({
        stripPrefix: { prefixes: [prefix] },
      })),
    );
    expect(objects.filter(({ kind }) => kind === "IngressRoute")).toHaveLength(4);
    for (const { spec } of objects.filter(({ kind }) => kind === "Service"))
      expect(spec).toMatchObject({ trafficDistribution: "PreferClose" });
  });

  it("is a load balancer straight to web on port 80, as S2 had it, where that is chosen; another inside the network", () => {
    const { workspaces } = synthesized((input) => {
      input.certificates = { kind: "none" };
      input.workloads = movies({ entry: "balancer", protocol: "http", internal: ["data"] });
      for (const { services } of input.workloads)
        for (const service of services) Object.assign(service, { internalTrafficPolicy: "local" });
      Object.assign(input.regions["ca"]?.network as object, { zones: 1 });
      Object.assign(input.regions["ca"]?.clusters["main"] as object, {
        ingress: false,
        nodes: { minimum: 1, maximum: 1 },
      });
    });
    const deploy = workspaces["kops-api-deploy-main"];
    const [data, web] = resourcesOf(deploy, "kubernetes_service_v1");
    expect(web).toMatchObject({
      metadata: {
        name: "web-reached-from-outside-the-cluster",
        namespace: expect.stringContaining("movies-web_Namespace"),
      },
      spec: {
        type: "LoadBalancer",
        external_traffic_policy: "Local",
        load_balancer_source_ranges: ["0.0.0.0/0"],
        port: [{ port: 80, target_port: "8080" }],
        selector: { "app.kubernetes.io/name": "web" },
      },
    });
    expect(data).toMatchObject({
      metadata: {
        annotations: { "service.beta.kubernetes.io/aws-load-balancer-internal": "true" },
      },
      spec: { load_balancer_source_ranges: ["10.10.0.0/16"], port: [{ port: 80, target_port: "8083" }] },
    });
    const objects = objectsIn(deploy) as readonly (KubernetesObject & { readonly spec?: object })[];
    const admissions = (name: string) =>
      objects.find((each) => each.kind === "NetworkPolicy" && each.metadata.name === name)?.spec;
    expect(JSON.stringify(admissions("web"))).toContain(
      '{"from":[{"ipBlock":{"cidr":"0.0.0.0/0"}}],"ports":[{"protocol":"TCP","port":8080}]}',
    );
    expect(JSON.stringify(admissions("data"))).toContain('{"ipBlock":{"cidr":"10.10.0.0/16"}}');
    expect(JSON.stringify(admissions("auth"))).not.toContain("ipBlock");
    expect(objects.filter(({ kind }) => kind === "IngressRoute")).toEqual([]);
    for (const { spec } of objects.filter(({ kind }) => kind === "Service"))
      expect(spec).toMatchObject({ internalTrafficPolicy: "Local" });
    expect(deploy?.output?.["url"]).toEqual({
      value: expect.stringMatching(/^http:\/\/\$\{kubernetes_service_v1\..*web.*hostname}$/),
    });
    expect(Object.keys(deploy?.output ?? {})).toContain("movies-data-data-balancer");
    const addons = workspaces["kops-cluster-addons-main"];
    const scrapesTraefik = (of: Output) =>
      JSON.stringify(of.workspaces["kops-monitoring-main"]).includes("job_name: traefik");
    expect([output, { ...output, workspaces }].map(scrapesTraefik)).toEqual([true, false]);
    expect(JSON.stringify(addons)).not.toContain("traefik");
    expect(Object.keys(addons?.output ?? {})).toEqual(["host"]);
  });

  it("brings storage that is encrypted and found again in its zone", () => {
    expect(objectsIn(workspace("kops-cluster-addons-main"))).toContainEqual(
      expect.objectContaining({
        kind: "StorageClass",
        parameters: { type: "gp3", encrypted: "true" },
        volumeBindingMode: "WaitForFirstConsumer",
      }),
    );
  });
});
