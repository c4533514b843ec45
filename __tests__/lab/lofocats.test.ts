/**
 * The shape of `gcp` on a real cluster: migrations before pods, the load balancer's path map, passwords of another generation, a dump that
 * is restored. Two programs of the lab stand for the images of lofocats; PostgreSQL is real, outside of the cluster.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { connectionSecretOf, loginOf, NOTHING, secretsOf } from "../../config/composed-names";
import { ROLES } from "../../config/databases";
import { workloadsIn } from "../../config/in-cluster";
import { imageIn, withImages } from "../../config/registry";
import type { Job, Service, Workload } from "../../config/schema/environment";
import { lofocatsDatabase, lofocatsWithDemoData } from "../../config/workloads/lofocats";
import { toNetworks } from "../../constructs/database/connection";
import { caFolderOf, type UsedDatabase } from "../../constructs/database/used-database";
import { IMAGES, referenceTo } from "../../constructs/kubernetes/images";
import type { KubernetesObject } from "../../constructs/kubernetes/object";
import type { Destination } from "../../constructs/workload/destination";
import { jobObject } from "../../constructs/workload/job";
import { workloadObjects } from "../../constructs/workload/objects";
import { packBusybox } from "../../lab/images/catalogue";
import { labDir, labNode } from "../../lab/lab";
import { DEMO_PASSWORD } from "../../lab/lofocats/demo-data";
import { packLofocats } from "../../lab/lofocats/image";
import type { Ingress } from "../../lab/lofocats/load-balancer";
import { eventually, run, sleep } from "../../lab/run";
import { passwordOf, runBootstrap } from "../constructs/database/run-bootstrap";
import { Server } from "../constructs/database/server";
import { environment } from "../support/synth";

const us = labNode("us");
const NAMESPACE = "lofocats";
const HOST = "lofocats.gcp.example.com";
const REGISTRY = "us-central1-docker.pkg.dev/example-project/gcp";
const DATABASE = "lofocats";
const PORT = 18_080;

/** The lab's bridge, which pods reach as an address outside of the cluster. */
const OUTSIDE = "192.168.56.1";

/** Objects of kinds that GKE adds, which no other API server knows. */
const isGoogles = ({ apiVersion }: KubernetesObject): boolean =>
  /\bgke\.io\/|cloud\.google\.com\//.test(apiVersion);

let server: Server;
let balancer: ChildProcess | undefined;

/** The workload of a version, as `gcp` has it. */
function workloadOf(version: string): Workload {
  const database = lofocatsDatabase(lofocatsWithDemoData);
  const all = environment("gcp", (input) => {
    input.workloads = [structuredClone(lofocatsWithDemoData)];
    input.databases = { lofocats: database };
  });
  const [workload] = workloadsIn(all, { role: "api", region: "us", cluster: "us" });
  return withImages(workload as Workload, (image) =>
    imageIn(image.replace(/:[\d.]+$/, `:${version}`), REGISTRY),
  );
}

const urlOf = (role: "owner" | "application", generation: number): string => {
  const word = passwordOf(role === "owner" ? "Owner" : "Application", generation);
  const tls = `sslmode=verify-full&sslrootcert=${caFolderOf(DATABASE)}/ca.crt`;
  return `postgresql://${loginOf(role, "us", generation)}:${word}@${OUTSIDE}:${server.port}/${DATABASE}?${tls}`;
};

const usedIn = (generation: number): UsedDatabase => ({
  ...lofocatsDatabase(lofocatsWithDemoData),
  name: DATABASE,
  server: { host: OUTSIDE, port: server.port },
  database: DATABASE,
  variable: "DATABASE_URL",
  passwordGeneration: generation,
  egress: [toNetworks([`${OUTSIDE}/32`], server.port)],
  ca: fs.readFileSync(server.ca, "utf8"),
  identity: undefined, // Google's proxy cannot be had here
  urls: { owner: urlOf("owner", generation), application: urlOf("application", generation) },
  users: undefined as never, // Terraform's order is kept by the test
});

const destinationOf = (workload: Workload, generation: number): Destination => ({
  environment: "gcp",
  region: "us",
  cluster: "us",
  host: HOST,
  ingress: "gce",
  cni: "kubernetes",
  certificateVolume: "memory",
  prometheus: "prometheus",
  registry: REGISTRY,
  registrySecret: undefined,
  proxies: "",
  loadBalancer: {
    address: "gcp-us",
    tlsPolicy: "gcp-us",
    tls: { kind: "none" },
    timeoutSeconds: 30,
    securityPolicy: undefined,
  },
  workloads: [workload],
  databases: [usedIn(generation)],
});

