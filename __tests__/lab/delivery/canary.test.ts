import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { bundle } from "../../../app/build/bundle";
import { prometheusConfiguration } from "../../../constructs/flagger/prometheus";
import type { Tree } from "../../../constructs/gitops/follower";
import { NO_DIGEST } from "../../../constructs/gitops/versions";
import { program } from "../../../lab/programs";
import { eventually, sleep } from "../../../lab/run";
import { source } from "../../../lab/sources";
import { type Change, withPassthrough } from "../../support/aws";
import { delivered, firstService, treeOf } from "../../support/delivery";
import { freePort } from "../../support/free-port";
import type { Loose } from "../../support/helm";
import { build, objectsIn, yamlOf } from "../../support/kubectl";
import { ApiServer } from "../support/api-server";
import { Gateway } from "../support/gateway";
import { writeTree } from "../support/tree";

const DIGESTS = ["a", "b", "c", "d"].map((letter) => `sha256:${letter.repeat(64)}`) as [
  string,
  string,
  string,
  string,
];

let folder: string;
let api: ApiServer;
let gateway: Gateway;
let flaggerPort: number;
/** Ends what stands for the nodes. */
let endWatch: (() => Promise<void>) | undefined;

/** What Kustomize makes of a workload's folder, with the values of a cluster. */
const objectsAt = (tree: Tree, digest: string): readonly Loose[] =>
  objectsIn(
    build(path.join(writeTree(folder, tree, digest), "deploy/aws/central/api")).replaceAll(
      "${registry}",
      "registry.example.com",
    ),
  );

const apply = (objects: readonly Loose[], ...flags: string[]): string =>
  api.kubectl(
    [
      "apply",
      "--server-side",
      "--field-manager=kustomize-controller",
      "--force-conflicts",
      ...flags,
      "-f",
      "-",
    ],
    yamlOf(objects),
  );

/**
 * Says of every Deployment what a node would: its pods are there, unless their image is nowhere. The answer to whether they
 * run is the gateway's.
 */
async function runPods(): Promise<void> {
  const deployments = "/apis/apps/v1/namespaces/api/deployments";
  for (const { metadata, spec, status } of (await api.read<{ items: Loose[] }>(deployments)).items) {
    if (spec.template.spec.containers[0].image.endsWith(NO_DIGEST)) continue;
    const replicas = spec.replicas ?? 1;
    const generation = (metadata as { generation?: number }).generation;
    if (status?.observedGeneration === generation && (status?.replicas ?? 0) === replicas) continue;
    const settled = {
      observedGeneration: generation,
      ...{ replicas, updatedReplicas: replicas, readyReplicas: replicas, availableReplicas: replicas },
      conditions: [{ type: "Progressing", status: "True", reason: "NewReplicaSetAvailable" }],
    };
    await api.patch(`${deployments}/${metadata.name}/status`, { status: settled });
  }
}

/** How the last trial ended, as Flagger's metric says it to Prometheus. */
const toldStatus = async (): Promise<string | undefined> => {
  const metrics = await (await fetch(`http://127.0.0.1:${flaggerPort}/metrics`)).text();
  return metrics.match(/^flagger_canary_status\{name="api",namespace="api"\} (\d)$/m)?.[1];
};

const withoutCanary: Change = (input) => {
  withPassthrough(input);
  delete firstService(input).canary;
};

let weights: { primary: number; canary: number } | undefined;
async function readRoute(): Promise<void> {
  const { items } = await api.read<{ items: Loose[] }>(
    "/apis/gateway.networking.k8s.io/v1/namespaces/api/httproutes",
  );
  const refs: { name: string; weight: number }[] = items[0]?.["spec"].rules[0].backendRefs ?? [];
  const of = (name: string) => refs.find((each) => each.name === name)?.weight ?? 0;
  weights = refs.length === 0 ? undefined : { primary: of("api-primary"), canary: of("api-canary") };
}

const canary = (): Promise<Loose> => api.read("/apis/flagger.app/v1beta1/namespaces/api/canaries/api");
const serving = (): string =>
  api.get<Loose>("deployment", "api-primary", "-n", "api")["spec"].template.spec.containers[0].image;

