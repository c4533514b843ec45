/** The movies on a real cluster: four services in two replicas each, HTTPS between them, a real PostgreSQL outside. */
import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import https from "node:https";
import path from "node:path";
import { hashPassword } from "../../app/movies/src/password";
import { Postgres } from "../../app/movies/test/support/postgres";
import { secretsOf } from "../../config/composed-names";
import { workloadsIn } from "../../config/in-cluster";
import type { Job, Workload } from "../../config/schema/environment";
import { movies, moviesDatabase } from "../../config/workloads/movies";
import { jobObject } from "../../constructs/workload/job";
import { workloadObjects } from "../../constructs/workload/objects";
import { labDir, labNode } from "../../lab/lab";
import { eventually, run, sleep } from "../../lab/run";
import { agentFor, type Target } from "../../lab/traffic/client";
import { failures, type Sample, startLoad, summary } from "../../lab/traffic/load";
import { environment } from "../support/synth";
import { PLACE, withoutBalancer } from "../support/workload";
import { issueCertificate, pki, platformAuthority } from "./support/platform";

const us = labNode("us");
const HOST = "movies.us";
const target: Target = { host: HOST, address: us.entry.address, ca: pki.ca };

/** The lab's bridge, which pods reach as an address outside of the cluster. */
const OUTSIDE = "192.168.56.1";

const NAMES = ["web", "auth", "rec", "data"] as const;

const CERTIFICATE = { secretName: "certificate", authoritySecret: "certificate", filledBy: [] };

const parsed = (port: number) => {
  const all = environment("local", (input) => {
    withoutBalancer(input);
    input.workloads = movies({
      entry: "fan-out",
      replicas: { minimum: 2, maximum: 2 },
      applicationRole: "movies_app",
    });
    input.databases = {
      movies: {
        kind: "existing",
        ...moviesDatabase,
        networks: [{ kind: "network", cidr: `${OUTSIDE}/32`, ports: [port] }],
        urls: { owner: "movies_owner_url", application: "movies_url" },
      },
    };
  });
  return workloadsIn(all, { ...PLACE, role: "api" });
};

const apply = (objects: readonly object[]): Promise<string> =>
  us.kubectl(["apply", "--server-side", "-f", "-"], {
    input: JSON.stringify({ apiVersion: "v1", kind: "List", items: objects }),
  });

const secret = (
  namespace: string,
  name: string,
  stringData: Readonly<Record<string, string>>,
  type = "Opaque",
) => ({
  apiVersion: "v1",
  kind: "Secret",
  type,
  metadata: { name, namespace },
  stringData,
});

let postgres: Postgres;
let token: string;

const agent = agentFor(target);