const kubectl = (...args: readonly string[]) => us.kubectl(["-n", NAMESPACE, ...args], { timeout: 200_000 });

const apply = (objects: readonly object[]): Promise<string> =>
  us.kubectl(["apply", "--server-side", "--force-conflicts", "-f", "-"], {
    input: JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }),
  });

const secret = (name: string, stringData: Readonly<Record<string, string>>) => ({
  apiVersion: "v1",
  kind: "Secret",
  metadata: { name, namespace: NAMESPACE },
  stringData,
});

/** Waits until a job is done. @throws where it failed */
const ended = (name: string): Promise<void> =>
  eventually(
    `the job ${name} ends`,
    async () => {
      const conditions = await kubectl("get", "job", name, "-o", "jsonpath={.status.conditions[*].type}");
      if (/\bComplete\b/.test(conditions)) return "complete";
      return /\bFailed\b/.test(conditions) ? "failed" : undefined;
    },
    { seconds: 150 },
  ).then((outcome) => {
    if (outcome === "failed") throw new Error(`${name} failed`);
  });

/** Rolls out a version as an apply does: users, Secrets, jobs one after the other, pods; what fails ends it there. */
async function deploy(version: string, generation = 1): Promise<void> {
  const workload = workloadOf(version);
  const destination = destinationOf(workload, generation);
  const [{ urls, ca }] = destination.databases as [UsedDatabase];
  const { status, stderr } = runBootstrap(server, { database: DATABASE, cluster: "us", generation });
  if (status !== 0) throw new Error(stderr);
  await apply(
    ROLES.map((role) =>
      secret(connectionSecretOf(DATABASE, role), { url: urls[role], "ca.crt": ca as string }),
    ),
  );
  for (const [name, job] of Object.entries(workload.jobs) as [string, Job][]) {
    const object = jobObject(destination, workload, name, { ...job, retries: 0 });
    await apply([object]);
    await ended(object.metadata.name);
  }
  await apply(workloadObjects(destination, workload, undefined).filter((object) => !isGoogles(object)));
  for (const { name } of [...workload.services, { name: NOTHING }])
    await kubectl("rollout", "status", `deployment/${name}`, "--timeout=180s");
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** A request of a user's, through the load balancer. */
function call(
  target: string,
  options: { method?: string; body?: object; token?: string } = {},
): Promise<Answer> {
  const { method = "GET", body, token } = options;
  return new Promise((resolve, reject) => {
    const headers = { host: HOST, ...(token ? { authorization: token } : {}) };
    const to = {
      host: us.entry.address,
      port: PORT,
      path: target,
      method,
      headers,
      agent: false as const,
      timeout: 10_000,
    };
    const request = http.request(to, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on("timeout", () => request.destroy(new Error("no answer in 10 s")));
    request.on("error", reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Users who look at the page and at the API until they are told to stop; gives how many answers there were, and those that were none. */
function visitors() {
  let running = true;
  let answers = 0;
  const failures: string[] = [];
  const all = ["/", "/api/cat_entries", "/cat_entries", "/api/cat_entries/1"].map(async (target) => {
    while (running) {
      const outcome = await call(target).then(
        ({ status, text }) => (status === 200 ? "" : `${status} ${text}`),
        String,
      );
      answers += 1;
      if (outcome !== "") failures.push(`${target}: ${outcome}`);
      await sleep(20);
    }
  });
  return async () => {
    running = false;
    await Promise.all(all);
    return { answers, failures };
  };
}

const column = (text: string): string[] => text.split(/\s+/).filter((each) => each !== "");
const pods = async (name: string, field: string): Promise<string[]> =>
  column(
    await kubectl(
      "get",
      "pods",
      "-l",
      `app.kubernetes.io/name=${name}`,
      "--field-selector=status.phase=Running",
      "-o",
      `jsonpath={.items[*]${field}}`,
    ),
  );

/** Waits until the API's pods are two of a version: one that was asked to go runs on while it drains. */
const settled = (version: string): Promise<true> =>
  eventually(`two pods of ${version} are left`, async () => {
    const images = await pods("lofocats-api", ".spec.containers[0].image");
    const all = images.every((image) => image === `${REGISTRY}/lofocats-api:${version}`);
    return images.length === 2 && all ? true : undefined;
  });

async function balance(): Promise<void> {
  const ingress = JSON.parse(await kubectl("get", "ingress", "lofocats", "-o", "json")) as Ingress;
  const services = JSON.parse(await kubectl("get", "services", "-o", "json")).items as {
    metadata: { name: string };
    spec: { clusterIP: string };
  }[];
  const addresses = Object.fromEntries(services.map(({ metadata, spec }) => [metadata.name, spec.clusterIP]));
  const script = path.join(__dirname, "../../lab/lofocats/load-balancer.ts");
  const command = [process.execPath, "--import", "tsx", script, us.entry.address, String(PORT)];
  balancer = spawn(...us.inNetwork(command), { stdio: ["pipe", "pipe", "inherit"] });
  balancer.stdin?.end(JSON.stringify({ ingress, addresses }));
  await once(balancer.stdout as NodeJS.ReadableStream, "data");
}

beforeAll(async () => {
  const nameOf = (version: string) => (part: "api" | "ui") => `${REGISTRY}/lofocats-${part}:${version}`;
  for (const version of ["1.0.0", "1.1.0", "1.2.0"])
    for (const archive of await packLofocats(labDir, version, nameOf(version))) await us.importImage(archive);
  await us.importImage(packBusybox(path.join(labDir, "busybox.tar"), referenceTo(IMAGES.busybox)));
  server = await Server.start(DATABASE, OUTSIDE);
  const labels = { "pod-security.kubernetes.io/enforce": "restricted" };
  await apply([{ apiVersion: "v1", kind: "Namespace", metadata: { name: NAMESPACE, labels } }]);
  await eventually("the namespace's account", () => kubectl("get", "serviceaccount", "default"));
  await apply(
    workloadOf("1.0.0").services.map(({ name }) =>
      secret(secretsOf(name), { SECRET_KEY_BASE: "a".repeat(128) }),
    ),
  );
}, 300_000);

afterAll(async () => {
  balancer?.kill();
  await us.kubectl(["delete", "namespace", NAMESPACE, "--ignore-not-found", "--wait=false"]);
  server?.stop();
});

test("a version is migrated and its demonstration loaded before its pods start, which answer then", async () => {
  await deploy("1.0.0");
  const jobs = await kubectl("get", "jobs", "-o", "jsonpath={.items[*].status.completionTime}");
  const started = await pods("lofocats-api", ".status.startTime");
  expect(column(jobs)).toHaveLength(2);
  const times = [...column(jobs).sort(), ...[...started].sort()];
  expect(times).toEqual([...times].sort());
  await balance();
  expect(JSON.parse((await call("/api/cat_entries")).text)).toHaveLength(9);
  expect((await call("/")).text).toContain("<li>lost: Maine Coon, red</li>");
  expect((await call("/cat_entries")).status).toBe(200);
});

test("users sign in, write, and may not write for others", async () => {
  const session = { username: "ada", password: DEMO_PASSWORD };
  expect((await call("/api/sessions", { method: "POST", body: { ...session, password: "no" } })).status).toBe(
    401,
  );
  const signedIn = await call("/api/sessions", { method: "POST", body: session });
  expect(signedIn.status).toBe(201);
  const { token } = JSON.parse(signedIn.text) as { token: string };
  const entry = { entry_type: "found", breed: "Manx", color: "grey", contact_email: "ada@example.com" };
  expect((await call("/api/cat_entries", { method: "POST", body: entry })).status).toBe(401);
  const added = await call("/api/cat_entries", { method: "POST", body: entry, token });
  expect(added.status).toBe(201);
  const { id } = JSON.parse(added.text) as { id: number };
  expect((await call("/api/cat_entries", { method: "POST", body: {}, token })).status).toBe(422);
  expect((await call("/api/cat_entries/1", { method: "DELETE", token })).status).toBe(401); // the administrator's
  expect((await call(`/api/cat_entries/${id}`, { method: "DELETE", token })).status).toBe(204);
  expect((await call("/api/users", { token })).status).toBe(401);
  expect((await call("/api/sessions", { method: "DELETE", token })).status).toBe(204);
  expect((await call("/api/cat_entries", { method: "POST", body: entry, token })).status).toBe(401);
});

test.each([
  ...["/health", "/health/", "/health/all", "/metrics", "/metrics/", "/metrics/x?y=z"],
  ...["/api/health", "/api/health/", "/api/health/database", "/api/metrics", "/api/metrics/x"],
])("%s is nothing from outside", async (target) => {
  expect(await call(target)).toEqual({ status: 404, text: expect.not.stringMatching(/ok|http_requests/) });
});

test("paths that only begin so belong to the program, which answers", async () => {
  expect((await call("/healthy")).text).toBe("not found\n"); // the pages' own
  expect((await call("/api/healthy")).text).toContain("there is none"); // the API's own
});

test("what asks the pods themselves finds both: the kubelet, or they would not be ready, and Prometheus", async () => {
  for (const service of workloadOf("1.0.0").services as Service[]) {
    const { name, port, probes, metrics } = service;
    for (const pod of await pods(name, ".status.podIP")) {
      const get = (target: string) =>
        run(...us.inNetwork(["curl", "--silent", "--fail", "--max-time", "5", `http://${pod}:${target}`]));
      expect(await get(`${port}${probes.readiness}`)).toContain("ok");
      expect(await get(`${metrics?.port}${metrics?.path}`)).toContain(`http_requests_total{app="${name}"`);
    }
  }
});

test("the next version is migrated too, by a job of its own, and no request fails", async () => {
  const stop = visitors();
  await deploy("1.1.0");
  await sleep(8000); // the old pods drain for five seconds
  const { answers, failures } = await stop();
  await settled("1.1.0");
  console.log(`another version: ${answers} requests, ${failures.length} failed`);
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(200);
  const names = await kubectl("get", "jobs", "-o", "jsonpath={.items[*].metadata.name}");
  expect(column(names).filter((name) => name.startsWith("migrate-"))).toEqual([
    expect.stringMatching(/^migrate-1-0-0-/),
    expect.stringMatching(/^migrate-1-1-0-/),
  ]);
  const owner = server.psql(loginOf("owner", "us", 1), passwordOf("Owner", 1), DATABASE, [
    "select version from schema_migrations order by 1",
  ]);
  expect(owner).toBe("1.0.0\n1.1.0");
}, 300_000);

test("a migration that fails leaves the schema, and the pods before it serving", async () => {
  const before = await pods("lofocats-api", ".metadata.name");
  const stop = visitors();
  await expect(deploy("1.2.0")).rejects.toThrow(/^migrate-1-2-0-\w+ failed$/);
  const log = await kubectl("logs", "--selector=batch.kubernetes.io/job-name", "--tail=-1");
  expect(log).toContain("could not create unique index");
  const { failures } = await stop();
  expect(failures).toEqual([]);
  expect(await pods("lofocats-api", ".metadata.name")).toEqual(before);
  await settled("1.1.0");
});

test("another generation of passwords reaches the pods without a failed request, and the one before the last is shut", async () => {
  const stop = visitors();
  await deploy("1.1.0", 2);
  await sleep(8000);
  await deploy("1.1.0", 3);
  await sleep(8000);
  const { answers, failures } = await stop();
  console.log(`two more generations of passwords: ${answers} requests, ${failures.length} failed`);
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(400);
  const as = (generation: number) =>
    server.psql(loginOf("application", "us", generation), passwordOf("Application", generation), DATABASE, [
      "select 1",
    ]);
  expect(as(1)).toContain("password authentication failed");
  expect([as(2), as(3)]).toEqual(["1", "1"]);
}, 400_000);

test("what the page on databases says brings back what was lost, to the pods that serve", async () => {
  const page = fs.readFileSync(path.join(__dirname, "../../docs/databases.md"), "utf8");
  const steps = [...page.matchAll(/^ {3}(pg_(?:dump|restore) .*)$/gm)].map(([, step]) => step as string);
  expect(steps).toHaveLength(2);
  const onHost = (url: string) => url.replace(`${caFolderOf(DATABASE)}/ca.crt`, server.ca);
  const { user, password } = server.administrator;
  const administrator = onHost(urlOf("owner", 3)).replace(/\/\/.*@/, `//${user}:${password}@`);
  const follow = (step: string) =>
    spawnSync("sh", ["-ec", step], {
      cwd: server.folder,
      encoding: "utf8",
      env: {
        PATH: `${server.bin}:${process.env["PATH"]}`,
        RESTORED_URL: administrator,
        OWNER_URL: onHost(urlOf("owner", 3)),
      },
    });
  expect(follow(steps[0] as string)).toMatchObject({ status: 0, stderr: "" });
  server.psql(loginOf("owner", "us", 3), passwordOf("Owner", 3), DATABASE, ["delete from cat_entries"]);
  expect(JSON.parse((await call("/api/cat_entries")).text)).toEqual([]);
  await kubectl("scale", "deployment", "lofocats-api", "--replicas=0");
  expect(follow(steps[1] as string)).toMatchObject({ status: 0, stderr: "" });
  await kubectl("scale", "deployment", "lofocats-api", "--replicas=2");
  await kubectl("rollout", "status", "deployment/lofocats-api", "--timeout=120s");
  expect(JSON.parse((await call("/api/cat_entries")).text)).toHaveLength(9);
  const session = { username: "ada", password: DEMO_PASSWORD };
  expect((await call("/api/sessions", { method: "POST", body: session })).status).toBe(201); // writes too
}, 300_000);
