import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { KubernetesObject } from "../../constructs/kubernetes/object";
import { buildPrograms, program } from "../../lab/programs";
import { terminalProgress } from "../../lab/progress";
import { ApiServer } from "../lab/support/api-server";
import { ChartFolder } from "./folder";
import { chartReleases, namespaces } from "./releases";
import { isDefinition, type Pod, podsOf, render } from "./render";

/*
 * The official charts with the platform's values, by the real Helm before a real API server: every object in its own
 * schema, every pod in its namespace's Pod Security level. Nothing is kept but definitions, namespaces and accounts.
 */
const folder = process.env["MERIDIAN_CHARTS"];
if (!folder) throw new Error("MERIDIAN_CHARTS names no folder of charts: npm run charts -- FOLDER makes one");
const charts = new ChartFolder(folder);

/** Pods that ask the Kubernetes API for something, and so hold a token. */
const ASK_THE_API = [
  "aws-load-balancer-controller",
  "cert-manager",
  "cert-manager-cainjector",
  "cert-manager-startupapicheck",
  "cert-manager-webhook",
  "contour",
  "contour-contour",
  "contour-contour-certgen",
  "flagger",
  "flux-operator",
  "kube-state-metrics",
  "monitoring-operator",
];

const releases = chartReleases();
const workplace = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-charts-"));
let api: ApiServer;
const rendered = new Map<string, readonly KubernetesObject[]>();

const objectsOf = ({ workspace, name }: { workspace: string; name: string }): readonly KubernetesObject[] =>
  rendered.get(`${workspace} ${name}`) ?? [];

const listOf = (items: readonly object[]): string =>
  JSON.stringify({ apiVersion: "v1", kind: "List", items });

const SERVER_SIDE = ["apply", "--server-side", "--force-conflicts", "--validate=strict", "-f", "-"];

beforeAll(async () => {
  await buildPrograms(terminalProgress, ["kube-apiserver", "helm"]);
  for (const release of releases) {
    const { renderable } = charts.chart(release.chart);
    if (!renderable) throw new Error(`${folder}/${release.chart}: no templates; expected a chart`);
    rendered.set(`${release.workspace} ${release.name}`, render(program("helm"), release, renderable));
  }
  api = await ApiServer.start(workplace, { serviceAccounts: true });
  const all = [...rendered.values()].flat();
  api.kubectl(SERVER_SIDE, listOf(namespaces()));
  // As Helm makes them: without a strict look, which a description with a comma in Flagger's would not stand.
  api.kubectl(
    ["create", "--validate=ignore", "-f", "-"],
    listOf([...unique(all.filter(isDefinition)).values()]),
  );
  api.kubectl(["wait", "--for=condition=Established", "crd", "--all", "--timeout=60s"]);
  const accounts = [
    ...all.filter(({ kind }) => kind === "ServiceAccount"),
    ...namespaces().map(defaultAccount),
  ];
  api.kubectl(SERVER_SIDE, listOf([...unique(accounts).values()]));
}, 1_800_000);

afterAll(async () => {
  await api?.stop();
  fs.rmSync(workplace, { recursive: true });
});

/** A controller would make it. */
const defaultAccount = ({ metadata }: KubernetesObject): KubernetesObject => ({
  apiVersion: "v1",
  kind: "ServiceAccount",
  metadata: { name: "default", namespace: metadata.name },
});

const unique = (objects: readonly KubernetesObject[]) =>
  new Map(objects.map((object) => [`${object.metadata.namespace}/${object.metadata.name}`, object]));

describe.each(releases)("$name in $workspace", (release) => {
  it("is objects that the API server takes", () => {
    const objects = objectsOf(release).filter((object) => !isDefinition(object));
    expect(objects.length).toBeGreaterThan(0);
    expect(api.kubectl([...SERVER_SIDE, "--dry-run=server"], listOf(objects))).toContain("(server dry run)");
  });

  it("has pods that its namespace admits, each with a limit, and a token only if it asks the API", () => {
    for (const pod of podsOf(objectsOf(release))) {
      const answer = api.kubectl([...SERVER_SIDE, "--dry-run=server", "-o", "json"], listOf([pod]));
      const { metadata, spec } = JSON.parse(answer) as KubernetesObject & { spec: Pod };
      const { name } = metadata;
      const containers = [...(spec.initContainers ?? []), ...spec.containers];
      const unlimited = containers.filter(({ resources }) => !resources?.limits?.memory);
      expect([name, ...unlimited.map((container) => container.name)]).toEqual([name]);
      const token = (spec.volumes ?? []).some((volume) => volume.name.startsWith("kube-api-access-"));
      expect([name, token]).toEqual([name, ASK_THE_API.includes(name)]);
    }
  });
});
