import fs from "node:fs";
import path from "node:path";
import { certificate, issuer } from "../../constructs/cert-manager/objects";
import { workloadObjects } from "../../constructs/workload/objects";
import { apply, asYaml } from "../../lab/cluster/addons";
import { labNode } from "../../lab/lab";
import { source } from "../../lab/sources";
import { PLACE, workload } from "../support/workload";
import { workspaces } from "./support/platform";

const eu = labNode("eu");

/** Definitions as their projects ship them in their Go modules. */
const DEFINITIONS = [
  source("github.com/cert-manager/cert-manager", "deploy/crds"),
  source("github.com/prometheus-operator/prometheus-operator", "example/prometheus-operator-crd"),
];

const definitions = DEFINITIONS.flatMap((folder) =>
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => fs.readFileSync(path.join(folder, name), "utf8")),
);

interface Release {
  readonly chart: string;
  readonly name: string;
  readonly values: readonly string[];
}

/** The manifests that a workspace gives to the chart that prints them, with an address for those that a cloud decides. */
function manifests(id: string): [string, string][] {
  const { resource = {} } = JSON.parse(workspaces.configuration(id).text) as {
    resource?: { helm_release?: Record<string, Release> };
  };
  return Object.values(resource.helm_release ?? {})
    .filter(({ chart }) => chart.includes("ManifestChart"))
    .map(({ name, values }) => {
      const text = (values[0] as string)
        .replace(/\$\{jsonencode\("\$\{data\.[^}]*\}([^"]*)"\)\}/g, '"203.0.113.1$1"')
        .replaceAll("$${", "${");
      const lines = text.split("\n").slice(1); // below "manifests: |", two spaces in
      return [name, lines.map((line) => line.slice(2)).join("\n")];
    });
}

const all = workspaces
  .waves()
  .flat()
  .flatMap((id) => manifests(id).map(([name, manifest]) => [id, name, manifest] as const));

/** What the API server says, without keeping anything. */
const validate = (manifest: string) =>
  eu.kubectl(
    ["apply", "--dry-run=server", "--server-side", "--force-conflicts", "--validate=strict", "-f", "-"],
    { input: manifest },
  );

beforeAll(async () => {
  await apply(eu, definitions.join("\n---\n"));
  for (const namespace of ["monitoring", "traefik", "cert-manager"]) {
    await apply(eu, asYaml([{ apiVersion: "v1", kind: "Namespace", metadata: { name: namespace } }]));
  }
  await eu.kubectl([
    "wait",
    "--for=condition=Established",
    "customresourcedefinition",
    "--all",
    "--timeout=60s",
  ]);
});

afterAll(async () => {
  await eu.kubectl(["delete", "namespace", "monitoring", "traefik", "cert-manager", "--wait=false"]);
  await eu.kubectl(["delete", "--wait=false", "-f", "-"], { input: definitions.join("\n---\n") });
});

test.each(all)("%s: the API server accepts every object of the release %s", async (_id, _name, manifest) => {
  await expect(validate(manifest)).resolves.toMatch(/\(server dry run\)/);
});

test("the list is not empty where it matters", () => {
  const ids = new Set(all.map(([id]) => id));
  for (const id of ["azure-api-deploy-eu", "azure-api-deploy-us", "azure-global-lb", "azure-monitoring-eu"])
    expect(ids).toContain(id);
});

test("an object with a field that does not exist is refused", async () => {
  const [, , manifest] = all.find(
    ([id, name]) => id === "azure-api-deploy-eu" && name === "api",
  ) as (typeof all)[number];
  await expect(validate(manifest.replace("maxReplicas:", "maxReplica:"))).rejects.toThrow(/maxReplica/);
});

test.each(["dns-01", "http-01"] as const)(
  "cert-manager's definitions accept the issuer with %s, and the certificate",
  async (challenge) => {
    const objects = [
      issuer({
        name: "letsencrypt",
        server: "staging",
        email: "platform@example.com",
        ...(challenge === "dns-01" ? { token: { name: "cloudflare-token", key: "token" } } : {}),
      }),
      certificate({
        name: "certificate",
        namespace: "api",
        subject: { hosts: ["eu.example.com"] },
        issuer: "letsencrypt",
      }),
    ];
    await expect(validate(asYaml(objects))).resolves.toMatch(/\(server dry run\)/);
  },
);

test("a workload of two replicas is accepted with its disruption budget", async () => {
  const objects = workloadObjects(PLACE, workload({ replicas: { minimum: 2, maximum: 4 } }), undefined);
  expect(objects.map(({ kind }) => kind)).toContain("PodDisruptionBudget");
  await expect(validate(asYaml(objects))).resolves.toMatch(/poddisruptionbudget.*\(server dry run\)/);
});
