import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { CLUSTER_VALUES } from "../../../constructs/gitops/substitution";
import { synthesize } from "../../../stacks/synthesis";
import { byFlux, delivered, REPOSITORY } from "../../support/delivery";
import { objectsOf, releasesOf } from "../../support/helm";
import { schemaProblems } from "../../support/kubernetes-models";
import { environment, resourcesOf, synthesizeToMemory, type Workspace } from "../../support/synth";

const PRIVATE = {
  access: "deploy-key",
  url: "ssh://git@github.com/example-org/meridian.git",
  knownHosts: "github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
} as const;

describe("Flux", () => {
  const { workspaces, dependencies } = synthesizeToMemory([byFlux()]);

  it("follows the cluster's own folder, at one exact release, without a credential for a public repository", () => {
    const [instance] = objectsOf(workspaces["local-gitops-us"]);
    expect(instance?.["spec"]).toMatchObject({
      distribution: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
      sync: {
        kind: "GitRepository",
        url: REPOSITORY.url,
        ref: "refs/heads/main",
        path: "deploy/local/us",
        interval: "60s",
      },
    });
    expect(instance?.["spec"].sync.pullSecret).toBeUndefined();
    expect(workspaces["local-gitops-us"]?.variable).not.toHaveProperty("git_deploy_key");
  });

  it("waits for the workloads, and takes a value that nobody tells for an error", () => {
    const [instance] = objectsOf(workspaces["local-gitops-eu"]);
    const operations = instance?.["spec"].kustomize.patches.flatMap(({ patch }: { patch: string }) =>
      JSON.parse(patch),
    );
    expect(operations).toContainEqual({ op: "add", path: "/spec/wait", value: true });
    expect(JSON.stringify(operations)).toContain("StrictPostBuildSubstitutions=true");
  });

  it("runs in every cluster that serves users, after the namespaces are there", () => {
    const ids = Object.keys(workspaces).filter((id) => id.includes("-gitops-"));
    expect(ids).toEqual(["local-gitops-eu", "local-gitops-us"]);
    expect(dependencies["local-gitops-eu"]).toContain("local-api-deploy-eu");
  });

  it("tells delivered objects only what they may call by name", () => {
    const [values] = resourcesOf(workspaces["local-gitops-eu"], "kubernetes_config_map_v1");
    expect(CLUSTER_VALUES).toEqual(expect.arrayContaining(Object.keys(values?.["data"] as object)));
  });

  it("reads a private repository with a key that is in no Helm value, and only from the server that is named", () => {
    const output = synthesizeToMemory([byFlux({ repository: PRIVATE, alerts: { kind: "slack" } })]);
    const workspace = output.workspaces["local-gitops-eu"];
    expect(workspace?.variable).toMatchObject({
      git_deploy_key: { sensitive: true },
      delivery_alert_url: { sensitive: true },
    });
    const secrets = resourcesOf(workspace, "kubernetes_secret_v1").map(({ data_wo: data }) => data);
    expect(secrets).toEqual(
      expect.arrayContaining([
        { identity: "${var.git_deploy_key}", known_hosts: PRIVATE.knownHosts },
        { address: "${var.delivery_alert_url}" },
      ]),
    );
    expect(JSON.stringify(resourcesOf(workspace, "helm_release"))).not.toContain("${var.");
  });
});

