import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import Table from "cli-table3";
import { Command } from "commander";
import { environments } from "../../config/environments";
import { version } from "../../package.json";
import type { Report } from "../../rehearsal/rehearse";
import { wholeNumber } from "../../rehearsal/whole-number";

const root = path.join(__dirname, "../..");

/** Seconds within which every shipped environment is to be rehearsed on two cores. */
const TARGET = 30;

interface Run {
  /** Seconds that a user waits: synthesis, emulators, Terraform, clean-up. */
  readonly seconds: number;
  /** Seconds of all processors together, which other programs on the machine do not change; 0 where it is not told. */
  readonly processor: number;
  readonly report: Report;
}

function rehearse(environment: string): Run {
  const args = ["--import", "tsx", "rehearsal/cli.ts", environment, "--json"];
  const processor = processorSeconds();
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1e9,
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${environment} ended with ${status}: ${stderr}`);
  return { seconds, processor: processorSeconds() - processor, report: JSON.parse(stdout) as Report };
}

/** What ended child processes have used, as Linux counts it (proc(5): cutime and cstime, in hundredths). */
function processorSeconds(): number {
  if (!fs.existsSync("/proc/self/stat")) return 0;
  const fields = fs
    .readFileSync("/proc/self/stat", "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

const range = (values: readonly number[]): string =>
  `${median(values).toFixed(1)} (${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)})`;

function bench(names: readonly string[], runs: number): void {
  const totals = new Table({
    style: { head: [], border: [] },
    head: [
      "environment",
      "workspaces",
      "resources",
      "seconds",
      "seconds per workspace",
      "processor seconds",
      "target",
    ],
  });
  const costs = new Table({
    style: { head: [], border: [] },
    head: ["workspace", "resources", "seconds", "dearest step"],
  });
  let missed = false;
  for (const name of names) {
    const measured: Run[] = [];
    for (let run = 0; run < runs; run += 1) {
      process.stderr.write(`${name}: run ${run + 1} of ${runs}\n`);
      measured.push(rehearse(name));
    }
    const seconds = measured.map((run) => run.seconds);
    const { workspaces } = (measured[0] as Run).report;
    const resources = workspaces.reduce((sum, { applied }) => sum + applied, 0);
    const each = (median(seconds) / workspaces.length).toFixed(2);
    totals.push([
      name,
      workspaces.length,
      resources,
      range(seconds),
      each,
      range(measured.map((run) => run.processor)),
      `${TARGET} s`,
    ]);
    missed ||= median(seconds) > TARGET;
    for (const { workspace, applied } of workspaces) {
      const spent = measured.map(
        ({ report }) => report.workspaces.find((one) => one.workspace === workspace)?.seconds ?? {},
      );
      const sums = spent.map((steps) => Object.values(steps).reduce((sum, step) => sum + step, 0));
      const steps = Object.keys(spent[0] ?? {}).map((step): [string, number] => [
        step,
        median(spent.map((one) => one[step] ?? 0)),
      ]);
      const [dearest, cost] = steps.sort(([, a], [, b]) => b - a)[0] ?? ["", 0];
      costs.push([workspace, applied, range(sums), `${dearest} ${cost.toFixed(1)}`]);
    }
  }
  console.log(
    `${os.availableParallelism()} processors, Node ${process.versions.node}, median (least to most) of ${runs} runs`,
  );
  console.log(totals.toString());
  console.log(costs.toString());
  process.exitCode = missed ? 1 : 0;
}

new Command("npm run bench:rehearsal --")
  .version(version)
  .description(
    "Measures how long rehearsals of the shipped environments take, and what each workspace costs.",
  )
  .argument("[environments...]", "which; all by default")
  .option("--runs <n>", "runs of each", wholeNumber, 3)
  .addHelpText("after", `\nExit code: 0 if every environment is rehearsed within ${TARGET} seconds, else 1.`)
  .action((names: string[], { runs }: { runs: number }) =>
    bench(names.length > 0 ? names : Object.keys(environments), runs),
  )
  .parse();
