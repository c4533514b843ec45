import { byArgoCd, type byFlux, REPOSITORY } from "../../support/delivery";
import { objectsOf, releasesOf } from "../../support/helm";
import { schemaProblems } from "../../support/kubernetes-models";
import { problemsOf } from "../../support/problems";
import { environment, resourcesOf, synthesizeToMemory } from "../../support/synth";

const PRIVATE = {
  access: "deploy-key",
  url: "ssh://git@github.com/example-org/meridian.git",
  knownHosts: "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
} as const;

const { workspaces, dependencies } = synthesizeToMemory([byArgoCd()]);

describe("Argo CD", () => {
  it("runs in one cluster, and gets into each of the others by a workspace that waits for no other region", () => {
    const ids = Object.keys(workspaces).filter((id) => /-(gitops|argocd)(-|$)/.test(id));
    expect(ids.sort()).toEqual([
      "vultr-argocd",
      "vultr-gitops",
      "vultr-gitops-eu-west",
      "vultr-gitops-us-east",
    ]);
    expect([...(dependencies["vultr-gitops-eu-west"] ?? [])].sort()).toEqual([
      "vultr-api-deploy-eu-west",
      "vultr-argocd",
      "vultr-vke-eu-west",
      "vultr-vke-tooling",
    ]);
    expect(dependencies["vultr-gitops"]).toEqual(["vultr-vke-tooling", "vultr-argocd"]);
  });

  it("changes of its own cluster its own namespace alone, and makes its password itself", () => {
    const values = releasesOf(workspaces["vultr-argocd"])["argocd"];
    expect(values).toMatchObject({
      createClusterRoles: false,
      dex: { enabled: false },
      configs: {
        cm: { "resource.respectRBAC": "normal", "timeout.reconciliation": "60s" },
        params: { "applicationsetcontroller.policy": "create-update" },
      },
    });
    expect(JSON.stringify(values)).not.toMatch(/password/i);
    expect(resourcesOf(workspaces["vultr-argocd"], "kubernetes_secret_v1")).toEqual([]);
  });

  it("has two of each where that is asked for", () => {
    const several = synthesizeToMemory([
      byArgoCd((input) => {
        input.gitops = { repository: REPOSITORY, argocd: { highAvailability: true } };
      }),
    ]).workspaces["vultr-argocd"];
    expect(releasesOf(several)["argocd"]).toMatchObject({
      server: { replicas: 2, pdb: { enabled: true } },
      repoServer: { replicas: 2 },
      applicationSet: { replicas: 2 },
      "redis-ha": { enabled: true },
    });
  });

  it("reads a private repository with a key that is in no Helm value, and only from the server that is named", () => {
    const output = synthesizeToMemory([
      byArgoCd((input) => {
        input.gitops = { repository: PRIVATE, alerts: { kind: "slack", channel: "releases" } };
      }),
    ]).workspaces;
    expect(releasesOf(output["vultr-argocd"])["argocd"]).toMatchObject({
      configs: { ssh: { knownHosts: PRIVATE.knownHosts, extraHosts: "" } },
      notifications: { enabled: true, secret: { create: false } },
    });
    expect(resourcesOf(output["vultr-argocd"], "kubernetes_secret_v1").map(({ data_wo }) => data_wo)).toEqual(
      [{ "alert-url": "${var.delivery_alert_url}" }],
    );
    expect(
      resourcesOf(output["vultr-gitops"], "kubernetes_secret_v1").map(({ data_wo }) => data_wo),
    ).toContainEqual({
      type: "git",
      url: PRIVATE.url,
      sshPrivateKey: "${var.git_deploy_key}",
    });
    for (const id of ["vultr-argocd", "vultr-gitops"])
      expect(JSON.stringify(resourcesOf(output[id], "helm_release"))).not.toContain("${var.");
  });
});

