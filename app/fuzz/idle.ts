/**
 * `npm run idle -w @meridian/api -- [--connections 10000] [--node FILE]`: clients that connect, ask once, and then stay and say
 * nothing; what each costs, whether others are answered meanwhile, and whether all of it comes back when they leave.
 */
import { once } from "node:events";
import type { TLSSocket } from "node:tls";
import { InvalidArgumentError } from "commander";
import { liveHeap } from "../test/support/heap";
import { connectTls } from "../test/support/raw";
import { PROTOCOLS, request } from "../test/support/requests";
import { eventually } from "../test/support/wait";
import { attacked } from "./attacked";
import { command, ending, print } from "./command";
import type { Target } from "./target";

interface IdleOptions {
  readonly connections: number;
  readonly node: string;
}

const AT_ONCE = 50;
const REQUEST = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n";
/** Clients come from as many addresses of the loopback. */
const ADDRESSES = 16;
/** Longer than the clients stay; the fuzzers' own are short. */
const PATIENT = ["--idle-timeout=30m", "--header-timeout=60s", "--max-wait=100ms"];

/** What one may cost, and what may be left. */
const KIB_EACH = 64;
const HEAP_LEFT_MIB = 2;
const ANSWER_MS = 1000;

/** Connects, asks once, and stays. */
async function stay(port: number, index: number): Promise<TLSSocket> {
  const host = "127.0.0.1";
  const socket = await connectTls(port, undefined, {
    host,
    localAddress: `127.0.0.${2 + (index % ADDRESSES)}`,
  });
  socket.write(REQUEST);
  await once(socket, "data");
  return socket;
}

async function many(port: number, count: number): Promise<readonly TLSSocket[]> {
  const sockets: TLSSocket[] = [];
  while (sockets.length < count) {
    const some = Math.min(AT_ONCE, count - sockets.length);
    sockets.push(
      ...(await Promise.all(Array.from({ length: some }, (_, index) => stay(port, sockets.length + index)))),
    );
  }
  return sockets;
}

/** Milliseconds of the slowest of a hundred requests, each on a connection of its own. */
async function slowest(port: number): Promise<number> {
  let most = 0;
  for (let count = 0; count < 100; count += 1) {
    const started = performance.now();
    const { status } = await request(PROTOCOLS[count % 2] ?? "HTTP/1.1", port, { path: "/bench" });
    most = Math.max(most, status === 200 ? performance.now() - started : Number.POSITIVE_INFINITY);
  }
  return most;
}

async function idle(target: Target, connections: number): Promise<readonly string[]> {
  for (const socket of await many(target.port, 200)) socket.destroy(); // caches and pools reach their working size
  await eventually("a quiet start", () => target.descriptors() < 60, 10_000);
  const [heap, memory] = [await liveHeap(target), target.memory()];
  const few = target.descriptors() + 2;
  const sockets = await many(target.port, connections);
  const [heldHeap, heldMemory] = [await liveHeap(target), target.memory()];
  const answered = await slowest(target.port);
  const cut = sockets.filter(({ destroyed }) => destroyed).length;
  for (const socket of sockets) socket.destroy();
  await eventually("all closed", () => target.descriptors() < few, 60_000);
  const back = await eventually(
    "the heap as it was",
    async () => (await liveHeap(target)) - heap < HEAP_LEFT_MIB && liveHeap(target),
    60_000,
  );
  const each = ((heldMemory - memory) * 1024) / connections;
  process.stdout.write(
    `${connections} idle connections: ${each.toFixed(1)} KiB each; heap ${heap.toFixed(0)}, ${heldHeap.toFixed(0)} and at the end ` +
      `${back.toFixed(0)} MiB, resident ${memory.toFixed(0)}, ${heldMemory.toFixed(0)} and ${target.memory().toFixed(0)} MiB; ` +
      `the slowest of a hundred others was answered after ${answered.toFixed(0)} ms\n`,
  );
  return [
    ...(each > KIB_EACH ? [`a connection costs ${each.toFixed(1)} KiB, more than ${KIB_EACH}`] : []),
    ...(answered > ANSWER_MS ? [`an answer took ${answered.toFixed(0)} ms, more than ${ANSWER_MS}`] : []),
    ...(cut > 0 ? [`${cut} connections did not stay`] : []),
    ...target.problems,
  ];
}

function number(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) {
    throw new InvalidArgumentError("expected a whole number, such as 10000");
  }
  return Number(text);
}

command("idle")
  .option("--connections <number>", "how many", number, 10_000)
  .option("--node <file>", "the Node that runs the API", process.execPath)
  .action(
    ending("idle", async ({ connections, node }: IdleOptions) => {
      const flags = [`--max-connections=${connections + 100}`, ...PATIENT];
      print(await attacked("idle", flags, node, (target) => idle(target, connections)));
    }),
  )
  .parse();