describe("Flagger", () => {
  const { workspaces } = synthesizeToMemory([
    delivered((input) => {
      input.gitops = { repository: REPOSITORY, alerts: { kind: "slack", channel: "releases" } };
    }),
  ]);
  const workspace = workspaces["aws-gitops-central"];
  const releases = releasesOf(workspace);

  it("is there before the first canary is delivered, where there is one", () => {
    const flux = resourcesOf(workspace, "helm_release").find(({ name }) => name === "flux");
    expect(JSON.stringify(flux?.["depends_on"] ?? [])).toContain("helm_release.Flagger_");
    const { workspaces: without } = synthesizeToMemory([byFlux()]);
    expect(Object.keys(releasesOf(without["local-gitops-eu"]))).not.toContain("flagger");
  });

  it("speaks to the Gateway API, asks its own Prometheus, and lets canaries of the workloads' namespaces alone send load", () => {
    expect(releases["flagger"]).toMatchObject({
      meshProvider: "gatewayapi:v1",
      metricsServer: "http://flagger-prometheus.flagger-system:9090",
    });
    expect(releases["loadtester"]).toMatchObject({ cmd: { namespaceRegexp: "^(api)$" } });
  });

  it("asks who calls the load tester, which runs whatever it is sent", () => {
    const policies = objectsOf(workspace).filter(({ kind }) => kind === "NetworkPolicy");
    expect(schemaProblems(policies)).toEqual([]);
    expect(policies.map(({ metadata }) => metadata.name)).toEqual([
      "deny-callers",
      "flagger",
      "flagger-prometheus",
      "loadtester",
    ]);
  });

  it("has a Prometheus with the objects' own release", () => {
    const names = objectsOf(workspace)
      .filter(({ metadata }) => metadata.name === "flagger-prometheus")
      .map(({ kind }) => kind);
    expect(names).toEqual(expect.arrayContaining(["Deployment", "Service", "ConfigMap", "NetworkPolicy"]));
  });

  it("tells the chat of a version that failed", () => {
    const provider = objectsOf(workspace).find(({ kind }) => kind === "AlertProvider");
    expect(provider?.["spec"]).toEqual({
      type: "slack",
      channel: "releases",
      secretRef: { name: "delivery-alerts" },
    });
  });
});

describe("a workload that changes hands", () => {
  it("keeps its namespace, secrets and certificate where they are, at the same addresses", () => {
    const of = (shown: ReturnType<typeof byFlux>) => {
      const resources = synthesizeToMemory([shown]).workspaces["local-api-deploy-eu"]?.resource ?? {};
      const { helm_release: _, ...kept } = resources;
      return kept;
    };
    expect(of(byFlux())).toEqual(of(environment("local")));
  });

  it("is taken back by a release that adopts what runs", () => {
    const [release] = resourcesOf(
      synthesizeToMemory([environment("local")]).workspaces["local-api-deploy-eu"],
      "helm_release",
    );
    expect(release?.["take_ownership"]).toBe(true);
  });
});

describe("an image that nobody has pushed", () => {
  let checkout: string;
  beforeAll(() => {
    checkout = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-checkout-"));
  });
  afterAll(() => fs.rmSync(checkout, { recursive: true }));

  /** What is written of a cluster's workspace while the repository holds a digest. */
  const written = (digest: string, hcl = false): string => {
    const folder = path.join(checkout, "deploy/aws/versions");
    fs.mkdirSync(folder, { recursive: true });
    const file = path.join(folder, "kustomization.yaml");
    fs.writeFileSync(file, `images:\n  - name: meridian/api\n    digest: ${digest}\n`);
    const outdir = path.join(checkout, "cdktf.out");
    synthesize([environment("aws")], { outdir, hcl, checkout });
    return fs.readFileSync(path.join(outdir, "stacks/aws-gitops-central/cdk.tf.json"), "utf8");
  };
  const digest = (letter: string) => `sha256:${letter.repeat(64)}`;

  it("keeps the workspace that delivers it from being planned", () => {
    const { variable } = JSON.parse(written(digest("0"))) as Workspace;
    expect(variable?.["documentation_values"]).toMatchObject({
      default: "refuse",
      validation: [
        {
          condition: '${var.documentation_values == "accept"}',
          error_message: expect.stringContaining(
            "meridian/api in deploy/aws/versions/kustomization.yaml: no image has been pushed yet",
          ),
        },
      ],
    });
  });

  it("is refused by the real Terraform at the plan, and by no validation", () => {
    const { variable } = JSON.parse(written(digest("0"))) as Workspace;
    const folder = path.join(checkout, "only-the-variable");
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, "cdk.tf.json"), JSON.stringify({ variable }));
    const terraform = (...args: string[]) => {
      const settings = { TF_CLI_CONFIG_FILE: "/dev/null", CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1" };
      return spawnSync("terraform", args, {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, ...settings },
      });
    };
    terraform("init");
    expect(terraform("validate").status).toBe(0);
    const { status, stderr } = terraform("plan", "-no-color");
    expect(status).toBe(1);
    expect(stderr.replace(/\s*│?\s+/g, " ")).toContain(
      "no image has been pushed yet; expected a digest, set by",
    );
    expect(terraform("plan", "-var", "documentation_values=accept").status).toBe(0);
  });

  it("is all that synthesis reads: a delivery changes no workspace", () => {
    const first = written(digest("a"));
    expect(first).not.toContain("documentation_values");
    expect(written(digest("b"))).toBe(first);
  });
});
