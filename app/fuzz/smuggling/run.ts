/** The same bytes for the API, for Go's server and for the strict reference: all must see the same requests in them. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Random } from "../random";
import { Target } from "../target";
import { boundaries } from "./cases";
import { disagreement } from "./compare";
import { observe } from "./observe";
import { readStrictly, type Seen } from "./strict";

export interface Comparison {
  readonly inputs: number;
  readonly seconds: number;
  /** How many requests the API saw. */
  readonly requests: number;
  /** Inputs that the API refused somewhere. */
  readonly refused: number;
  /** Inputs of which the API and the reference disagree without harm: one refuses what the other takes. */
  readonly stricter: number;
  readonly laxer: number;
  readonly problems: readonly string[];
}

/** Inputs at the same time. */
const WIDTH = 64;

interface Go {
  readonly port: number;
  readonly stop: () => void;
}

async function startGo(folder: string): Promise<Go> {
  const program = path.join(folder, "seen");
  execFileSync("go", ["build", "-o", program, "."], { cwd: path.join(__dirname, "go"), stdio: "inherit" });
  const child = spawn(program, { stdio: ["pipe", "pipe", "inherit"] });
  const [line] = await once(child.stdout, "data");
  return { port: Number(line), stop: () => child.stdin.end() };
}

const show = ({ requests, end }: Seen): string => `[${requests.join(", ")}] ${end}`;

export interface Inputs {
  readonly program: string;
  readonly seed: number;
  readonly from: number;
  readonly count: number;
  /** Whether Go is asked, too; it must be installed then. */
  readonly go: boolean;
}

export async function compare({ program, seed, from, count, go: withGo }: Inputs): Promise<Comparison> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-smuggling-"));
  const api = await Target.start(program, folder, ["--plain-http", "--max-connections=100000"]);
  const go = withGo ? await startGo(folder) : undefined;
  const problems: string[] = [];
  const totals = { requests: 0, refused: 0, stricter: 0, laxer: 0 };
  const started = performance.now();
  let next = from;

  const look = async (bytes: Buffer) => {
    const strict = readStrictly(bytes);
    const [ours, gos] = await Promise.all([observe(api.port, bytes), go && observe(go.port, bytes)]);
    const wrong = (gos && disagreement(ours, gos)) ?? disagreement(ours, strict);
    return { strict, ours, gos, wrong };
  };
  const one = async (index: number): Promise<void> => {
    const bytes = boundaries(new Random(seed, index));
    const first = await look(bytes);
    // That a server waits is told by a clock: on a busy machine it may only have been slow.
    const { strict, ours, gos, wrong } = first.wrong === undefined ? first : await look(bytes);
    totals.requests += ours.requests.length;
    totals.refused += Number(ours.end === "refused");
    totals.stricter += Number(ours.requests.length < strict.requests.length);
    totals.laxer += Number(ours.requests.length > strict.requests.length);
    if (wrong !== undefined) {
      const views = `the API ${show(ours)}, Go ${gos ? show(gos) : "not asked"}, strict ${show(strict)}`;
      problems.push(`input ${index}: ${wrong}; ${views}\n    ${JSON.stringify(bytes.toString("latin1"))}`);
    }
  };
  const worker = async (): Promise<void> => {
    while (next < from + count && api.problems.length === 0) {
      next += 1;
      await one(next - 1);
    }
  };
  try {
    await Promise.all(Array.from({ length: WIDTH }, worker));
  } finally {
    problems.push(...api.problems);
    api.stop();
    go?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
  return { inputs: count, seconds: (performance.now() - started) / 1000, ...totals, problems };
}
