import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command } from "commander";
import { version } from "../../package.json";
import { wholeNumber } from "../../rehearsal/whole-number";
import { checkOut } from "../scale/checkout";
import { type Measurement, machine, measure, median, range } from "../scale/measure";
import { type Measured, writeRegions } from "../scale/regions";
import { expectSameResources, writeBareProgram } from "./bare-program";

interface Scenario {
  readonly name: string;
  /** What a user types. */
  readonly command: readonly string[];
  /** The environment with so many regions; the shipped ones otherwise. */
  readonly regions?: readonly [Measured, number];
  /** Seconds within which it should finish on two cores that do nothing else. */
  readonly target?: number;
}

const SYNTH = ["npm", "run", "-s", "synth"];

/** From six workspaces to nine hundred. */
const SCALE: readonly (readonly [Measured, number])[] = [
  ["local", 2],
  ["local", 29],
  ["local", 100],
  ["azure", 14],
  ["azure", 74],
  ["azure", 224],
];

const SCENARIOS: readonly Scenario[] = [
  { name: "shipped environments", command: SYNTH, target: 1 },
  ...SCALE.map(([environment, count]) => ({
    name: `${environment}, ${count} regions`,
    command: [...SYNTH, "--", environment],
    regions: [environment, count] as const,
    ...(count === 100 ? { target: 3 } : {}),
  })),
];

interface Comparison {
  readonly workspaces: number;
  readonly ours: readonly Measurement[];
  readonly bare: readonly Measurement[];
}

/** Both in turn, so that what else the machine does falls on both. */
function compare({ name, command, regions }: Scenario, runs: number, folder: string): Comparison {
  const checkout = path.join(folder, "checkout");
  const outdir = path.join(checkout, "cdktf.out");
  const program = path.join(folder, "bare");
  const bareOutdir = path.join(program, "cdktf.out");
  const measureAnew = (measured: readonly string[], cwd: string, output: string) => {
    fs.rmSync(output, { recursive: true, force: true });
    return measure(measured, cwd);
  };
  const measureOurs = () => measureAnew(command, checkout, outdir);
  const measureBare = () =>
    measureAnew(["npx", "ts-node", "main.ts", "workspaces.json"], program, bareOutdir);
  checkOut(checkout);
  if (regions) writeRegions(checkout, ...regions);

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
  console.log(machine());
}

new Command("npm run bench --")
  .version(version)
  .description("Times synthesis beside a bare cdktf program, and reports time, memory and ratios.")
  .option("--runs <count>", "measured runs of each", wholeNumber, 5)
  .option("--only <text>", "scenarios whose name holds this text, such as azure", "")
  .action(({ runs, only }: { runs: number; only: string }) => bench(runs, only))
  .parse();
