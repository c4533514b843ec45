import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { traitsOf } from "../../config/clouds";
import { workloadsIn } from "../../config/in-cluster";
import type { Environment, EnvironmentInput, Workload } from "../../config/schema/environment";
import { clustersOf } from "../../config/topology";
import { deliveredObjects } from "../../constructs/gitops/delivered-objects";
import { clusterValue, fluxYaml } from "../../constructs/gitops/substitution";
import { delivered, firstService, treeOf } from "../support/delivery";
import type { Loose } from "../support/helm";
import { build, objectsIn } from "../support/kubectl";

type Overrides = NonNullable<ReturnType<typeof firstService>["overrides"]>;

let root: string;
beforeAll(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-layers-"));
});
afterAll(() => fs.rmSync(root, { recursive: true }));

/** `aws`, whose second cluster differs, without a canary so that the number of replicas stands in the Deployment. */
const differing = (overrides: Overrides, change: (input: EnvironmentInput) => void = () => {}): Environment =>
  delivered((input) => {
    const service = firstService(input);
    delete service.canary;
    service.overrides = overrides;
    change(input);
  });

/** What Kustomize makes of a cluster's folder. */
function built(environment: Environment, cluster: string): readonly Loose[] {
  const folder = fs.mkdtempSync(path.join(root, "tree-"));
  for (const [file, text] of Object.entries(treeOf(environment))) {
    fs.mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  }
  return objectsIn(build(path.join(folder, `deploy/aws/${cluster}/api`)));
}

/** What a cluster is to have, as one would write it without a base; the images are Kustomize's to put in. */
function expected(environment: Environment, name: string): readonly Loose[] {
  const cluster = clustersOf(environment).find((each) => each.name === name);
  if (!cluster) throw new Error(`no cluster ${name}`);
  const place = { region: cluster.region, cluster: name };
  const destination = {
    ...place,
    ...traitsOf(environment, cluster),
    environment: environment.name,
    workloads: [],
    databases: [],
    host: clusterValue("host"),
  };
  const [workload] = workloadsIn(environment, { ...place, role: "api" });
  return deliveredObjects(destination, workload as Workload, undefined, false).map(
    (object) => objectsIn(fluxYaml(object))[0] as Loose,
  );
}

const IMAGE = /\$\{registry\}\/meridian\/api(?:@sha256:0{64})?/g;

const sorted = (objects: readonly Loose[]): readonly Loose[] =>
  (JSON.parse(JSON.stringify(objects).replaceAll(IMAGE, "meridian/api")) as Loose[]).sort((a, b) =>
    `${a.kind}/${a.metadata.name}`.localeCompare(`${b.kind}/${b.metadata.name}`),
  );

it.each<[string, Overrides]>([
  ["nothing but its name", {}],
  ["fewer replicas", { west: { replicas: { minimum: 1, maximum: 2 } } }],
  [
    "one replica, which needs neither autoscaler nor budget",
    { west: { replicas: { minimum: 1, maximum: 1 } } },
  ],
  ["another measure of load", { west: { replicas: { cpuPercent: 50, memoryPercent: 90 } } }],
  ["more memory", { west: { resources: { memory: "512Mi" } } }],
  ["a variable more, and another value", { west: { env: { STANDBY: "yes", API_NAME: "standby" } } }],
  [
    "all of it, in both",
    {
      west: { replicas: { minimum: 1, maximum: 1 }, resources: { cpu: "50m" }, env: { A: "yes" } },
      central: { replicas: { minimum: 3 }, resources: { memory: "1Gi" }, env: { B: "1_000" } },
    },
  ],
])("a cluster that differs by %s gets what it would get without a base", (_, overrides) => {
  const environment = differing(overrides);
  for (const cluster of ["central", "west"]) {
    expect(sorted(built(environment, cluster))).toEqual(sorted(expected(environment, cluster)));
  }
});

it("repeats in a cluster's folder nothing that is the same in all", () => {
  const files = Object.keys(treeOf(differing({ west: { resources: { memory: "512Mi" } } })));
  expect(files.filter((file) => file.startsWith("deploy/aws/west/api/"))).toEqual([
    "deploy/aws/west/api/kustomization.yaml",
    "deploy/aws/west/api/patch-configmap-api-environment.yaml",
    "deploy/aws/west/api/patch-deployment-api.yaml",
  ]);
});
