import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command } from "commander";
import { version } from "../../package.json";
import { wholeNumber } from "../../rehearsal/whole-number";
import { checkOut } from "./checkout";
import { type Measurement, machine, measure, median, range } from "./measure";
import { type Measured, writeRegions } from "./regions";

interface Scenario {
  readonly environment: Measured;
  /** What a user types after `npm run -s`. */
  readonly command: string;
  /** Regions, in rising order. */
  readonly sizes: readonly number[];
}

const SIZES = [10, 50, 100, 200];

/** AWS has no more regions than this. */
const AWS_SIZES = [10, 30];

/** Every workspace is run by Terraform, two at a time: the largest of these take an hour. */
const REHEARSED = [10, 50];

const SCENARIOS: readonly Scenario[] = [
  { environment: "azure", command: "synth -- azure", sizes: SIZES },
  { environment: "azure", command: "synth -- azure --quiet", sizes: SIZES },
  { environment: "azure", command: "synth -- azure --hcl", sizes: SIZES },
  { environment: "azure", command: "graph -- azure", sizes: SIZES },
  { environment: "azure", command: "versions -- azure", sizes: SIZES },
  { environment: "azure", command: "changes -- azure --all", sizes: SIZES },
  { environment: "local", command: "synth -- local", sizes: SIZES },
  { environment: "local", command: "graph -- local", sizes: SIZES },
  { environment: "aws", command: "synth -- aws", sizes: AWS_SIZES },
  { environment: "aws", command: "graph -- aws", sizes: AWS_SIZES },
  { environment: "aws", command: "gitops -- aws", sizes: AWS_SIZES },
  { environment: "local", command: "rehearse -- local", sizes: REHEARSED },
];

const HEAD = ["command", "regions", "workspaces", "seconds", "processor", "MiB", "growth"];

/** How time grows with workspaces from the row before: 1 is linear, 2 would be quadratic. */
const growth = (before: readonly [number, number] | undefined, now: readonly [number, number]): string =>
  before === undefined ? "" : (Math.log(now[1] / before[1]) / Math.log(now[0] / before[0])).toFixed(2);

function bench(runs: number, only: string): void {
  const checkout = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-scale-"));
  try {
    checkOut(checkout);
    console.log(`| ${HEAD.join(" | ")} |\n|${"---|".repeat(HEAD.length)}`);
    for (const { environment, command, sizes } of SCENARIOS.filter(({ command }) => command.includes(only))) {
      let before: readonly [number, number] | undefined;
      for (const regions of sizes) {
        writeRegions(checkout, environment, regions);
        commit(checkout);
        const workspaces = countWorkspaces(checkout, environment);
        const measured = repeatedly(checkout, command, runs);
        const now = [workspaces, median(measured.map(({ processor }) => processor))] as const;
        const cells = [
          `\`npm run ${command}\``,
          regions,
          workspaces,
          range(measured.map(({ seconds }) => seconds)),
          range(measured.map(({ processor }) => processor)),
          median(measured.map(({ mebibytes }) => mebibytes)).toFixed(0),
          growth(before, now),
        ];
        console.log(`| ${cells.join(" | ")} |`); // each when it is known
        before = now;
      }
    }
  } finally {
    fs.rmSync(checkout, { recursive: true });
  }
  console.log(`medians of ${runs} runs, and their ranges; ${machine()}`);
}

/** For commands that read a commit, and not the files that lie there. */
function commit(checkout: string): void {
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=bench", "-c", "user.email=bench@localhost", ...args], {
      cwd: checkout,
    });
  git("init", "-q");
  git("add", "-A");
  git("commit", "-q", "--allow-empty", "-m", "regions");
}

/** Into an empty output folder, as the first synthesis after a checkout. */
function repeatedly(checkout: string, command: string, runs: number): readonly Measurement[] {
  const [script = "", ...args] = command.split(" ");
  return Array.from({ length: runs }, () => {
    fs.rmSync(path.join(checkout, "cdktf.out"), { recursive: true, force: true });
    return measure(["npm", "run", "-s", script, ...args], checkout);
  });
}

/** Also fills the caches. */
function countWorkspaces(checkout: string, environment: Measured): number {
  measure(["npm", "run", "-s", "synth", "--", environment], checkout);
  return fs.readdirSync(path.join(checkout, "cdktf.out/stacks")).filter((id) => id.startsWith(environment))
    .length;
}

new Command("npm run bench:scale --")
  .version(version)
  .description("Times every command with 10 to 200 regions, and reports time, memory and growth.")
  .option("--runs <count>", "measured runs of each", wholeNumber, 3)
  .option("--only <text>", "commands that hold this text, such as synth", "")
  .action(({ runs, only }: { runs: number; only: string }) => bench(runs, only))
  .parse();
