/** Short slices of load in turn, for a machine that does other things as well: neighbours in time meet the same one. */
import { execFileSync } from "node:child_process";
import path from "node:path";
import Table from "cli-table3";
import type { Server } from "./measure";
import { BASE, median } from "./report";

export interface Slices {
  readonly name: string;
  /** Of processor time for one request, slice by slice. */
  readonly microseconds: readonly number[];
  readonly requestsPerSecond: readonly number[];
}

export function buildSlices(folder: string): string {
  const client = path.join(folder, "slices");
  execFileSync("go", ["build", "-o", client, "."], { cwd: path.join(__dirname, "slices"), stdio: "inherit" });
  return client;
}

/** Load from the second core. */
export function slices(
  client: string,
  servers: readonly Server[],
  target: string,
  seconds: number,
): readonly Slices[] {
  const named = servers.map(({ name, port, child }) => `${name}=${port}=${child.pid}`);
  const output = execFileSync("taskset", ["-c", "1", client, String(seconds), target, ...named], {
    encoding: "utf8",
    env: { ...process.env, GOMAXPROCS: "1" },
  });
  return JSON.parse(output) as readonly Slices[];
}

export function reportSlices(title: string, measured: readonly Slices[]): string {
  const table = new Table({
    head: ["server", "CPU us/request", "CPU ratio", "requests/s", "ratio"],
    style: { head: [], border: [], compact: true },
  });
  const base = measured.find(({ name }) => name === BASE) as Slices;
  for (const { name, microseconds, requestsPerSecond } of measured) {
    const cpu = microseconds.map((value, turn) => (base.microseconds[turn] as number) / value);
    const rate = requestsPerSecond.map((value, turn) => value / (base.requestsPerSecond[turn] as number));
    table.push([
      name,
      median(microseconds).toFixed(1),
      median(cpu).toFixed(2),
      median(requestsPerSecond).toFixed(0),
      median(rate).toFixed(2),
    ]);
  }
  return `${title}, ${base.microseconds.length} slices each\n${table.toString()}\n`;
}
