import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const PRELOAD = path.join(__dirname, "measure.cjs");

export interface Measurement {
  readonly seconds: number;
  /** Of processor time, over all processes of Node: what a busy machine distorts least. */
  readonly processor: number;
  /** Peak resident memory of the largest of them. */
  readonly mebibytes: number;
}

/** Runs a command in a folder, as a user does who has no personal overlays. */
export function measure(
  command: readonly string[],
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): Measurement {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-measured-"));
  const file = path.join(folder, "processes");
  const [program = "", ...args] = command;
  try {
    const start = performance.now();
    const { status, stderr } = spawnSync(program, args, {
      cwd,
      env: {
        ...process.env,
        MERIDIAN_OVERLAYS: "committed",
        MEASURE_FILE: file,
        NODE_OPTIONS: `--require ${PRELOAD}`,
        ...variables,
      },
      encoding: "utf8",
      maxBuffer: 1024 ** 3,
    });
    const seconds = (performance.now() - start) / 1000;
    if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}: ${stderr}`);
    const lines = fs.readFileSync(file, "utf8").trim().split("\n");
    const processes = lines.map((line) => line.split(" ").map(Number));
    return {
      seconds,
      processor: processes.reduce((sum, [, microseconds = 0]) => sum + microseconds, 0) / 1e6,
      mebibytes: Math.max(...processes.map(([kibibytes = 0]) => kibibytes)) / 1024,
    };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

/** The median, and from the least to the most. */
export const range = (values: readonly number[]): string =>
  `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;

/** What the numbers below a table were measured on. */
export const machine = (): string =>
  `Node ${process.version}, ${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(1)}`;
