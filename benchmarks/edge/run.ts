/**
 * What the way through the platform costs: the same request to the API's pod, through the regional Traefik, and through
 * the balancer and the regional Traefik. Needs a lab that is up: `npm run lab -- up`, then `npm run lab -- bench`.
 *
 * The generator shares two cores with three clusters, so the absolute numbers are this machine's; the ratios say more.
 */
import { performance } from "node:perf_hooks";
import { labNode } from "../../lab/lab";
import { run } from "../../lab/run";
import { agentFor, get, type Target } from "../../lab/traffic/client";
import { failures, percentile, startLoad } from "../../lab/traffic/load";
import { globalBalancer, region } from "../../lab/traffic/targets";

const ROUNDS = 3;
const SECONDS = 5;
const USERS = 8;
const SUSTAINED_SECONDS = 60;

interface Result {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly failed: number;
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

async function measure(target: Target, seconds: number): Promise<Result> {
  const agent = agentFor(target, 1);
  await get(target, "/bench", { agent });
  agent.destroy();
  const began = performance.now();
  const load = startLoad(target, { users: USERS, rest: 0, path: "/bench" });
  await pause(seconds);
  const samples = await load.stop();
  const elapsed = (performance.now() - began) / 1000;
  return {
    perSecond: samples.length / elapsed,
    p50: percentile(samples, 0.5),
    p99: percentile(samples, 0.99),
    failed: failures(samples).length,
  };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

/** The pod itself, reached by its Service's endpoint: the route to it leads through its node. */
async function direct(): Promise<Target> {
  const eu = labNode("eu");
  const address = await eu.kubectl(["-n", "api", "get", "pods", "-o", "jsonpath={.items[0].status.podIP}"]);
  await run("ip", ["route", "replace", `${address}/32`, "via", eu.entry.address]);
  return { ...region("eu"), address, port: 8443 };
}

async function main(): Promise<void> {
  const ways: readonly (readonly [string, Target])[] = [
    ["the API's pod", await direct()],
    ["regional Traefik (passthrough)", region("eu")],
    ["balancer and regional Traefik", globalBalancer()],
  ];
  const results = new Map<string, Result[]>(ways.map(([name]) => [name, []]));
  // In turn, so that a machine that slows down slows all of them.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, target] of ways) results.get(name)?.push(await measure(target, SECONDS));
  }
  const rows = [...results].map(([name, rounds]) => ({
    name,
    perSecond: median(rounds.map((round) => round.perSecond)),
    p50: median(rounds.map((round) => round.p50)),
    p99: median(rounds.map((round) => round.p99)),
    failed: rounds.reduce((sum, { failed }) => sum + failed, 0),
  }));
  const base = rows[0] as (typeof rows)[number];
  console.log(`${USERS} users, ${ROUNDS} rounds of ${SECONDS} s, medians\n`);
  console.log(
    "| way | requests/s | p50 ms | p99 ms | throughput of direct | p50 of direct | failed |\n|---|---|---|---|---|---|---|",
  );
  for (const { name, perSecond, p50, p99, failed } of rows) {
    const ratios = [perSecond / base.perSecond, p50 / base.p50].map((ratio) => ratio.toFixed(2));
    console.log(
      `| ${name} | ${perSecond.toFixed(0)} | ${p50.toFixed(2)} | ${p99.toFixed(2)} | ${ratios.join(" | ")} | ${failed} |`,
    );
  }
  const sustained = await measure(globalBalancer(), SUSTAINED_SECONDS);
  const { perSecond, p99, failed } = sustained;
  console.log(
    `\nsustained: ${SUSTAINED_SECONDS} s through the whole chain, ${perSecond.toFixed(0)} requests/s, p99 ${p99.toFixed(2)} ms, ${failed} failed`,
  );
  if (failed || rows.some((row) => row.failed)) process.exitCode = 1;
}

main().catch((error: Error) => {
  console.error(error.stack);
  process.exitCode = 1;
});
