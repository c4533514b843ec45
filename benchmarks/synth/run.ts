import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { Command } from "commander";
import { version } from "../../package.json";
import { wholeNumber } from "../../rehearsal/whole-number";
import { expectSameResources, writeBareProgram } from "./bare-program";

const ROOT = path.join(__dirname, "../..");
const PRELOAD = path.join(__dirname, "measure.cjs");

interface Scenario {
  readonly name: string;
  readonly command: readonly string[];
  /** Seconds within which it should finish on two cores that do nothing else. */
  readonly target?: number;
}

const SCENARIOS: readonly Scenario[] = [
  { name: "shipped environments", command: ["npm", "run", "-s", "synth"], target: 1 },
  ...["local", "azure"].flatMap((environment) =>
    [1, 20, 100].map((count) => ({
      name: `${environment}, ${count} ${count === 1 ? "region" : "regions"}`,
      command: [
        process.execPath,
        "runner/run.cjs",
        "benchmarks/synth/regions-main.ts",
        environment,
        String(count),
      ],
      ...(count === 100 ? { target: 3 } : {}),
    })),
  ),
];

interface Measurement {
  readonly seconds: number;
  /** Of processor time, over all processes: what a busy machine distorts least. */
  readonly processor: number;
  /** Peak resident memory of the largest process. */
  readonly mebibytes: number;
}

/** Runs a command that writes an output folder, without the one that it wrote before. */
function measure(command: readonly string[], cwd: string, outdir: string): Measurement {
  const file = `${outdir}.measured`;
  fs.rmSync(file, { force: true });
  fs.rmSync(outdir, { recursive: true, force: true });
  const [program = "", ...args] = command;
  const start = performance.now();
  const { status, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, CDKTF_OUTDIR: outdir, MEASURE_FILE: file, NODE_OPTIONS: `--require ${PRELOAD}` },
    encoding: "utf8",
  });
  const seconds = (performance.now() - start) / 1000;
  if (status !== 0) throw new Error(`${command.join(" ")} ended with ${status}: ${stderr}`);
  const processes = fs
    .readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map(Number));
  return {
    seconds,
    processor: processes.reduce((sum, [, microseconds = 0]) => sum + microseconds, 0) / 1e6,
    mebibytes: Math.max(...processes.map(([kibibytes = 0]) => kibibytes)) / 1024,
  };
}

interface Comparison {
  readonly workspaces: number;
  readonly ours: readonly Measurement[];
  readonly bare: readonly Measurement[];
}

/** Both in turn, so that what else the machine does falls on both. */
function compare({ name, command }: Scenario, runs: number, folder: string): Comparison {
  const outdir = path.join(folder, "cdktf.out");
  const program = path.join(folder, "bare");
  const bareOutdir = path.join(program, "cdktf.out");
  const measureOurs = () => measure(command, ROOT, outdir);
  const measureBare = () => measure(["npx", "ts-node", "main.ts", "workspaces.json"], program, bareOutdir);

  process.stderr.write(`${name}: once for the caches, and to see that both make the same\n`);
  measureOurs();
  fs.mkdirSync(program);
  writeBareProgram(outdir, program);
  measureBare();
  expectSameResources(outdir, bareOutdir);

  const ours: Measurement[] = [];
  const bare: Measurement[] = [];
  for (let run = 1; run <= runs; run += 1) {
    process.stderr.write(`${name}: run ${run} of ${runs}\n`);
    ours.push(measureOurs());
    bare.push(measureBare());
  }
  return { workspaces: fs.readdirSync(path.join(outdir, "stacks")).length, ours, bare };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] as number;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] as number)) / 2;
}

/** The median, and from the least to the most. */
const range = (values: readonly number[]): string =>
  `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)})`;

function row(
  { name, target }: Scenario,
  { workspaces, ours, bare }: Comparison,
): readonly (string | number)[] {
  const of = (runs: readonly Measurement[], what: keyof Measurement) => runs.map((run) => run[what]);
  const ratio = (what: keyof Measurement) =>
    median(ours.map((run, index) => (bare[index] as Measurement)[what] / run[what])).toFixed(1);
  return [
    name,
    workspaces,
    range(of(ours, "seconds")),
    range(of(ours, "processor")),
    median(of(ours, "mebibytes")).toFixed(0),
    range(of(bare, "seconds")),
    range(of(bare, "processor")),
    median(of(bare, "mebibytes")).toFixed(0),
    `${ratio("seconds")} / ${ratio("processor")}`,
    target === undefined ? "" : `${target} s ${median(of(ours, "seconds")) < target ? "met" : "missed"}`,
  ];
}

const HEAD = ["", "workspaces", "seconds", "processor", "MiB"];
const HEAD_BARE = ["bare: seconds", "processor", "MiB", "times faster: seconds / processor", "target"];

function bench(runs: number, only: string): void {
  const head = [...HEAD, ...HEAD_BARE];
  console.log(`| ${head.join(" | ")} |\n|${"---|".repeat(head.length)}`);
  for (const scenario of SCENARIOS.filter(({ name }) => name.includes(only))) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-bench-"));
    try {
      console.log(`| ${row(scenario, compare(scenario, runs, folder)).join(" | ")} |`); // each when it is known
    } finally {
      fs.rmSync(folder, { recursive: true });
    }
  }
  console.log(
    `medians of ${runs} runs of each in turn, and their ranges; ratios are medians of the pairs' ratios`,
  );
  console.log(
    `Node ${process.version}, ${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(1)}`,
  );
}

new Command("npm run bench --")
  .version(version)
  .description("Times synthesis beside a bare cdktf program, and reports time, memory and ratios.")
  .option("--runs <count>", "measured runs of each", wholeNumber, 5)
  .option("--only <text>", "scenarios whose name holds this text, such as azure", "")
  .action(({ runs, only }: { runs: number; only: string }) => bench(runs, only))
  .parse();
