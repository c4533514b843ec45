import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parse, stringify } from "yaml";
import type { Environment } from "../../config/schema/environment";
import { DELIVERED_KINDS } from "../../constructs/argocd/deployer";
import { hostPatches, LATE_HOST } from "../../constructs/argocd/late-host";
import { NO_DIGEST } from "../../constructs/gitops/versions";
import { byArgoCd, delivered, firstService, treeOf } from "../support/delivery";
import { type Loose, objectsOf as manifestsOf } from "../support/helm";
import { build, objectsIn } from "../support/kubectl";
import { schemaProblems } from "../support/kubernetes-models";
import { environment, synthesizeToMemory } from "../support/synth";

const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;
const HOST = "paris-cluster.198.51.100.7.nip.io";

let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-argocd-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

function write(shown: Environment): string {
  const folder = fs.mkdtempSync(path.join(root, "tree-"));
  for (const [file, text] of Object.entries(treeOf(shown))) {
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text.replace(NO_DIGEST, DIGEST));
  }
  return folder;
}

const setOf = (shown: Environment): Loose =>
  parse(treeOf(shown)["deploy/vultr/_applications/applicationset-api.yaml"] as string) as Loose;

/** As the ApplicationSet controller fills a template in: with what the Secret of the cluster says. */
const filledIn = (text: string, cluster: string, host: string): string =>
  text
    .replaceAll("{{.metadata.annotations.host}}", host)
    .replaceAll("{{.metadata.annotations.folder}}", `deploy/vultr/${cluster}`)
    .replaceAll("{{.name}}", cluster)
    .replaceAll("{{`{{`}}", "{{");

/** As Argo CD's repository server does: the patches of an Application are added to the folder's own. */
function reaching(shown: Environment, cluster: string, host = HOST): string {
  const folder = write(shown);
  const { source } = parse(filledIn(stringify(setOf(shown)["spec"].template.spec), cluster, host));
  const file = path.join(folder, source.path, "kustomization.yaml");
  const kustomization = parse(fs.readFileSync(file, "utf8"));
  kustomization.patches = [...(kustomization.patches ?? []), ...(source.kustomize?.patches ?? [])];
  fs.writeFileSync(file, stringify(kustomization));
  return build(path.dirname(file));
}

const CLUSTERS = ["us-east", "eu-west"];

it("can be built by Kustomize in every folder", () => {
  const folder = write(byArgoCd());
  const folders = Object.keys(treeOf(byArgoCd()))
    .filter((file) => path.basename(file) === "kustomization.yaml" && !file.includes("/versions/"))
    .map((file) => path.dirname(file));
  expect(folders).toEqual([
    "deploy/vultr/_applications",
    "deploy/vultr/_base/api",
    "deploy/vultr/us-east/api",
    "deploy/vultr/eu-west/api",
  ]);
  for (const each of folders) expect(objectsIn(build(path.join(folder, each))).length).toBeGreaterThan(0);
});

describe("a name that is known only at apply", () => {
  const everywhere = byArgoCd((input) => {
    firstService(input).env = {
      API_IMAGE: "{image}",
      CALLED: "https://{host}/{{region}}",
    };
  });

  it("stands in Git as a name that nobody can have", () => {
    expect(LATE_HOST).toMatch(/\.invalid$/);
    for (const cluster of CLUSTERS) {
      expect(build(path.join(write(everywhere), `deploy/vultr/${cluster}/api`))).toContain(LATE_HOST);
    }
  });

  it.each(CLUSTERS)("reaches %s in every place, and nothing of the other does", (cluster) => {
    const text = reaching(everywhere, cluster);
    expect(text).not.toContain(".invalid");
    const objects = objectsIn(text);
    const find = (kind: string) => objects.find((object) => object.kind === kind) as Loose;
    expect(find("IngressRouteTCP")["spec"].routes[0].match).toBe(`HostSNI(\`${HOST}\`)`);
    expect(find("ConfigMap")["data"]).toMatchObject({ CALLED: `https://${HOST}/{region}` });
  });

  it("is found under every key", () => {
    const object = {
      apiVersion: "v1",
      kind: "ConfigMap",
      metadata: { name: "map" },
      data: { "a/b~c": LATE_HOST },
    };
    expect(hostPatches([object]).map(({ patch }) => JSON.parse(patch))).toEqual([
      [{ op: "replace", path: "/data/a~1b~0c", value: "{{.metadata.annotations.host}}" }],
    ]);
  });

  it("gives no Application to a cluster without one", () => {
    expect(setOf(everywhere)["spec"].goTemplateOptions).toEqual(["missingkey=error"]);
  });

  it("leaves a person's own braces as they are", () => {
    const braces = byArgoCd((input) => {
      firstService(input).env = { PAGE: "{{ .Title }} of {host}" };
    });
    const map = objectsIn(reaching(braces, "eu-west")).find(({ kind }) => kind === "ConfigMap") as Loose;
    expect(map["data"].PAGE).toBe(`{{ .Title }} of ${HOST}`);
  });

  it("is none where people chose it: it stands in the files", () => {
    const named = byArgoCd((input) => {
      input.domain = "api.example.com";
    });
    expect(setOf(named)["spec"].template.spec.source.kustomize).toBeUndefined();
    expect(build(path.join(write(named), "deploy/vultr/eu-west/api"))).toContain(
      "HostSNI(`paris-cluster.api.example.com`)",
    );
  });
});

