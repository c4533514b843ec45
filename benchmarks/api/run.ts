/**
 * `npm run bench:api [-- --rounds 5 --seconds 3]`: the API beside a Go server with the same routes and beside Node's
 * bare layers, over keep-alive TLS, each on one core; first as fast as each can, then at half of what Go answers.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { candidates, type Entry } from "./candidates";
import { type Load, type Protocol, type Sample, Server } from "./measure";
import { type BenchOptions, readOptions } from "./options";
import { BASE, median, type Results, report } from "./report";
import { buildSlices, reportSlices, slices } from "./slices";

const ROUTES = ["/bench", "/api", "/data?size=1&unit=mb"] as const;
const PROTOCOLS: readonly Protocol[] = ["HTTP/1.1", "HTTP/2"];
const FIRST_PORT = 19_440;

/** Servers take turns within a round, so that what else the machine does meets them alike. */
function measure(servers: readonly Server[], load: Load, rounds: number): Results {
  const results = new Map(servers.map(({ name }) => [name, [] as Sample[]]));
  for (const server of servers) {
    server.load({ ...load, seconds: 1 }); // warm
  }
  for (let round = 0; round < rounds; round += 1) {
    process.stderr.write(`${load.protocol} ${load.target}: round ${round + 1} of ${rounds}\n`);
    for (const server of servers) {
      results.get(server.name)?.push(server.load(load));
    }
  }
  return results;
}

/** Servers that speak a protocol and have a route. */
const serversFor = (servers: ReadonlyMap<Entry, Server>, protocol: Protocol, target: string): Server[] =>
  [...servers].flatMap(([{ protocols, onlyBench }, server]) =>
    protocols.includes(protocol) && (target === "/bench" || !onlyBench) ? [server] : [],
  );

/** Routes that a load of this protocol is to be asked of. */
const routesFor = (protocol: Protocol, only: string) =>
  ROUTES.filter((route) => `${protocol} GET ${route}`.includes(only));

function compare(servers: ReadonlyMap<Entry, Server>, { rounds, seconds, only }: BenchOptions): void {
  for (const protocol of PROTOCOLS) {
    for (const target of routesFor(protocol, only)) {
      const taking = serversFor(servers, protocol, target);
      const load = { protocol, target, seconds };
      const full = measure(taking, load, rounds);
      process.stdout.write(`${report(`${protocol} GET ${target}`, full)}\n`);
      const rate = median((full.get(BASE) ?? []).map(({ requestsPerSecond }) => requestsPerSecond)) / 2;
      const half = measure(taking, { ...load, rate }, rounds);
      process.stdout.write(`${report(`${protocol} GET ${target}, ${rate.toFixed(0)} requests/s`, half)}\n`);
    }
  }
}

/** Short turns over connections that stay, of HTTP/1.1. */
function compareSlices(
  servers: ReadonlyMap<Entry, Server>,
  folder: string,
  seconds: number,
  only: string,
): void {
  const client = buildSlices(folder);
  for (const target of routesFor("HTTP/1.1", only).filter((route) => !route.startsWith("/data"))) {
    const taking = serversFor(servers, "HTTP/1.1", target);
    const title = `HTTP/1.1 GET ${target}, in slices`;
    process.stdout.write(`${reportSlices(title, slices(client, taking, target, seconds))}\n`);
  }
}

async function main(options: BenchOptions): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-bench-api-"));
  const servers = new Map<Entry, Server>();
  try {
    process.stderr.write("building the API and the Go server\n");
    for (const [index, entry] of (await candidates(folder, options.node)).entries()) {
      servers.set(entry, await Server.start(entry, FIRST_PORT + index, path.join(folder, `log-${index}`)));
    }
    const version = execFileSync(options.node, ["--version"], { encoding: "utf8" }).trim();
    const load = os.loadavg()[0]?.toFixed(1);
    const { rounds, seconds } = options;
    process.stdout.write(
      `${os.cpus()[0]?.model}, load ${load}, node ${version}, ${execFileSync("go", ["version"], { encoding: "utf8" })}`,
    );
    process.stdout.write(`${rounds} rounds of ${seconds} s\n`);
    for (const server of servers.values()) {
      const { name, startup } = server;
      process.stdout.write(
        `${name}: ${server.memory().toFixed(0)} MiB, answers after ${startup.toFixed(0)} ms\n`,
      );
    }
    process.stdout.write("\n");
    if (options.slices === undefined) {
      compare(servers, options);
    } else {
      compareSlices(servers, folder, options.slices, options.only);
    }
  } finally {
    for (const server of servers.values()) {
      server.stop();
    }
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function fail(error: unknown): void {
  process.stderr.write(`bench:api: ${(error as Error).message}\n`);
  process.exitCode = 1;
}

try {
  main(readOptions(process.argv.slice(2))).catch(fail);
} catch (error) {
  fail(error);
}