/** What Flagger has said since a mark; the API combines similar events. */
let mark = 0;
const said = (): string => api.log("flagger").slice(mark);

/** Without what Flux makes only where it is not. */
const missing = (objects: readonly Loose[]): readonly Loose[] =>
  objects.filter(
    ({ kind, metadata: { name, annotations } }) =>
      annotations?.["kustomize.toolkit.fluxcd.io/ssa"] !== "IfNotPresent" ||
      !api.get<{ items: Loose[] }>(kind, "-n", "api").items.some(({ metadata }) => metadata.name === name),
  );

/** Delivers a version, and waits until its trial has begun. */
async function deliver(digest: string): Promise<void> {
  mark = api.log("flagger").length;
  apply(missing(quick(digest)));
  await until("Progressing");
}

/** Waits for a phase, and returns the weights that the canary had on the way. */
async function until(wanted: string): Promise<readonly number[]> {
  const seen = new Set<number>();
  await eventually(
    `phase ${wanted}`,
    async () => {
      const { phase, canaryWeight = 0 } = (await canary())["status"] ?? {};
      seen.add(canaryWeight);
      return phase === wanted ? true : undefined;
    },
    { seconds: 150, every: 200 },
  );
  return [...seen].filter((weight) => weight > 0);
}

/** The delivered objects, a second instead of half a minute between checks, and every peer on loopback. */
let quick: (digest: string) => readonly Loose[];

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-canary-"));
  api = await ApiServer.start(folder);
  gateway = new Gateway(() => weights);
  const [gatewayPort, prometheusPort] = await Promise.all([gateway.listen(), freePort()]);
  flaggerPort = await freePort();

  const definitions = [
    source("github.com/fluxcd/flagger", "artifacts/flagger/crd.yaml"),
    ...["httproutes", "tlsroutes"].map((kind) =>
      source("sigs.k8s.io/gateway-api", `config/crd/experimental/gateway.networking.k8s.io_${kind}.yaml`),
    ),
  ];
  for (const file of definitions) api.kubectl(["apply", "--server-side", "-f", file]);
  api.kubectl(["wait", "--for=condition=Established", "crd", "--all", "--timeout=30s"]);
  api.kubectl(["create", "namespace", "api"]);

  // As deployed, but twice as often as a check, and with the gateway's address instead of the search for pods.
  const [job] = prometheusConfiguration.scrape_configs;
  const { kubernetes_sd_configs: _, relabel_configs: __, ...envoy } = job as NonNullable<typeof job>;
  const scrape = {
    scrape_configs: [
      {
        ...envoy,
        scrape_interval: "500ms",
        scrape_timeout: "400ms",
        static_configs: [{ targets: [`127.0.0.1:${gatewayPort}`] }],
      },
    ],
  };
  fs.writeFileSync(path.join(folder, "prometheus.yml"), stringify(scrape));
  const prometheus = `http://127.0.0.1:${prometheusPort}`;
  api.run("prometheus", [
    `--config.file=${folder}/prometheus.yml`,
    `--storage.tsdb.path=${folder}/prometheus`,
    `--web.listen-address=127.0.0.1:${prometheusPort}`,
  ]);
  await eventually("Prometheus", async () => (await fetch(`${prometheus}/-/ready`)).ok || undefined);

  quick = (digest) =>
    objectsAt(treeOf(delivered()), digest).map((object) =>
      JSON.parse(
        JSON.stringify(object)
          .replaceAll("http://flagger-prometheus.flagger-system:9090", prometheus)
          .replaceAll("http://loadtester.flagger-system", `http://127.0.0.1:${gatewayPort}`)
          .replace('"interval":"30s"', '"interval":"2s"')
          .replaceAll('"interval":"60s"', '"interval":"6s"')
          .replace('"threshold":10', '"threshold":2')
          .replace(" / 60", " / 6"),
      ),
    );
  api.run(program("flagger"), [
    ...["-kubeconfig", api.kubeconfig, "-mesh-provider", "gatewayapi:v1", "-metrics-server", prometheus],
    ...["-control-loop-interval", "1s", "-port", String(flaggerPort), "-log-level", "info"],
  ]);
  let looks = true;
  const watch = async () => {
    while (looks) {
      // Flagger wrote the object in between, or the server is stopping: the next round tries again.
      await runPods().catch(() => undefined);
      await readRoute().catch(() => undefined);
      await sleep(300);
    }
  };
  const watching = watch();
  endWatch = () => {
    looks = false;
    return watching;
  };
});

