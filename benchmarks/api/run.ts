/**
 * `npm run bench:api [-- ROUNDS SECONDS]`: the API beside a Go server with the same routes and beside Node's bare
 * layers, over keep-alive TLS, each on one core. Needs go, wrk and taskset, and two cores.
 *
 * Candidates take turns within a round, so that what else the machine does meets them alike; the table shows medians.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import Table from "cli-table3";
import { Command } from "commander";
import { bundle } from "../../app/build/bundle";
import { selfSigned } from "../../app/build/self-signed";
import { version } from "../../package.json";
import { wholeNumber } from "../../rehearsal/whole-number";
import { type Candidate, type Sample, Server } from "./measure";

const ROUTES = ["/bench", "/api", "/data?size=1&unit=mb"] as const;
/** What all ratios refer to. */
const BASE = "go, observed";
const FIRST_PORT = 19_440;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const medians = (samples: readonly Sample[]): Sample => ({
  requestsPerSecond: median(samples.map((sample) => sample.requestsPerSecond)),
  p50: median(samples.map((sample) => sample.p50)),
  p99: median(samples.map((sample) => sample.p99)),
  cpu: median(samples.map((sample) => sample.cpu)),
});

/** Builds what is measured, in a folder that is thrown away. */
async function candidates(folder: string): Promise<readonly Candidate[]> {
  const { cert, key } = selfSigned();
  const [certFile, keyFile] = [path.join(folder, "tls.crt"), path.join(folder, "tls.key")];
  fs.writeFileSync(certFile, cert);
  fs.writeFileSync(keyFile, key);
  const go = path.join(folder, "go-api");
  execFileSync("go", ["build", "-o", go, "."], { cwd: path.join(__dirname, "go"), stdio: "inherit" });
  const api = path.join(folder, "api.cjs");
  await bundle(api, "benchmark");
  const pair = ["-cert", certFile, "-key", keyFile];
  const layers = path.join(__dirname, "layers.js");
  const layer = (name: string): Candidate => ({
    name: `node, ${name}`,
    command: (port) => [process.execPath, layers, name, String(port), certFile, keyFile],
  });
  return [
    { name: "go, bare", command: (port) => [go, "-port", String(port), ...pair] },
    { name: BASE, command: (port) => [go, "-observe", "-port", String(port), ...pair] },
    {
      name: "the API",
      command: (port) => [process.execPath, api, "-port", String(port), "-metrics-port", "off", ...pair],
    },
    layer("https"),
    layer("http2-allow-http1"),
    layer("tls-only"),
  ];
}

const answersEveryRoute = ({ name }: Server): boolean => !name.startsWith("node, ");

function report(route: string, results: ReadonlyMap<string, readonly Sample[]>): string {
  const table = new Table({
    head: ["server", "requests/s", "ratio", "p50 ms", "p99 ms", "CPU us/request", "CPU ratio"],
    style: { head: [], border: [], compact: true },
  });
  const base = medians(results.get(BASE) ?? []);
  for (const [name, samples] of results) {
    const { requestsPerSecond, p50, p99, cpu } = medians(samples);
    table.push([
      name,
      requestsPerSecond.toFixed(0),
      (requestsPerSecond / base.requestsPerSecond).toFixed(2),
      p50.toFixed(2),
      p99.toFixed(2),
      cpu.toFixed(1),
      (base.cpu / cpu).toFixed(2),
    ]);
  }
  return `GET ${route}\n${table.toString()}\n`;
}

async function main(rounds: number, seconds: number): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-bench-api-"));
  const servers: Server[] = [];
  try {
    process.stderr.write("building the API and the Go server\n");
    for (const [index, candidate] of (await candidates(folder)).entries()) {
      servers.push(await Server.start(candidate, FIRST_PORT + index, path.join(folder, `log-${index}`)));
    }
    const idle = servers.map((server) => `${server.name} ${server.memory().toFixed(0)} MiB`);
    process.stdout.write(
      `${os.cpus()[0]?.model}, node ${process.version}; ${rounds} rounds of ${seconds} s\n`,
    );
    process.stdout.write(`idle: ${idle.join("; ")}\n\n`);
    for (const route of ROUTES) {
      const taking = servers.filter((server) => route === "/bench" || answersEveryRoute(server));
      const results = new Map(taking.map((server) => [server.name, [] as Sample[]]));
      for (const server of taking) {
        server.load(route, 1); // warm
      }
      for (let round = 0; round < rounds; round += 1) {
        process.stderr.write(`${route}: round ${round + 1} of ${rounds}\n`);
        for (const server of taking) {
          results.get(server.name)?.push(server.load(route, seconds));
        }
      }
      process.stdout.write(`${report(route, results)}\n`);
    }
  } finally {
    for (const server of servers) {
      server.stop();
    }
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

new Command("npm run bench:api --")
  .description(
    "Measures the API beside a server in Go and others, under load, and reports throughput, latency and memory.",
  )
  .version(version)
  .argument("[rounds]", "how often each is measured", wholeNumber, 5)
  .argument("[seconds]", "how long a round is", wholeNumber, 3)
  .action((rounds: number, seconds: number) =>
    main(rounds, seconds).catch((error: Error) => {
      process.stderr.write(`bench:api: ${error.message}\n`);
      process.exit(1);
    }),
  )
  .parse();
