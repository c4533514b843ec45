/**
 * `npm run soak -w @meridian/api -- [--minutes 10] [--node FILE]`: ordinary clients, hostile ones and a certificate that keeps changing, all at
 * once, for minutes; memory and descriptors must stay at their level.
 */
import fs from "node:fs";
import path from "node:path";
import { InvalidArgumentError } from "commander";
import { selfSigned } from "../build/self-signed";
import { liveHeap } from "../test/support/heap";
import { PROTOCOLS, request } from "../test/support/requests";
import { pause } from "../test/support/wait";
import { attacked } from "./attacked";
import { Bystanders } from "./bystanders";
import { command, ending, print } from "./command";
import { FUZZERS } from "./fuzzers";
import { play } from "./play";
import { Random } from "./random";
import type { Target } from "./target";

interface Level {
  readonly minute: number;
  /** MiB. */
  readonly heap: number;
  readonly memory: number;
  readonly descriptors: number;
}

const CLIENTS = 8;
const SAMPLES = 20;
const CERTIFICATE_MS = 5000;
const ROUTES = [
  "/bench",
  "/api",
  "/?wait=5ms",
  "/data?size=200&unit=kb",
  "/data?size=3&unit=mb",
  "/nobody",
  "/readyz",
];

/** What may come and go from sample to sample. */
const HEAP_MIB = 3;
const MEMORY_MIB = 48;
const DESCRIPTORS = 32;

async function sample(target: Target, started: number): Promise<Level> {
  const heap = await liveHeap(target);
  const minute = (performance.now() - started) / 60_000;
  return { minute, heap, memory: target.memory(), descriptors: target.descriptors() };
}

/** The first third is warming up; after it the highest level of the end must not be above that of the middle. */
function verdict(levels: readonly Level[]): readonly string[] {
  const third = Math.floor(levels.length / 3);
  const highest = (part: readonly Level[], of: keyof Level): number =>
    Math.max(...part.map((level) => level[of]));
  const grown = (of: keyof Level, allowed: number): readonly string[] => {
    const middle = highest(levels.slice(third, 2 * third), of);
    const end = highest(levels.slice(2 * third), of);
    return end - middle > allowed ? [`${of} grew from ${middle.toFixed(1)} to ${end.toFixed(1)}`] : [];
  };
  return [...grown("heap", HEAP_MIB), ...grown("memory", MEMORY_MIB), ...grown("descriptors", DESCRIPTORS)];
}

async function soak(target: Target, folder: string, minutes: number): Promise<readonly string[]> {
  const bystanders = await Bystanders.start(target.port);
  const started = performance.now();
  const over = (): boolean => performance.now() - started > minutes * 60_000 || target.problems.length > 0;
  let answered = 0;
  let failed = 0;

  const client = async (index: number): Promise<void> => {
    for (let turn = index; !over(); turn += 1) {
      const target_ = ROUTES[turn % ROUTES.length] as string;
      await request(PROTOCOLS[turn % 2] ?? "HTTP/1.1", target.port, { path: target_ }).then(
        () => (answered += 1),
        () => (failed += 1),
      );
    }
  };
  const hostile = async (): Promise<void> => {
    const ports = { plain: target.port, tls: target.port };
    for (let index = 0; !over(); index += 1) {
      const fuzzer = FUZZERS[index % FUZZERS.length];
      await (fuzzer && play(fuzzer.input(new Random(7, index)), ports));
    }
  };
  const renewal = async (): Promise<void> => {
    while (!over()) {
      await pause(CERTIFICATE_MS);
      const { cert, key } = selfSigned();
      fs.writeFileSync(path.join(folder, "tls.crt"), cert);
      fs.writeFileSync(path.join(folder, "tls.key"), key);
    }
  };
  const levels: Level[] = [];
  const watch = async (): Promise<void> => {
    while (!over()) {
      await pause((minutes * 60_000) / SAMPLES);
      const level = await sample(target, started);
      levels.push(level);
      const { minute, heap, memory, descriptors } = level;
      process.stdout.write(
        `${minute.toFixed(1)} min: heap ${heap.toFixed(1)} MiB, resident ${memory.toFixed(0)} MiB, ${descriptors} descriptors\n`,
      );
    }
  };
  await Promise.all([
    ...Array.from({ length: CLIENTS }, (_, index) => client(index)),
    hostile(),
    renewal(),
    watch(),
  ]);
  await bystanders.stop();
  process.stdout.write(
    `${answered} requests answered, ${failed} not; ${bystanders.answers} on connections that stayed\n`,
  );
  const failures = failed > 0 ? [`${failed} requests had no answer`] : [];
  return [...failures, ...verdict(levels), ...target.problems, ...bystanders.problems];
}

interface SoakOptions {
  readonly minutes: number;
  readonly node: string;
}

function minutes(text: string): number {
  if (!/^\d{1,4}(\.\d)?$/.test(text) || Number(text) === 0) {
    throw new InvalidArgumentError("expected minutes, such as 10 or 0.5");
  }
  return Number(text);
}

command("soak")
  .option("--minutes <number>", "how long", minutes, 10)
  .option("--node <file>", "the Node that runs the API", process.execPath)
  .action(
    ending("soak", async ({ minutes: length, node }: SoakOptions) =>
      print(await attacked("soak", [], node, (target, folder) => soak(target, folder, length))),
    ),
  )
  .parse();
