/**
 * Samples that outlive Prometheus' own volume: the real Thanos with the arguments that are deployed, two of Debian's Prometheus, and a
 * folder in the bucket's place. Another bucket is another `type` in the same file (https://thanos.io/tip/thanos/storage.md/).
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import {
  compactorArguments,
  DATA_FOLDER,
  queryArguments,
  storeArguments,
} from "../../../constructs/monitoring/thanos/arguments";
import { CONFIG_FOLDER, GRPC, HTTP, REPLICA_LABEL } from "../../../constructs/monitoring/thanos/store";
import { buildPrograms, program } from "../../../lab/programs";
import { terminalProgress } from "../../../lab/progress";
import { eventually, run } from "../../../lab/run";
import { freePort } from "../../support/free-port";

jest.setTimeout(1_800_000); // the first time Thanos is built

const DAY = 86_400;
const now = Math.floor(Date.now() / 1000);
const MONTH_AGO = now - 30 * DAY;
const YEARS_AGO = now - 800 * DAY;
const RETENTION_DAYS = 365;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-thanos-"));
const at = (...parts: readonly string[]): string => path.join(folder, ...parts);
const children: ChildProcess[] = [];

const start = (command: string, args: readonly string[]): ChildProcess => {
  const log = fs.openSync(at("log"), "a");
  const child = spawn(command, [...args], { stdio: ["ignore", log, log] });
  fs.closeSync(log);
  children.push(child);
  return child;
};

const stop = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
};

const ready = (port: number): Promise<true> =>
  eventually(`port ${port} is ready`, async () =>
    (await fetch(`http://127.0.0.1:${port}/-/ready`)).ok ? true : undefined,
  ).catch((error: Error) => {
    const log = fs.readFileSync(at("log"), "utf8");
    const bad = log.search(/^(?:panic|fatal error|.* level=error)/m);
    throw new Error(`${error.message}\n${log.slice(bad < 0 ? -3000 : bad).slice(0, 3000)}`);
  });

/** The deployed arguments, with addresses and folders of this machine. */
const here = (args: readonly string[], name: string, ports: { grpc: number; http: number }) =>
  args.map((each) =>
    each
      .replace(`0.0.0.0:${GRPC}`, `127.0.0.1:${ports.grpc}`)
      .replace(`0.0.0.0:${HTTP}`, `127.0.0.1:${ports.http}`)
      .replace(DATA_FOLDER, at(name))
      .replace(CONFIG_FOLDER, folder),
  );

/** A Prometheus as the operator starts it beside a sidecar, with a label that tells it apart. */
async function prometheus(replica: string, retention: string) {
  const port = await freePort();
  const labels = `environment: gcp, region: us, cluster: us, ${REPLICA_LABEL}: ${replica}`;
  fs.writeFileSync(at(`${replica}.yml`), `global: { external_labels: { ${labels} } }\n`);
  const child = start("prometheus", [
    `--config.file=${at(`${replica}.yml`)}`,
    `--storage.tsdb.path=${at(replica)}`,
    `--storage.tsdb.retention.time=${retention}`,
    "--storage.tsdb.min-block-duration=2h",
    "--storage.tsdb.max-block-duration=2h",
    `--web.listen-address=127.0.0.1:${port}`,
  ]);
  await ready(port);
  return { child, port };
}

async function sidecar(replica: string, prometheusPort: number) {
  const ports = { grpc: await freePort(), http: await freePort() };
  const child = start(program("thanos"), [
    "sidecar",
    `--prometheus.url=http://127.0.0.1:${prometheusPort}`,
    `--tsdb.path=${at(replica)}`,
    `--objstore.config-file=${at("objstore.yml")}`,
    `--grpc-address=127.0.0.1:${ports.grpc}`,
    `--http-address=127.0.0.1:${ports.http}`,
  ]);
  await ready(ports.http);
  return { child, ports };
}

/** Writes the samples of an hour as a block of a Prometheus' own. */
async function block(replica: string, seconds: number): Promise<void> {
  const from = Math.floor(seconds / 7200) * 7200;
  const samples = Array.from(
    { length: 60 },
    (_, minute) => `cats_found_total{job="lofocats"} ${minute} ${from + minute * 60}`,
  );
  fs.writeFileSync(at("samples"), `# TYPE cats_found counter\n${samples.join("\n")}\n# EOF\n`);
  await run("promtool", ["tsdb", "create-blocks-from", "openmetrics", at("samples"), at(replica)]);
}

