/** The command line of `npm run bench:api`, and the programs that it needs. */
import { spawnSync } from "node:child_process";
import { Command } from "commander";
import { version } from "../../package.json";
import { wholeNumber } from "../../rehearsal/whole-number";

export interface BenchOptions {
  readonly rounds: number;
  readonly seconds: number;
  readonly node: string;
  /** Of what is loaded, a part of its title; everything where it is empty. */
  readonly only: string;
  /** Seconds of short slices instead. */
  readonly slices?: number;
}

/** Program, and where it comes from. */
const NEEDED = [
  ["go", "https://go.dev/dl/"],
  ["h2load", "Debian's package nghttp2-client"],
  ["taskset", "Debian's package util-linux"],
] as const;

/** @throws naming every program that is missing */
function expectPrograms(): void {
  const missing = NEEDED.filter(([name]) => spawnSync("which", [name]).status !== 0);
  if (missing.length > 0) {
    throw new Error(`missing: ${missing.map(([name, source]) => `${name} (${source})`).join(", ")}`);
  }
}

/** Prints `--help` or a mistake and exits; checks what is needed before anything is built. */
export function readOptions(args: readonly string[]): BenchOptions {
  const command = new Command("npm run bench:api --")
    .description(
      "The API beside Go's net/http and Node's bare layers, on one core each. Needs Linux, two cores.",
    )
    .version(version)
    .option("--rounds <number>", "how often each server has its turn", wholeNumber, 5)
    .option("--seconds <number>", "how long a turn takes", wholeNumber, 3)
    .option("--only <text>", "only loads with this in their title, such as 'HTTP/1.1 GET /api'", "")
    .option(
      "--slices <seconds>",
      "for a busy machine: processor time per request, in short turns",
      wholeNumber,
    )
    .option("--node <file>", "the Node that runs the API and Node's layers", process.execPath)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  command.parse(args, { from: "user" });
  expectPrograms();
  return command.opts<BenchOptions>();
}