afterAll(async () => {
  await endWatch?.();
  gateway?.close();
  await api?.stop();
  fs.rmSync(folder, { recursive: true, force: true });
});

it.each([
  ["as they are shipped", () => treeOf(delivered())],
  ["without a canary, and with TLS that pods end", () => treeOf(delivered(withoutCanary))],
])("the API server accepts every delivered object, %s", (_, tree) => {
  const objects = objectsAt(tree(), DIGESTS[0]);
  const accepted = apply(objects, "--dry-run=server", "--validate=strict").trim().split("\n");
  expect(accepted).toHaveLength(objects.length);
});

it("a first version that is nowhere keeps later ones from users, until what was made of it is deleted", async () => {
  apply(quick(NO_DIGEST));
  await eventually("the copy", () => serving());
  apply(missing(quick(DIGESTS[0])));
  await sleep(5000); // five looks of Flagger's
  expect(serving()).toContain(NO_DIGEST);
  api.kubectl(["-n", "api", "delete", "deployment", "api-primary"]); // as docs/gitops.md says
  await until("Initialized");
  expect(serving()).toContain(DIGESTS[0]);
});

it("Flagger makes what serves users from the first version, without a trial", async () => {
  apply(quick(DIGESTS[0]));
  await until("Initialized");
  expect(serving()).toContain(DIGESTS[0]);
  const services = api.get<{ items: Loose[] }>("services", "-n", "api").items;
  expect(services.map(({ metadata }) => metadata.name).sort()).toEqual(["api", "api-canary", "api-primary"]);
  expect(services.find(({ metadata }) => metadata.name === "api")?.["spec"].ports).toHaveLength(2); // users' and metrics'
});

it("a healthy version gets 10 % more of the users with every check, and then all of them", async () => {
  await deliver(DIGESTS[1]);
  expect(await until("Succeeded")).toEqual([10, 20, 30, 40, 50]);
  expect(serving()).toContain(DIGESTS[1]);
  const variables = api.get<Loose>("configmap", "api-environment-primary", "-n", "api")["data"];
  expect(variables.API_IMAGE).toContain(DIGESTS[1]); // promoted together with the image
  expect(await toldStatus()).toBe("1");
  expect(said()).not.toMatch(/Halt api\.api advancement|no values found/);
});

/** The API itself, with its demonstration routes or without. */
async function statusOfError(demonstration: boolean): Promise<number> {
  const program = path.join(folder, "api.cjs");
  await bundle(program, "canary");
  const port = await freePort();
  api.run(process.execPath, [
    program,
    ...["--plain-http", "--metrics-port=off", `--port=${port}`, `--demonstration=${demonstration}`],
  ]);
  return eventually("the API", async () => (await fetch(`http://127.0.0.1:${port}/error`)).status);
}

it("a version whose demonstration routes are called fails, as docs/gitops.md says: the users keep the one before", async () => {
  expect(await statusOfError(false)).toBe(200);
  gateway.status = await statusOfError(true);
  expect(gateway.status).toBe(500);
  await deliver(DIGESTS[2]);
  await until("Failed");
  gateway.status = 200;
  expect(serving()).toContain(DIGESTS[1]);
  expect(await toldStatus()).toBe("2"); // what the alert CanaryFailed looks for
  expect(said()).toMatch(/Halt api\.api advancement error-rate \d+\.\d+ > 0/);
  await readRoute();
  expect(weights).toEqual({ primary: 100, canary: 0 });
});

it("a version that nobody calls does not pass, hang or fail without a reason", async () => {
  gateway.sends = false;
  await deliver(DIGESTS[3]);
  await until("Failed");
  gateway.sends = true;
  expect(serving()).toContain(DIGESTS[1]);
  expect(said()).toContain("Halt api.api advancement request-rate 0.00 < 0.2");
  expect(said()).not.toContain("no values found");
});