it("brings what Terraform would install, but for the variables' place and the waves", () => {
  const ours = objectsIn(reaching(byArgoCd(), "eu-west")).filter(({ kind }) => kind !== "ConfigMap");
  const { workspaces } = synthesizeToMemory([
    environment("vultr", ({ workloads }) => {
      for (const service of workloads[0]?.services ?? []) service.image = `{registry}/api@${DIGEST}`;
    }),
  ]);
  const late = /\$\{jsonencode\("(.*?)\$\{data\.[^}]*\}(.*?)"\)\}/g;
  const installed = manifestsOf(workspaces["vultr-api-deploy-eu-west"])
    .filter(({ kind }) => kind !== "Certificate")
    .map((object) => JSON.parse(JSON.stringify(object).replaceAll('\\"', '"').replace(late, `$1${HOST}$2`)));
  const bare = (objects: readonly Loose[]) =>
    objects
      .map((object) => {
        const { annotations: _, ...metadata } = object.metadata as Loose["metadata"] & {
          annotations?: object;
        };
        const copy = structuredClone({ ...object, metadata }) as Loose;
        if (object.kind === "Deployment") {
          delete copy["spec"].template.metadata.annotations;
          delete copy["spec"].template.spec.containers[0].env;
          delete copy["spec"].template.spec.containers[0].envFrom;
        }
        return copy;
      })
      .sort((a, b) => `${a.kind}${a.metadata.name}`.localeCompare(`${b.kind}${b.metadata.name}`));
  expect(bare(ours)).toEqual(bare(installed));
});

it("pulls images by the Secret of the cluster, although their names in Git say nothing of a registry", () => {
  const objects = objectsIn(reaching(byArgoCd(), "us-east"));
  const find = (kind: string) => objects.find((object) => object.kind === kind) as Loose;
  expect(find("ServiceAccount")["imagePullSecrets"]).toEqual([{ name: "registry" }]);
  expect(find("Deployment")["spec"].template.spec.containers[0].image).toBe(
    `sjc.vultrcr.com/meridian/api@${DIGEST}`,
  );
});

it("lets callers in after the pods are well, and starts these after what they read", () => {
  const waves = Object.fromEntries(
    objectsIn(reaching(byArgoCd(), "eu-west")).map(({ kind, metadata }) => [
      kind,
      Number(
        (metadata as { annotations?: Record<string, string> }).annotations?.[
          "argocd.argoproj.io/sync-wave"
        ] ?? 0,
      ),
    ]),
  );
  expect(waves).toMatchObject({ ConfigMap: -1, ServiceAccount: -1, NetworkPolicy: -1 });
  expect(waves).toMatchObject({ Deployment: 0, Service: 0, IngressRouteTCP: 1 });
});

it("is made of kinds that the account in the clusters may deliver, whatever the cluster's ingress", () => {
  const kinds = [byArgoCd(), delivered(), byArgoCd(withAnHttpService)].flatMap((shown) =>
    Object.entries(treeOf(shown))
      .filter(([file]) => file.includes("/_base/") && !file.endsWith("kustomization.yaml"))
      .map(([, text]) => parse(text) as Loose),
  );
  const missing = kinds
    .filter(({ apiVersion }) => !apiVersion.startsWith("flagger.app/"))
    .filter(({ apiVersion, kind }) => {
      const group = apiVersion.includes("/") ? (apiVersion.split("/")[0] as string) : "";
      return DELIVERED_KINDS[group]?.[kind] === undefined;
    });
  expect(missing.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)).toEqual([]);
  expect(Object.values(DELIVERED_KINDS).flatMap((each) => Object.keys(each))).not.toContain("Secret");
});

function withAnHttpService(input: Parameters<NonNullable<Parameters<typeof byArgoCd>[0]>>[0]): void {
  Object.assign(firstService(input), { exposure: "reencrypt", route: { path: "/api", stripPath: true } });
}

it("never deletes an Application: neither a listing that fails nor an ApplicationSet that goes takes a workload along", () => {
  const { spec } = setOf(byArgoCd());
  expect(spec.syncPolicy).toEqual({ applicationsSync: "create-update", preserveResourcesOnDeletion: true });
  expect(spec.template.metadata.finalizers).toBeUndefined();
  expect(spec.template.spec.syncPolicy.automated).toEqual({ prune: true, selfHeal: true });
});

it("has a list of the schema of its kinds", () => {
  expect(schemaProblems([setOf(byArgoCd())])).toEqual([]);
});