interface Series {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

async function ask(port: number, seconds: number, more = ""): Promise<readonly Series[]> {
  const from = Math.floor(seconds / 7200) * 7200 + 59 * 60;
  const answer = await fetch(
    `http://127.0.0.1:${port}/api/v1/query?query=cats_found_total&time=${from}${more}`,
  );
  return ((await answer.json()) as { data: { result: Series[] } }).data.result;
}

const blocks = (where: string): readonly string[] =>
  fs.readdirSync(at(where)).filter((name) => /^[0-9A-Z]{26}$/.test(name));

let query: number;
let prometheusPorts: readonly number[];

beforeAll(async () => {
  await buildPrograms(terminalProgress, ["thanos"]);
  fs.mkdirSync(at("bucket"));
  fs.writeFileSync(
    at("objstore.yml"),
    JSON.stringify({ type: "FILESYSTEM", config: { directory: at("bucket") } }),
  );
  const replicas = ["prometheus-0", "prometheus-1"];
  for (const replica of replicas) {
    await block(replica, MONTH_AGO);
    await block(replica, YEARS_AGO);
    await block(replica, now - 4 * 3600); // a block is as old as the newest says
    const { child, port } = await prometheus(replica, "3y");
    const uploading = await sidecar(replica, port);
    const all = 3 * (replicas.indexOf(replica) + 1);
    await eventually(`blocks of ${replica} are in the bucket`, () =>
      blocks("bucket").length === all ? true : undefined,
    );
    await stop(uploading.child);
    await stop(child);
  }
  // From here on as it is deployed: a week is kept beside Prometheus.
  const sidecars = [];
  const ports: number[] = [];
  for (const replica of replicas) {
    const { port } = await prometheus(replica, "7d");
    ports.push(port);
    sidecars.push((await sidecar(replica, port)).ports.grpc);
  }
  prometheusPorts = ports;
  const store = { grpc: await freePort(), http: await freePort() };
  start(program("thanos"), here(storeArguments, "store", store));
  await ready(store.http);
  const own = { grpc: await freePort(), http: await freePort() };
  const endpoints = [...sidecars, store.grpc].map((port) => `--endpoint=127.0.0.1:${port}`);
  const args = here(queryArguments("monitoring"), "query", own).filter(
    (each) => !each.startsWith("--endpoint="),
  );
  start(program("thanos"), [...args, ...endpoints]);
  await ready(own.http);
  query = own.http;
  await eventually("Query knows all three", async () => {
    const { data } = (await (await fetch(`http://127.0.0.1:${query}/api/v1/stores`)).json()) as {
      data: Record<string, readonly unknown[]>;
    };
    return Object.values(data).flat().length === 3 ? true : undefined;
  });
});

afterAll(async () => {
  await Promise.all(children.map(stop));
  fs.rmSync(folder, { recursive: true, force: true });
});

test("Prometheus itself has forgotten what is older than its retention", async () => {
  for (const port of prometheusPorts)
    await eventually("its old blocks go", async () =>
      (await ask(port, MONTH_AGO)).length === 0 ? true : undefined,
    );
});

test("Query still reads it, from the bucket, and shows what both replicas scraped once", async () => {
  const [series, ...others] = await ask(query, MONTH_AGO);
  expect(others).toEqual([]);
  expect(series?.value[1]).toBe("59");
  expect(series?.metric).toEqual({
    __name__: "cats_found_total",
    job: "lofocats",
    environment: "gcp",
    region: "us",
    cluster: "us",
  });
  const apart = await ask(query, MONTH_AGO, "&dedup=false");
  expect(apart.map(({ metric }) => metric[REPLICA_LABEL]).sort()).toEqual(["prometheus-0", "prometheus-1"]);
});

test("the Compactor throws away what is older than is promised, and nothing else", async () => {
  expect((await ask(query, YEARS_AGO)).length).toBe(1);
  const args = here(compactorArguments(RETENTION_DAYS), "compactor", { grpc: 0, http: await freePort() });
  // Once, and without waiting until blocks are half an hour old. It deletes two days after it has marked.
  await run(program("thanos"), [...args.filter((each) => each !== "--wait"), "--consistency-delay=0s"]);
  const outcomes = blocks("bucket").map((id) => {
    const { minTime } = JSON.parse(fs.readFileSync(at("bucket", id, "meta.json"), "utf8"));
    const isOld = minTime / 1000 < now - RETENTION_DAYS * DAY;
    return { isOld, isMarked: fs.existsSync(at("bucket", id, "deletion-mark.json")) };
  });
  expect(outcomes.filter(({ isOld }) => isOld)).toHaveLength(2);
  for (const { isOld, isMarked } of outcomes) expect(isMarked).toBe(isOld);
});
