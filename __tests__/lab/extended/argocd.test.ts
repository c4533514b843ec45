import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { LATE_HOST } from "../../../constructs/argocd/late-host";
import type { Tree } from "../../../constructs/gitops/follower";
import { NO_DIGEST } from "../../../constructs/gitops/versions";
import { buildPrograms, program } from "../../../lab/programs";
import { terminalProgress } from "../../../lab/progress";
import { eventually } from "../../../lab/run";
import { source } from "../../../lab/sources";
import { byArgoCd, REPOSITORY, treeOf } from "../../support/delivery";
import { type Loose, objectsOf, releasesOf } from "../../support/helm";
import { yamlOf } from "../../support/kubectl";
import { environment, resourcesOf, synthesizeToMemory } from "../../support/synth";
import { ApiServer } from "../support/api-server";
import { ArgoCd } from "../support/argocd";
import { GitServer } from "../support/git-server";

/*
 * The real Argo CD, from a real Git server, into two clusters: by what the workspaces say, with the rights that they give.
 * Three API servers without nodes: that pods became ready is written by hand.
 */
jest.setTimeout(900_000);

const DIGEST = `sha256:${"a".repeat(64)}`;
const CLUSTERS = ["us-east", "eu-west"] as const;
const hostOf = (cluster: string) => `${cluster}.198.51.100.7.nip.io`;

const { workspaces } = synthesizeToMemory([byArgoCd()]);
const { workspaces: byTerraform } = synthesizeToMemory([environment("vultr")]);
/** What the objects are in eu-west, where Terraform delivered before. */
let before: Readonly<Record<string, string>>;
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-argocd-"));
const apis = new Map<string, ApiServer>();
let kubelet: NodeJS.Timeout | undefined;
let git: GitServer;
let argocd: ArgoCd;

const tooling = (): ApiServer => apis.get("tooling") as ApiServer;
const into = (cluster: string): ApiServer => apis.get(cluster) as ApiServer;
const apply = (api: ApiServer, objects: readonly object[]) =>
  api.kubectl(["apply", "--server-side", "--force-conflicts", "-f", "-"], yamlOf(objects));

/** A resource of the kubernetes provider as the object that it makes. */
function objectOf(kind: string, apiVersion: string, { metadata, rule, role_ref, subject }: Loose): object {
  const metadataOf = { name: metadata.name, namespace: namespaceOf(metadata as Loose["metadata"]) };
  if (rule) {
    const rules = rule.map((each: Loose) => ({
      apiGroups: each["api_groups"],
      resources: each["resources"],
      verbs: each["verbs"],
    }));
    return { apiVersion, kind, metadata: metadataOf, rules };
  }
  const named = { name: "argocd-deployer", namespace: "argocd-deployer", kind: "ServiceAccount" };
  return {
    apiVersion,
    kind,
    metadata: metadataOf,
    ...(role_ref
      ? { roleRef: { apiGroup: "rbac.authorization.k8s.io", kind: "Role", name: "argocd-deployer" } }
      : {}),
    ...(subject ? { subjects: [named] } : {}),
  };
}

const namespaceOf = ({ namespace }: { readonly namespace?: string }): string | undefined =>
  namespace?.startsWith("${") ? "argocd-deployer" : namespace;

/** The account in a cluster, with the rights that Terraform gives it; gives its token. */
function makeAccount(cluster: string): string {
  const api = into(cluster);
  for (const name of ["api", "argocd-deployer"]) api.kubectl(["create", "namespace", name]);
  const workspace = workspaces[`vultr-gitops-${cluster}`];
  const of = (type: string) => resourcesOf(workspace, type) as unknown as Loose[];
  apply(api, [
    ...of("kubernetes_service_account_v1").map((each) => objectOf("ServiceAccount", "v1", each)),
    ...of("kubernetes_role_v1").map((each) => objectOf("Role", "rbac.authorization.k8s.io/v1", each)),
    ...of("kubernetes_role_binding_v1").map((each) =>
      objectOf("RoleBinding", "rbac.authorization.k8s.io/v1", each),
    ),
  ]);
  return api.kubectl(["-n", "argocd-deployer", "create", "token", "argocd-deployer", "--duration=2h"]).trim();
}

