import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { TABLES, type Version, versionsIn } from "../../commands/versions-in";
import { K3S_VERSION } from "../../config/k3s";
import { CHARTS } from "../../constructs/kubernetes/charts";
import { IMAGES } from "../../constructs/kubernetes/images";
import { synthesize } from "../../stacks/synthesis";
import { environment } from "../support/synth";

const root = path.join(__dirname, "../..");

describe("what an environment has of others", () => {
  let versions: readonly Version[];
  beforeAll(() => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-versions-"));
    const environments = [environment("azure"), environment("aws")];
    synthesize(environments, { outdir: path.join(folder, "cdktf.out"), hcl: false });
    versions = versionsIn(path.join(folder, "cdktf.out"), environments);
    fs.rmSync(folder, { recursive: true });
  });

  const usersOf = (name: string) => versions.filter((version) => version.name === name);

  it("is every chart, image, provider and Kubernetes, at its version, with who uses it", () => {
    expect(usersOf("traefik")).toEqual([
      { kind: "chart", name: "traefik", version: CHARTS.traefik.version, usedBy: ["azure-global-lb"] },
    ]);
    expect(usersOf("k3s")).toEqual([
      { kind: "kubernetes", name: "k3s", version: K3S_VERSION, usedBy: ["vagrant/", "azure"] },
    ]);
    expect(usersOf(IMAGES.traefik.name)).toEqual([
      { kind: "image", name: IMAGES.traefik.name, version: IMAGES.traefik.tag, usedBy: ["azure-global-lb"] },
    ]);
    expect(usersOf("cloudflare")).toEqual([
      { kind: "provider", name: "cloudflare", version: "5.22.0", usedBy: ["azure-dns"] },
    ]);
    expect(usersOf("eks")).toMatchObject([{ usedBy: ["aws-eks-central", "aws-eks-west"] }]);
    expect(usersOf("flux")).toMatchObject([{ usedBy: ["aws-gitops-central", "aws-gitops-west"] }]);
  });

  it("lists what no environment uses as well", () => {
    expect(usersOf("cert-manager")).toEqual([
      { kind: "chart", name: "cert-manager", version: CHARTS.certManager.version, usedBy: [] },
    ]);
  });

  it("names tables that exist", () => {
    const named = Object.values(TABLES).flatMap(
      (table) => table.match(/[\w/.-]+\/[\w.-]*|package\.json/g) ?? [],
    );
    expect(named.filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
  });
});

/** How else a version is written, in links and in prose; the bundled Traefik's chart is K3s' to choose. */
const MENTIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/kube-prometheus-stack-(\d+\.\d+\.\d+)/g, [CHARTS.kubePrometheusStack.version]],
  [/kube-prometheus-stack\)?\s(\d+\.\d+\.\d+)/g, [CHARTS.kubePrometheusStack.version]],
  [/traefik-helm-chart\/blob\/v(\d+\.\d+\.\d+)/g, [CHARTS.traefik.version, "40.1.0"]],
  [/(v\d+\.\d+\.\d+(?:\+|%2B)k3s\d+)/g, [K3S_VERSION, K3S_VERSION.replace("+", "%2B")]],
];

const FOLDERS = ["commands", "config", "constructs", "docs", "lab", "stacks", "vagrant"];

it("is written in its table, and where else it is mentioned it is the same", () => {
  const files = FOLDERS.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(ts|md|sh|yaml)$/.test(file))
      .map((file) => path.join(folder, file)),
  );
  const others = files.flatMap((file) => {
    const text = fs.readFileSync(path.join(root, file), "utf8");
    return MENTIONS.flatMap(([mention, good]) =>
      [...text.matchAll(mention)]
        .map(([, version = ""]) => version)
        .filter((version) => !good.includes(version))
        .map((version) => `${file}: ${version}`),
    );
  });
  expect(others).toEqual([]);
});