/** A request of a user's. */
function call(
  target: string,
  body?: object,
  authorization = token,
): Promise<{ readonly status: number; readonly text: string }> {
  return new Promise((resolve, reject) => {
    const request = https.request(
      {
        host: HOST,
        path: target,
        method: body === undefined ? "GET" : "POST",
        agent,
        headers: { "content-type": "application/json", authorization: `Bearer ${authorization}` },
        timeout: 10_000,
      },
      (response) => {
        let text = "";
        response.on("data", (chunk) => {
          text += chunk;
        });
        response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      },
    );
    request.on("timeout", () => request.destroy(new Error("no answer in 10 s")));
    request.on("error", reject);
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const READ = { Username: "ada", Operation: "read" };

/** Users who read their ratings through the page's service, one request after the other. */
function readers(users: number) {
  const samples: Sample[] = [];
  let running = true;
  const began = performance.now();
  const all = Array.from({ length: users }, async () => {
    while (running) {
      const at = performance.now() - began;
      const answer = await call("/webapp/submit", READ).catch((error: Error) => ({
        status: 0,
        error: error.message,
      }));
      samples.push({ at, milliseconds: performance.now() - began - at, region: "", ...answer });
      await sleep(20);
    }
  });
  return {
    async stop(): Promise<readonly Sample[]> {
      running = false;
      await Promise.all(all);
      return samples;
    },
  };
}

beforeAll(async () => {
  const archive = path.join(labDir, "movies-image.tar");
  execFileSync(process.execPath, ["--import", "tsx", "app/build/image.ts", archive, "--program", "movies"], {
    cwd: path.join(__dirname, "../.."),
    stdio: "pipe",
  });
  await us.importImage(archive);
  postgres = await Postgres.start(OUTSIDE);
  const all = parsed(postgres.port);
  const { cert, key } = await issueCertificate(platformAuthority(), HOST);
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const values: Readonly<Record<string, string>> = {
    movies_users: `ada:${await hashPassword("correct horse")}`,
    movies_signing_key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    movies_public_keys: publicKey.export({ type: "spki", format: "pem" }).toString(),
    movies_owner_url: postgres.url("movies_owner"),
    movies_url: postgres.url("movies_app"),
  };
  await apply(
    all.map(({ namespace }) => ({
      apiVersion: "v1",
      kind: "Namespace",
      metadata: {
        name: namespace,
        labels: { "pod-security.kubernetes.io/enforce": "restricted" },
      },
    })),
  );
  await eventually("the namespaces' accounts", () =>
    Promise.all(
      all.map(({ namespace }) => us.kubectl(["-n", namespace, "get", "serviceaccount", "default"])),
    ),
  );
  const destination = {
    ...PLACE,
    region: "us",
    cluster: "us",
    host: HOST,
    certificateVolume: "memory",
    workloads: all,
    databases: [],
  } as const;
  const pair = { "tls.crt": cert, "tls.key": key, "ca.crt": pki.ca };
  await apply(
    all.flatMap(({ namespace, services, jobs }) => [
      secret(namespace, "certificate", pair, "kubernetes.io/tls"),
      ...[...services.map((service) => [service.name, service] as const), ...Object.entries(jobs)].map(
        ([name, { secrets }]) =>
          secret(
            namespace,
            secretsOf(name),
            Object.fromEntries(
              Object.entries(secrets).map(([variable, value]) => [variable, values[value] as string]),
            ),
          ),
      ),
    ]),
  );
  const data = all.find(({ namespace }) => namespace === "movies-data") as Workload;
  await apply([jobObject(destination, data, "migrate", data.jobs["migrate"] as Job)]);
  const done = ["wait", "--for=condition=complete", "job", "--all", "--timeout=120s"];
  await us.kubectl(["-n", data.namespace, ...done], { timeout: 130_000 });
  await apply(all.flatMap((each) => workloadObjects(destination, each, CERTIFICATE)));
  await Promise.all(
    NAMES.map((name) =>
      us.kubectl(["-n", `movies-${name}`, "rollout", "status", `deployment/${name}`, "--timeout=150s"], {
        timeout: 160_000,
      }),
    ),
  );
  token = JSON.parse(
    await eventually("a login", async () => {
      const { status, text } = await call(
        "/webapp/login",
        { username: "ada", password: "correct horse" },
        "",
      );
      return status === 200 ? text : undefined;
    }),
  ).token;
  // A pod that is ready is known to the balancer and to the other nodes a moment later.
  await eventually("every service, from outside and from the page's", async () => {
    const answers = await Promise.all([
      call("/user-data/version"),
      call("/recommend/recommend"),
      call("/webapp/submit", READ),
    ]);
    return answers.every(({ status }) => status === 200) || undefined;
  });
}, 420_000);

afterAll(async () => {
  agent.destroy();
  for (const name of NAMES) {
    await us.kubectl(["delete", "namespace", `movies-${name}`, "--ignore-not-found", "--wait=false"]);
  }
  await postgres?.remove();
});

/** Of the pods of a service. */
const addresses = async (name: string): Promise<readonly string[]> =>
  (
    await us.kubectl([
      ...["-n", `movies-${name}`, "get", "pods", "-l", `app.kubernetes.io/name=${name}`],
      ...["--field-selector=status.phase=Running", "-o", "jsonpath={.items[*].status.podIP}"],
    ])
  ).split(" ");

test("the page, and each service under its path, which it does not see", async () => {
  expect((await call("/webapp")).text).toContain('<base href="/webapp/">');
  expect((await call("/webapp/page.js")).status).toBe(200);
  expect((await call("/auth/")).text).toMatch(/^auth: /);
  expect(JSON.parse((await call("/user-data/version")).text)).toMatchObject({ name: "data", region: "us" });
  expect(JSON.parse((await call("/recommend/recommend")).text).movies).toHaveLength(3);
  expect((await call("/recommend/recommend", undefined, "")).status).toBe(401);
  expect((await call("/webapp/metrics")).status).toBe(404); // on a port of its own
});

test("a rating is the same from every replica", async () => {
  const add = { Username: "ada", Movie: "Metropolis", Rating: 5, Operation: "add" };
  expect((await call("/webapp/submit", add)).status).toBe(200);
  const pods = await addresses("data");
  expect(pods).toHaveLength(2);
  for (const pod of pods) {
    const question = ["--silent", "--fail", "--max-time", "10", "--insecure", "--json", JSON.stringify(READ)];
    const text = await run(
      ...us.inNetwork([
        "curl",
        ...question,
        "-H",
        `Authorization: Bearer ${token}`,
        `https://${pod}:8083/submit`,
      ]),
    );
    expect(JSON.parse(text)).toEqual([{ movieTitle: "Metropolis", rating: 5 }]);
  }
});

test("pods that are lost under load cost at most what was under way with them", async () => {
  const headers = { authorization: `Bearer ${token}` };
  const users = 4;
  const load = startLoad(target, { users, path: "/webapp/recommend", headers });
  await sleep(2000);
  for (const name of ["rec", "auth"] as const) {
    const pod = await us.kubectl([
      ...["-n", `movies-${name}`, "get", "pods", "-l", `app.kubernetes.io/name=${name}`],
      ...["-o", "jsonpath={.items[0].metadata.name}"],
    ]);
    await us.kubectl(["-n", `movies-${name}`, "delete", "pod", pod, "--grace-period=0", "--force"]);
  }
  await sleep(8000);
  const samples = await load.stop();
  console.log(`a lost pod of rec and of auth: ${summary(samples)}`);
  expect(samples.length).toBeGreaterThan(100);
  expect(failures(samples).length).toBeLessThanOrEqual(users);
  for (const name of ["rec", "auth"]) {
    await us.kubectl(["-n", `movies-${name}`, "rollout", "status", `deployment/${name}`, "--timeout=120s"]);
  }
});

test("a rolling restart of all four under load loses no request", async () => {
  const headers = { authorization: `Bearer ${token}` };
  const load = startLoad(target, { users: 3, path: "/webapp/recommend", headers });
  const reading = readers(3);
  await sleep(1000);
  for (const name of NAMES) {
    await us.kubectl(["-n", `movies-${name}`, "rollout", "restart", `deployment/${name}`]);
    await us.kubectl(["-n", `movies-${name}`, "rollout", "status", `deployment/${name}`, "--timeout=120s"], {
      timeout: 130_000,
    });
  }
  await sleep(8000); // the old pods drain for five seconds
  const [recommended, read] = [await load.stop(), await reading.stop()];
  console.log(`rolling restart, recommendations: ${summary(recommended)}`);
  console.log(`rolling restart, ratings: ${summary(read)}`);
  expect(Math.min(recommended.length, read.length)).toBeGreaterThan(200);
  expect([failures(recommended), failures(read)]).toEqual([[], []]);
}, 400_000);
