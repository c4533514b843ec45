import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse, stringify } from "yaml";
import type { EnvironmentInput } from "../../../config/schema/environment";
import type { Tree } from "../../../constructs/gitops/follower";
import { program } from "../../../lab/programs";
import { source } from "../../../lab/sources";
import { type Change, deliveredByTerraform } from "../../support/aws";
import { delivered, firstService, treeOf } from "../../support/delivery";
import { type Loose, objectsOf } from "../../support/helm";
import { build, objectsIn, yamlOf } from "../../support/kubectl";
import { synthesizeToMemory } from "../../support/synth";
import { ApiServer } from "../support/api-server";
import { Flux } from "../support/flux";
import { writeTree } from "../support/tree";

const DIGEST = `sha256:${"a".repeat(64)}`;
const REGISTRY = "registry.example.com";

let folder: string;
let api: ApiServer;
let flux: Flux;

const withEverything: Change = (input) => {
  input.gitops = {
    repository: {
      access: "deploy-key",
      url: "ssh://git@git.example.com/example-org/meridian.git",
      knownHosts:
        "git.example.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl",
    },
    alerts: { kind: "slack", channel: "releases" },
  };
};

/** The definitions among the manifests of a file. */
const definitionsIn = (file: string): string =>
  fs
    .readFileSync(file, "utf8")
    .split(/^---$/m)
    .filter((manifest) => /^kind: CustomResourceDefinition$/m.test(manifest))
    .join("---\n");

const written = (tree: Tree): string => writeTree(folder, tree, DIGEST);

/** What the API server says, without keeping anything: a line for every object. */
const accepted = (objects: readonly object[]): readonly string[] =>
  api
    .kubectl(["apply", "--server-side", "--dry-run=server", "--validate=strict", "-f", "-"], yamlOf(objects))
    .trim()
    .split("\n");

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-flux-"));
  api = await ApiServer.start(folder);
  const operator = "github.com/controlplaneio-fluxcd/flux-operator";
  const controllers = fs.readdirSync(source(operator, "config/data/flux")).sort().at(-1) as string;
  const definitions = [
    source(operator, "config/crd/bases/fluxcd.controlplane.io_fluxinstances.yaml"),
    ...["source", "kustomize", "notification"].map((name) =>
      source(operator, "config/data/flux", controllers, `${name}-controller.yaml`),
    ),
    source("github.com/fluxcd/flagger", "artifacts/flagger/crd.yaml"),
    ...["gatewayclasses", "gateways", "httproutes", "tlsroutes"].map((kind) =>
      source("sigs.k8s.io/gateway-api", `config/crd/experimental/gateway.networking.k8s.io_${kind}.yaml`),
    ),
  ];
  for (const file of definitions) api.kubectl(["apply", "--server-side", "-f", "-"], definitionsIn(file));
  api.kubectl(["wait", "--for=condition=Established", "crd", "--all", "--timeout=60s"]);
  for (const name of ["api", "flux-system", "flagger-system", "projectcontour"])
    api.kubectl(["create", "namespace", name]);
});

