/**
 * A fuzzer's inputs against the API, and what must hold for each of them: the process lives without an exception in
 * its code, others are answered meanwhile, the log stays readable and bounded, memory and handles return to their level.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { liveHeap } from "../test/support/heap";
import { eventually, pause } from "../test/support/wait";
import { Bystanders } from "./bystanders";
import type { Fuzzer } from "./input";
import { play } from "./play";
import { Random } from "./random";
import { Target } from "./target";

export interface Campaign {
  readonly program: string;
  readonly fuzzer: Fuzzer;
  readonly seed: number;
  /** The first input, and how many. */
  readonly from: number;
  readonly count: number;
  /** @default - the Node that runs this */
  readonly node?: string;
  readonly onProgress?: (done: number) => void;
}

export interface Outcome {
  readonly inputs: number;
  readonly seconds: number;
  /** Requests of bystanders that were answered meanwhile. */
  readonly bystanders: number;
  readonly logLines: number;
  /** MiB on the heap after a collection, before and after. */
  readonly heap: readonly [number, number];
  /** MiB of resident memory, before and after. */
  readonly memory: readonly [number, number];
  readonly problems: readonly string[];
}

/** Inputs at the same time. */
const WIDTH = 24;

/** What caches and pools may still gain after the first inputs. */
const HEAP_GROWTH_MIB = 4;
const MEMORY_GROWTH_MIB = 96;

/** Descriptors come and go with connections that close; what is left of them must be nothing. */
const HANDLES = 2;

/** Of both servers, where the question itself is the only request. */
const IDLE = Array(2).fill("http_requests_in_flight 1,websocket_connections 0").join();
const SETTLE_MS = 30_000;

class Servers {
  private constructor(
    readonly tls: Target,
    readonly plain: Target,
  ) {}

  static async start(program: string, folder: string, node: string | undefined): Promise<Servers> {
    return new Servers(
      await Target.start(program, folder, [], node),
      await Target.start(program, folder, ["--plain-http"], node),
    );
  }

  get problems(): readonly string[] {
    return [...this.tls.problems, ...this.plain.problems];
  }

  async each<Value>(measure: (target: Target) => Value | Promise<Value>): Promise<number> {
    return Number(await measure(this.tls)) + Number(await measure(this.plain));
  }

  stop(): void {
    this.tls.stop();
    this.plain.stop();
  }
}

async function settled(servers: Servers, handles: number): Promise<void> {
  let seen = "";
  const idle = async (): Promise<boolean> => {
    const open = await servers.each((target) => target.descriptors());
    const texts = [await servers.tls.metrics(true), await servers.plain.metrics(false)];
    const gauges = texts.flatMap((text) =>
      text.match(/^(http_requests_in_flight|websocket_connections) .*$/gm),
    );
    seen = `${open} descriptors, ${handles} at first; ${gauges.join(", ")}`;
    return open <= handles + HANDLES && gauges.join() === IDLE;
  };
  await eventually("idle", idle, SETTLE_MS).catch(() => {
    throw new Error(`connections or requests are left after ${SETTLE_MS} ms: ${seen}`);
  });
}

async function playAll(campaign: Campaign, servers: Servers, from: number, to: number): Promise<void> {
  const { fuzzer, seed } = campaign;
  const ports = { plain: servers.plain.port, tls: servers.tls.port };
  let next = from;
  const worker = async (): Promise<void> => {
    while (next < to && servers.problems.length === 0) {
      const index = next;
      next += 1;
      await play(fuzzer.input(new Random(seed, index)), ports);
      if ((index - campaign.from) % 1000 === 999) {
        campaign.onProgress?.(index - campaign.from + 1);
      }
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
}

export async function run(campaign: Campaign): Promise<Outcome> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-fuzz-"));
  const servers = await Servers.start(campaign.program, folder, campaign.node);
  const { from, count } = campaign;
  const warm = from + Math.floor(count / 5);
  const problems: string[] = [];
  const started = performance.now();
  const measure = async (): Promise<readonly [heap: number, memory: number]> => [
    await servers.each(liveHeap),
    await servers.each((target) => target.memory()),
  ];
  let before: readonly [number, number] = [0, 0];
  let after = before;
  let bystanders: Bystanders | undefined;
  try {
    await measure(); // opens what the inspector keeps open
    const handles = await servers.each((target) => target.descriptors());
    await playAll(campaign, servers, from, warm);
    await settled(servers, handles);
    before = await measure();
    bystanders = await Bystanders.start(servers.tls.port);
    await playAll(campaign, servers, warm, from + count);
    await bystanders.stop();
    await settled(servers, handles);
    const grew = ([heap, memory]: readonly [number, number]): boolean =>
      heap - before[0] > HEAP_GROWTH_MIB || memory - before[1] > MEMORY_GROWTH_MIB;
    after = await measure();
    for (const until = performance.now() + SETTLE_MS; grew(after) && performance.now() < until; ) {
      await pause(1000); // timers hold what ended lately
      after = await measure();
    }
    if (grew(after)) {
      problems.push(
        `memory grew: heap ${before[0]} to ${after[0]} MiB, resident ${before[1]} to ${after[1]} MiB`,
      );
    }
  } catch (error) {
    problems.push((error as Error).message);
  } finally {
    problems.push(...servers.problems, ...(bystanders?.problems ?? []));
    servers.stop();
    await bystanders?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return {
    inputs: count,
    seconds: (performance.now() - started) / 1000,
    bystanders: bystanders?.answers ?? 0,
    logLines: servers.tls.lines + servers.plain.lines,
    heap: [before[0], after[0]],
    memory: [before[1], after[1]],
    problems,
  };
}