/** What Terraform tells Argo CD of a cluster, with what only an apply knows. */
function clusterSecret(cluster: string, token: string, host = hostOf(cluster)): object {
  const secret = (
    resourcesOf(workspaces[`vultr-gitops-${cluster}`], "kubernetes_secret_v1") as unknown as Loose[]
  ).find(({ provider }) => provider !== undefined) as Loose;
  const { metadata, data } = secret as unknown as {
    metadata: { annotations: object };
    data: Record<string, string>;
  };
  const { clusters } = JSON.parse(fs.readFileSync(into(cluster).kubeconfig, "utf8")) as Loose;
  const { server, "certificate-authority": ca } = clusters[0].cluster;
  const caData = fs.readFileSync(ca).toString("base64");
  return {
    apiVersion: "v1",
    kind: "Secret",
    metadata: { ...metadata, annotations: { ...metadata.annotations, host } },
    stringData: {
      name: data["name"],
      namespaces: data["namespaces"],
      clusterResources: data["clusterResources"],
      server,
      config: JSON.stringify({ bearerToken: token, tlsClientConfig: { insecure: false, caData } }),
    },
  };
}

/** What Terraform installs in a cluster as long as it delivers, with the name that only an apply knows. */
const terraforms = (cluster: string): readonly Loose[] =>
  objectsOf(byTerraform[`vultr-api-deploy-${cluster}`])
    .filter(({ kind }) => kind !== "Certificate") // stays Terraform's
    .map((object) =>
      JSON.parse(
        JSON.stringify(object)
          .replaceAll('\\"', '"')
          .replace(LATE, `$1${hostOf(cluster)}$2`),
      ),
    );

const LATE = /\$\{jsonencode\("(.*?)\$\{data\.[^}]*\}(.*?)"\)\}/g;

/** As the Helm provider does, with the chart that prints its values. */
function install(cluster: string): void {
  const values = path.join(folder, "values.yaml");
  fs.writeFileSync(values, stringify({ manifests: yamlOf(terraforms(cluster)) }));
  const chart = path.join(__dirname, "../../../constructs/kubernetes/chart");
  execFileSync(
    program("helm"),
    [
      ...["upgrade", "--install", "api", chart, "--namespace", "api", "--values", values],
      ...["--take-ownership", "--kubeconfig", into(cluster).kubeconfig],
    ],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
}

/** Commits an environment's files, with the server's own address in the place of the repository's. */
function publish(tree: Tree, digest = DIGEST): void {
  fs.rmSync(path.join(git.folder, "deploy"), { recursive: true, force: true });
  for (const [file, text] of Object.entries(tree)) {
    const absolute = path.join(git.folder, file);
    fs.mkdirSync(path.dirname(absolute), { recursive: true });
    fs.writeFileSync(absolute, text.replaceAll(REPOSITORY.url, git.url).replace(NO_DIGEST, digest));
  }
  git.push("a delivery");
}

interface Scaled {
  readonly metadata: { readonly generation: number };
  readonly spec: { readonly replicas?: number };
  readonly status?: { readonly observedGeneration?: number };
}

/** In the place of controllers and nodes: all pods of a Deployment are ready, and one may go; the autoscaler did its work. */
async function makeReady(api: ApiServer): Promise<void> {
  const deployment = "/apis/apps/v1/namespaces/api/deployments/api";
  const { metadata, spec, status } = await api.read<Scaled>(deployment);
  if (status?.observedGeneration === metadata.generation) return;
  const { replicas = 1 } = spec;
  await api.patch(`${deployment}/status`, {
    status: {
      observedGeneration: metadata.generation,
      ...{ replicas, updatedReplicas: replicas, readyReplicas: replicas, availableReplicas: replicas },
    },
  });
  await api.patch("/apis/autoscaling/v2/namespaces/api/horizontalpodautoscalers/api/status", {
    status: {
      ...{ currentReplicas: replicas, desiredReplicas: replicas },
      conditions: [{ type: "AbleToScale", status: "True", reason: "SucceededRescale" }],
    },
  });
  await api.patch("/apis/policy/v1/namespaces/api/poddisruptionbudgets/api/status", {
    status: {
      ...{ observedGeneration: 1, disruptionsAllowed: 1 },
      ...{ currentHealthy: replicas, desiredHealthy: replicas - 1, expectedPods: replicas },
      conditions: [
        {
          ...{ type: "DisruptionAllowed", status: "True", reason: "SufficientPods", message: "" },
          lastTransitionTime: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
        },
      ],
    },
  });
}

beforeAll(async () => {
  await buildPrograms(terminalProgress, ["kube-apiserver", "helm", "argocd"]);
  for (const name of ["tooling", ...CLUSTERS]) {
    fs.mkdirSync(path.join(folder, name));
    apis.set(name, await ApiServer.start(path.join(folder, name)));
  }
  git = await GitServer.start(path.join(folder, "git"));
  publish(treeOf(byArgoCd()));

  const crds = ["application", "applicationset", "appproject"].map((name) =>
    source("github.com/argoproj/argo-cd/v3", `manifests/crds/${name}-crd.yaml`),
  );
  for (const crd of crds) tooling().kubectl(["apply", "--server-side", "-f", crd]);
  tooling().kubectl(["wait", "--for=condition=Established", "crd", "--all", "--timeout=60s"]);
  tooling().kubectl(["create", "namespace", "argocd"]);
  const { cm } = (releasesOf(workspaces["vultr-argocd"])["argocd"] as Loose)["configs"];
  const labels = { "app.kubernetes.io/part-of": "argocd" };
  const own = { namespace: "argocd", labels };
  apply(tooling(), [
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "argocd-cm", ...own }, data: cm },
    { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "argocd-rbac-cm", ...own }, data: {} },
    {
      apiVersion: "v1",
      kind: "Secret",
      metadata: { name: "argocd-secret", ...own },
      stringData: { "server.secretkey": "a test's" },
    },
  ]);
  for (const cluster of CLUSTERS) {
    const crd = source(
      "github.com/traefik/traefik/v3",
      "docs/content/reference/dynamic-configuration/kubernetes-crd-definition-v1.yml",
    );
    into(cluster).kubectl(["apply", "--server-side", "-f", crd]);
    into(cluster).kubectl(["wait", "--for=condition=Established", "crd", "--all", "--timeout=60s"]);
    apply(tooling(), [clusterSecret(cluster, makeAccount(cluster))]);
  }
  install("eu-west");
  before = uidsIn("eu-west");
  into("eu-west").kubectl(["-n", "api", "delete", "secret", "-l", "owner=helm,name=api"]); // as the guide says
  argocd = await ArgoCd.start(tooling(), folder);
  const told = objectsOf(workspaces["vultr-gitops"]);
  apply(tooling(), JSON.parse(JSON.stringify(told).replaceAll(REPOSITORY.url, git.url)));
  const inCluster = (
    resourcesOf(workspaces["vultr-gitops"], "kubernetes_secret_v1") as unknown as Loose[]
  )[0] as Loose;
  apply(tooling(), [
    { apiVersion: "v1", kind: "Secret", metadata: inCluster.metadata, stringData: inCluster["data"] },
  ]);
});