afterAll(async () => {
  flux?.close();
  await api?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const { workspaces } = synthesizeToMemory([delivered(withEverything)]);
const instance = (): Loose =>
  objectsOf(workspaces["aws-gitops-central"]).find(({ kind }) => kind === "FluxInstance") as Loose;

describe("the API server accepts", () => {
  it.each(["aws-gitops-central", "aws-cluster-addons-central"])("every object of %s", (id) => {
    const objects = objectsOf(workspaces[id]).filter(({ kind }) => kind !== "TargetGroupBinding");
    expect(objects.length).toBeGreaterThan(2);
    expect(accepted(objects)).toHaveLength(objects.length);
  });

  it("what Flux follows first: Kustomizations, and who is told of failures", () => {
    const root = written(treeOf(delivered(withEverything)));
    const objects = objectsIn(build(path.join(root, "deploy/aws/central")));
    expect(objects.map(({ kind }) => kind).sort()).toEqual(["Alert", "Kustomization", "Provider"]);
    expect(accepted(objects)).toHaveLength(3);
  });

  it("no field of an instance of Flux that does not exist", () => {
    const wrong = structuredClone(instance());
    wrong["spec"].sync.branch = "main";
    expect(() => accepted([wrong])).toThrow(/spec\.sync\.branch/);
  });
});

describe("a workload that changes hands", () => {
  const withoutCanary: Change = (input: EnvironmentInput) => {
    delete firstService(input).canary;
  };
  const terraforms = objectsOf(
    synthesizeToMemory([deliveredByTerraform()]).workspaces["aws-api-deploy-central"],
  );

  /** As the Helm provider does, with the chart that prints its values. */
  function install(): void {
    const values = path.join(folder, "values.yaml");
    fs.writeFileSync(values, stringify({ manifests: yamlOf(terraforms) }));
    const chart = path.join(__dirname, "../../../constructs/kubernetes/chart");
    execFileSync(
      program("helm"),
      [
        ...["upgrade", "--install", "api", chart, "--namespace", "api", "--values", values],
        ...["--take-ownership", "--kubeconfig", api.kubeconfig],
      ],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
  }

  /** The lab's Helm signs what it installs as `helm`, the provider by its own name. */
  function signAsProvider({ kind, metadata: { name } }: Loose): void {
    const object = JSON.parse(
      api.kubectl(["get", kind, name, "-n", "api", "-o", "json", "--show-managed-fields"]),
    ) as { metadata: { managedFields: { manager: string }[] } };
    const value = object.metadata.managedFields.map((entry) =>
      entry.manager === "helm" ? { ...entry, manager: "terraform-provider-helm_v3.0.2_x5" } : entry,
    );
    const patch = [{ op: "replace", path: "/metadata/managedFields", value }];
    api.kubectl(["-n", "api", "patch", kind, name, "--type=json", "-p", JSON.stringify(patch)]);
  }

  const find = (kind: string, name: string): Loose => api.get<Loose>(kind, name, "-n", "api");
  const uidOf = ({ kind, metadata }: Loose): string =>
    (find(kind, metadata.name).metadata as unknown as { uid: string }).uid;
  const uids = () =>
    Object.fromEntries(terraforms.map((each) => [`${each.kind} ${each.metadata.name}`, uidOf(each)]));
  const container = (): Loose => find("Deployment", "api")["spec"].template.spec.containers[0];

  /** What the platform's instance of Flux adds to the arguments of the controller. */
  const addedArguments = (): readonly string[] =>
    (instance()["spec"].kustomize.patches as { target: { name: string }; patch: string }[])
      .filter(({ target }) => target.name === "kustomize-controller")
      .flatMap(({ patch }) => JSON.parse(patch) as { path: string; value: string }[])
      .map(({ value }) => value);

  let before: Record<string, string>;

  beforeAll(async () => {
    install();
    before = uids();
    for (const object of terraforms) signAsProvider(object);
    api.kubectl(["-n", "api", "delete", "secret", "-l", "owner=helm,name=api"]); // as the guide says
    const values = {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "cluster-values", namespace: "flux-system" },
      data: { registry: REGISTRY, host: "aws.internal" },
    };
    api.kubectl(["apply", "-f", "-"], yamlOf([values]));
    flux = await Flux.start(api, addedArguments());
    const root = written(treeOf(delivered(withoutCanary)));
    const kustomization = parse(
      fs.readFileSync(path.join(root, "deploy/aws/central/api.yaml"), "utf8"),
    ) as Loose;
    kustomization["spec"].wait = false; // no pods run here
    api.kubectl(["apply", "-f", "-"], yamlOf([kustomization]));
    await flux.publish(root, "api");
  });

  it("from Terraform to Flux keeps every object", () => {
    expect(uids()).toEqual(before);
  });

  it("runs what the repository says, and nothing that the release said", () => {
    expect(container()).toMatchObject({
      image: `${REGISTRY}/meridian/api@${DIGEST}`,
      envFrom: [{ configMapRef: { name: "api-environment" } }],
    });
    expect(container()["env"]).toBeUndefined();
    expect(find("ConfigMap", "api-environment")["data"].API_IMAGE).toBe(`${REGISTRY}/meridian/api@${DIGEST}`);
  });

  it("gets a canary, and loses it, without losing what users come by", async () => {
    await flux.publish(written(treeOf(delivered())), "api");
    expect(uids()).toEqual(before);
    expect(find("canary", "api")["spec"].suspend).toBeUndefined();
    const labels = { spec: { selector: { "app.kubernetes.io/name": "api-primary" } } }; // as Flagger does
    api.kubectl([
      "-n",
      "api",
      "patch",
      "service",
      "api",
      "--field-manager=flagger",
      "-p",
      JSON.stringify(labels),
    ]);
    await flux.reconcile("api");
    expect(find("service", "api")["spec"].selector).toEqual(labels.spec.selector);

    await flux.publish(written(treeOf(delivered(withoutCanary))), "api");
    expect(uids()).toEqual(before);
    expect(find("service", "api")["spec"].selector).toEqual({ "app.kubernetes.io/name": "api" });
    expect(api.get<{ items: unknown[] }>("canaries", "-n", "api").items).toEqual([]);
  });

  it("has a canary that stays suspended as long as a person wants", async () => {
    await flux.publish(written(treeOf(delivered())), "api");
    const pause = ["--field-manager=pause", "--type=merge", "-p", '{"spec":{"suspend":true}}'];
    api.kubectl(["-n", "api", "patch", "canary", "api", ...pause]);
    await flux.reconcile("api");
    expect(find("canary", "api")["spec"].suspend).toBe(true);
    await flux.publish(written(treeOf(delivered(withoutCanary))), "api");
  });

  it("from Flux to Terraform keeps every object", () => {
    api.kubectl(["-n", "flux-system", "delete", "kustomization", "api", "--timeout=60s"]);
    expect(uids()).toEqual(before);
    install();
    expect(uids()).toEqual(before);
    // The release wins over what is left of the repository's, and the guide says how to remove that.
    const installed = terraforms.find(({ kind }) => kind === "Deployment") as Loose;
    const { image, env } = installed["spec"].template.spec.containers[0];
    expect(container()).toMatchObject({ image, env });
    const remove = [{ op: "remove", path: "/spec/template/spec/containers/0/envFrom" }];
    api.kubectl(["-n", "api", "patch", "deployment", "api", "--type=json", "-p", JSON.stringify(remove)]);
    api.kubectl(["-n", "api", "delete", "configmap", "api-environment"]);
    install();
    expect(container()["envFrom"]).toBeUndefined();
  });
});
