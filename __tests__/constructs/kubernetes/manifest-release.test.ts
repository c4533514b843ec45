import "../../support/matchers";
import fs from "node:fs";
import path from "node:path";
import { Release } from "@cdktf/provider-helm/lib/release";
import { Testing } from "cdktf";
import { parse } from "yaml";
import { ManifestRelease } from "../../../constructs/kubernetes/manifest-release";
import { Namespace } from "../../../constructs/kubernetes/namespace";
import type { KubernetesObject } from "../../../constructs/kubernetes/object";

const CONFIG_MAP = (data: Record<string, string>): KubernetesObject & { data: object } => ({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: { name: "settings" },
  data,
});

interface Synthesized {
  readonly resource: { helm_release: Record<string, Record<string, unknown> & { values: string[] }> };
}

const synth = (objects: readonly KubernetesObject[]) => {
  const text = Testing.synthScope((scope) => {
    const { name: namespace } = new Namespace(scope, "Namespace", { name: "api" });
    new ManifestRelease(scope, "Release", { name: "api", namespace, objects });
  });
  const [release] = Object.values((JSON.parse(text) as Synthesized).resource.helm_release);
  const { manifests } = parse(release?.values[0] ?? "") as { manifests: string };
  return { text, release, object: parse(manifests) as unknown };
};

it("hands the objects to the chart as YAML", () => {
  const object = CONFIG_MAP({ greeting: "hello" });
  expect(synth([object]).object).toEqual(object);
});

it("has a chart that prints its values and nothing else", () => {
  const templates = path.join(__dirname, "../../../constructs/kubernetes/chart/templates");
  expect(fs.readdirSync(templates)).toEqual(["manifests.yaml"]);
  expect(fs.readFileSync(path.join(templates, "manifests.yaml"), "utf8")).toBe("{{ .Values.manifests }}\n");
});

it("leaves what looks like a template alone: the chart prints it", () => {
  expect(synth([CONFIG_MAP({ template: "{{ .Values.x }}" })]).object).toMatchObject({
    data: { template: "{{ .Values.x }}" },
  });
});

it("comes after its namespace, rolls back what fails and keeps five revisions", () => {
  expect(synth([CONFIG_MAP({})]).text).toHaveResourceWithProperties(Release, {
    namespace: expect.stringMatching(/^\$\{kubernetes_namespace_v1\./),
    atomic: true,
    max_history: 5,
  });
});

it("shares one copy of the chart between the releases of a workspace", () => {
  const text = Testing.synthScope((scope) => {
    for (const name of ["a", "b"]) {
      new ManifestRelease(scope, name, { name, namespace: "api", objects: [CONFIG_MAP({})] });
    }
  });
  const releases = Object.values((JSON.parse(text) as Synthesized).resource.helm_release);
  expect(new Set(releases.map(({ chart }) => chart)).size).toBe(1);
});
