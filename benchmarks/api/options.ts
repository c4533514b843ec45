/** The command line of `npm run bench:api`, and the programs that it needs. */
import { spawnSync } from "node:child_process";
import { Command } from "commander";
import { version } from "../../package.json";
import { wholeNumber } from "../../rehearsal/whole-number";

export interface BenchOptions {
  readonly rounds: number;
  readonly seconds: number;
  readonly node: string;
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
    .option("--node <file>", "the Node that runs the API and Node's layers", process.execPath)
    .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));
  command.parse(args, { from: "user" });
  expectPrograms();
  return command.opts<BenchOptions>();
}
