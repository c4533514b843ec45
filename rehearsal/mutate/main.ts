import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command } from "commander";
import { version } from "../../package.json";
import { InputError } from "../input-error";
import { schedule } from "../schedule";
import { synthesize } from "../synthesis/synth";
import { wholeNumber } from "../whole-number";
import type { Mutant } from "./mutants";
import { asJson, type Tried, table } from "./report";
import { Trials, type Verdict } from "./trial";

const PROJECT = path.resolve(__dirname, "../..");

interface Flags {
  readonly seed: string;
  readonly count: number;
  readonly json: boolean;
  readonly operator?: string;
}

void new Command("npm run mutate --")
  .version(version)
  .description(
    "Plants mistakes in the synthesized environments, one at a time, rehearses each, and says how many are found.",
  )
  .argument("[environments...]", "which; all by default")
  .option("--count <n>", "how many mutants", wholeNumber, 480)
  .option("--seed <text>", "chooses the mutants; the same seed, the same mutants", "1")
  .option("--operator <name>", "only operators whose name has this in it")
  .option("--json", "every mutant with its verdict, for machines", false)
  .action(main)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error instanceof InputError ? error.message : error);
    process.exitCode = error instanceof InputError ? 2 : 1;
  });

async function main(environments: string[], flags: Flags): Promise<void> {
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "mutate-"));
  try {
    const folder = path.join(temporary, "cdktf.out");
    await synthesize({ project: PROJECT, environments, outdir: folder, hcl: false });
    const trials = await Trials.open(PROJECT, folder, path.join(temporary, "work"), environments);
    const mutants = chosen(trials, flags);
    const tried = await tryAll(trials, mutants);
    console.log(flags.json ? asJson(tried) : table(tried));
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}

/** As many of each operator as there are, up to the same number for all. */
function chosen(trials: Trials, { seed, count, operator = "" }: Flags): Mutant[] {
  const byOperator = [...trials.synthesized.mutants(seed)].filter(([{ name }]) => name.includes(operator));
  const lists = byOperator.map(([, mutants]) => mutants);
  const taken: Mutant[] = [];
  for (let round = 0; taken.length < count; round += 1) {
    const next = lists.flatMap((mutants) => mutants.slice(round, round + 1));
    if (next.length === 0) break;
    taken.push(...next);
  }
  return taken.slice(0, count);
}

async function tryAll(trials: Trials, mutants: readonly Mutant[]): Promise<Tried[]> {
  const verdicts = new Map<number, Verdict>();
  const ids = mutants.map((_, index) => String(index));
  await schedule(
    ids,
    () => [],
    os.availableParallelism(),
    async (id) => {
      const index = Number(id);
      verdicts.set(index, await trials.run(mutants[index] as Mutant, index));
      process.stderr.write(`\r${verdicts.size} of ${ids.length}`);
      return true;
    },
  );
  process.stderr.write("\n");
  return mutants.map((mutant, index) => ({ mutant, verdict: verdicts.get(index) as Verdict }));
}