describe("the account in a cluster", () => {
  const workspace = workspaces["vultr-gitops-eu-west"];

  it("may change what workloads are made of, in their namespaces, and reads no Secret", () => {
    const roles = resourcesOf(workspace, "kubernetes_role_v1") as unknown as {
      metadata: { namespace: string };
      rule: { resources: string[]; verbs: string[] }[];
    }[];
    expect(roles.map(({ metadata }) => metadata.namespace)).toEqual(["api"]);
    const allowed = roles.flatMap(({ rule }) => rule);
    expect(allowed.flatMap(({ resources }) => resources)).not.toContain("secrets");
    expect(allowed.flatMap(({ resources, verbs }) => [...resources, ...verbs])).not.toContain("*");
    const readOnly = allowed.filter(({ verbs }) => !verbs.includes("create"));
    expect(readOnly.flatMap(({ resources }) => resources)).toEqual([
      "pods",
      "events",
      "endpoints",
      "replicasets",
    ]);
    expect(resourcesOf(workspace, "kubernetes_cluster_role_binding_v1")).toEqual([]);
  });

  it("is told to Argo CD alone, with the name that the cluster answers to", () => {
    const secrets = resourcesOf(workspace, "kubernetes_secret_v1") as unknown as {
      provider?: string;
      type?: string;
      metadata: { namespace: string; labels: object; annotations: object };
      data: Record<string, string>;
    }[];
    const cluster = secrets.find(({ provider }) => provider !== undefined);
    const token = secrets.find(({ provider }) => provider === undefined);
    expect(token).toMatchObject({ type: "kubernetes.io/service-account-token" });
    expect(cluster?.provider).toBe("kubernetes.tooling");
    expect(cluster?.metadata).toMatchObject({
      namespace: "argocd",
      labels: { "argocd.argoproj.io/secret-type": "cluster", environment: "vultr", role: "api" },
      annotations: {
        host: "${data.terraform_remote_state.vultr-api-deploy-eu-west.outputs.host}",
        region: "eu-west",
        folder: "deploy/vultr/eu-west",
      },
    });
    expect(cluster?.data).toMatchObject({ name: "eu-west", namespaces: "api", clusterResources: "false" });
    expect(workspace?.output ?? {}).toEqual({});
  });

  it("cannot be had where only a file on one machine says where the cluster is", () => {
    const local = environment("local", (input) => {
      input.gitops = { repository: REPOSITORY };
      (input.workloads[0] as { delivery?: string }).delivery = "argocd";
      const [region] = Object.values(input.regions);
      Object.assign(region?.clusters as object, {
        tools: { kind: "existing", role: "tooling", host: "tools.example.com", address: "192.0.2.7" },
      });
    });
    expect(problemsOf(() => synthesizeToMemory([local]))).toEqual([
      expect.stringMatching(/delivery "argocd" enters cluster "\w+" from another one, and only a kubeconfig/),
    ]);
  });
});

describe("what Argo CD is told", () => {
  const objects = objectsOf(workspaces["vultr-gitops"]);
  const project = (name: string) =>
    objects.find(({ kind, metadata }) => kind === "AppProject" && metadata.name === name)?.["spec"];

  it("has the schema of its kinds", () => {
    expect(schemaProblems(objects)).toEqual([]);
  });

  it("is a list to follow, which may hold nothing but ApplicationSets", () => {
    expect(objects.find(({ kind }) => kind === "Application")?.["spec"]).toMatchObject({
      project: "applications",
      source: { repoURL: REPOSITORY.url, targetRevision: "main", path: "deploy/vultr/_applications" },
      syncPolicy: { automated: { prune: true, selfHeal: true } },
    });
    expect(project("applications")).toMatchObject({
      namespaceResourceWhitelist: [{ group: "argoproj.io", kind: "ApplicationSet" }],
      clusterResourceWhitelist: [],
    });
  });

  it("leaves nothing to the project in which everything is allowed", () => {
    expect(project("default")).toMatchObject({ sourceRepos: [], destinations: [] });
  });

  it("lets a group of workloads into its own namespaces, from this repository, and makes nothing that belongs to none", () => {
    expect(project("api")).toMatchObject({
      sourceRepos: [REPOSITORY.url],
      destinations: [
        { name: "us-east", namespace: "api" },
        { name: "eu-west", namespace: "api" },
      ],
      clusterResourceWhitelist: [],
    });
    const grouped = objectsOf(
      synthesizeToMemory([
        byArgoCd(({ workloads }) => {
          (workloads[0] as { group?: string }).group = "storefront";
        }),
      ]).workspaces["vultr-gitops"],
    );
    const names = grouped.filter(({ kind }) => kind === "AppProject").map(({ metadata }) => metadata.name);
    expect(names).toEqual(["default", "applications", "storefront"]);
  });
});

describe("a workload that changes hands", () => {
  it("keeps its namespace, secrets and certificate where they are, at the same addresses", () => {
    const of = (shown: ReturnType<typeof byFlux>) => {
      const resources = synthesizeToMemory([shown]).workspaces["vultr-api-deploy-eu-west"]?.resource ?? {};
      const { helm_release: releases, ...kept } = resources;
      return {
        kept,
        certificates: Object.keys(releases ?? {}).filter((name) => name.includes("Certificate")),
      };
    };
    expect(of(byArgoCd())).toEqual(of(environment("vultr")));
  });
});