afterAll(async () => {
  clearInterval(kubelet);
  git?.close();
  for (const api of [...apis.values()].reverse()) await api.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

const objectIn = (cluster: string, kind: string, name: string): Loose =>
  into(cluster).get<Loose>(kind, name, "-n", "api");

const uidsIn = (cluster: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    terraforms(cluster).map(({ kind, metadata: { name } }) => [
      `${kind} ${name}`,
      (objectIn(cluster, kind, name).metadata as Loose["metadata"] & { uid: string }).uid,
    ]),
  );

const containerIn = (cluster: string): Loose =>
  objectIn(cluster, "deployment", "api")["spec"].template.spec.containers[0];

it("leads no callers to pods that are not ready", async () => {
  await eventually("pods to be", () => objectIn("us-east", "deployment", "api"), { seconds: 300 });
  expect(into("us-east").kubectl(["-n", "api", "get", "ingressroutetcps", "-o", "name"])).toBe("");
  kubelet = setInterval(() => {
    for (const cluster of CLUSTERS) makeReady(into(cluster)).catch(() => {}); // not there yet
  }, 2000);
});

it("makes an Application of the workload for every cluster, from the one list", async () => {
  await argocd.synced("applications");
  for (const cluster of CLUSTERS) await argocd.synced(`api.${cluster}`);
  expect(
    argocd
      .applications()
      .map(({ metadata }) => metadata.name)
      .sort(),
  ).toEqual(["api.eu-west", "api.us-east", "applications"]);
});

it.each(CLUSTERS)(
  "brings every object into %s, with the name that the cluster has, and no placeholder",
  (cluster) => {
    expect(objectIn(cluster, "ingressroutetcp", "api")["spec"].routes[0].match).toBe(
      `HostSNI(\`${hostOf(cluster)}\`)`,
    );
    expect(objectIn(cluster, "deployment", "api")["spec"].template.spec.containers[0].image).toBe(
      `sjc.vultrcr.com/meridian/api@${DIGEST}`,
    );
    expect(objectIn(cluster, "configmap", "api-environment")["data"].API_REGION).toBe(cluster);
    const all = into(cluster).kubectl([
      "get",
      "deployments,services,configmaps,ingressroutetcps,networkpolicies",
      "-A",
      "-o",
      "yaml",
    ]);
    expect(all).not.toContain(LATE_HOST);
  },
);

it("takes over what Terraform delivered: every object is the same one, and a variable of the release stays until it is taken away", async () => {
  expect(uidsIn("eu-west")).toEqual(before);
  expect(containerIn("eu-west")).toMatchObject({
    env: expect.any(Array),
    envFrom: [{ configMapRef: { name: "api-environment" } }],
  });
  const remove = [{ op: "remove", path: "/spec/template/spec/containers/0/env" }];
  into("eu-west").kubectl([
    "-n",
    "api",
    "patch",
    "deployment",
    "api",
    "--type=json",
    "-p",
    JSON.stringify(remove),
  ]);
  await argocd.synced("api.eu-west");
  expect(containerIn("eu-west")["env"]).toBeUndefined();
});

it("follows a digest that CI writes", async () => {
  const next = `sha256:${"b".repeat(64)}`;
  publish(treeOf(byArgoCd()), next);
  await eventually(
    "the next version in us-east",
    () =>
      objectIn("us-east", "deployment", "api")["spec"].template.spec.containers[0].image.endsWith(next) ||
      undefined,
    { seconds: 300 },
  );
});

it("follows a changed address, and takes back what a person changes", async () => {
  tooling().kubectl([
    "-n",
    "argocd",
    "annotate",
    "--overwrite",
    "secret",
    "cluster-eu-west",
    "host=new.example.com",
  ]);
  into("eu-west").kubectl([
    "-n",
    "api",
    "label",
    "service",
    "api",
    "app.kubernetes.io/name=changed",
    "--overwrite",
  ]);
  await eventually(
    "the new name, and the old label",
    () =>
      (objectIn("eu-west", "ingressroutetcp", "api")["spec"].routes[0].match ===
        "HostSNI(`new.example.com`)" &&
        (
          objectIn("eu-west", "service", "api").metadata as Loose["metadata"] & {
            labels: Record<string, string>;
          }
        ).labels["app.kubernetes.io/name"] === "api") ||
      undefined,
    { seconds: 300 },
  );
});

it("deletes nothing when a cluster is not listed any more, nor when the list became empty", async () => {
  tooling().kubectl(["-n", "argocd", "label", "secret", "cluster-eu-west", "role-"]);
  publish({ "deploy/vultr/_applications/kustomization.yaml": "kind: Kustomization\nresources: []\n" });
  const refused = await eventually(
    "the refusal of an empty list",
    () =>
      argocd
        .applications()
        .find(({ metadata }) => metadata.name === "applications")
        ?.status?.conditions?.find(({ message }) => message.includes("wipe out all resources")),
    { seconds: 300 },
  );
  expect(refused.message).toMatch(/auto-sync will wipe out all resources/);
  expect(tooling().kubectl(["-n", "argocd", "get", "applicationsets", "-o", "name"]).trim()).toMatch(
    /\/api$/,
  );
  expect(argocd.applications().map(({ metadata }) => metadata.name)).toContain("api.eu-west");
  expect(uidsIn("eu-west")).toEqual(before);
});

it("lets Terraform have back what it delivered: every object is the same one", async () => {
  const own = ["-n", "argocd", "delete", "--timeout=60s"];
  tooling().kubectl([...own, "application", "applications"]);
  tooling().kubectl([...own, "appproject", "--all"]);
  tooling().kubectl([...own, "secret", "cluster-own", ...CLUSTERS.map((cluster) => `cluster-${cluster}`)]);
  await eventually(
    "Argo CD not to know the cluster any more",
    () =>
      argocd
        .applications()
        .find(({ metadata }) => metadata.name === "api.eu-west")
        ?.status?.conditions?.find(({ message }) =>
          /referencing project|no clusters? with this name/.test(message),
        ),
    { seconds: 300 },
  );
  expect(uidsIn("eu-west")).toEqual(before);
  install("eu-west");
  expect(uidsIn("eu-west")).toEqual(before);
  const installed = terraforms("eu-west").find(({ kind }) => kind === "Deployment") as Loose;
  const { image, env } = installed["spec"].template.spec.containers[0];
  expect(containerIn("eu-west")).toMatchObject({ image, env });
});
