import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command } from "commander";
import { version } from "../../package.json";
import { InputError } from "../input-error";
import { synthesize } from "../synthesis/synth";
import { wholeNumber } from "../whole-number";
import { asJson, table } from "./report";
import { trySources } from "./source-trial";
import { Trials } from "./trial";
import { chosen, tryAll } from "./tried";

const PROJECT = path.resolve(__dirname, "../..");

interface Flags {
  readonly seed: string;
  readonly count: number;
  readonly json: boolean;
  readonly sources: boolean;
  readonly unit: number;
  readonly operator: string;
  readonly providers?: string;
  readonly work?: string;
}

void new Command("npm run mutate --")
  .version(version)
  .description(
    "Plants mistakes in the synthesized environments, or in the sources, one at a time, rehearses each, and says how many are found.",
  )
  .argument("[environments...]", "which; all by default")
  .option("--count <n>", "how many mistakes", wholeNumber, 480)
  .option("--seed <text>", "chooses the mistakes; the same seed, the same mistakes", "1")
  .option("--operator <name>", "only operators whose name has this in it", "")
  .option("--sources", "mistakes in the TypeScript of configuration, constructs and stacks", false)
  .option("--unit <n>", "with --sources: of so many, whether the unit tests notice them too", wholeNumber, 0)
  .option("--providers <mirror>", "real providers that validate too", process.env["MERIDIAN_PROVIDERS"])
  .option(
    "--work <folder>",
    "keeps what is up and every verdict, so that a run goes on there; of use while the rules stay",
  )
  .option("--json", "every mistake with its verdict, for machines", false)
  .action(main)
  .parseAsync()
  .catch((error: unknown) => {
    console.error(error instanceof InputError ? error.message : error);
    process.exitCode = error instanceof InputError ? 2 : 1;
  });

async function main(environments: string[], flags: Flags): Promise<void> {
  const { seed, count, operator, providers, json } = flags;
  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "mutate-"));
  try {
    const folder = path.join(temporary, "cdktf.out");
    await synthesize({ project: PROJECT, environments, outdir: folder, hcl: false });
    const work = path.resolve(flags.work ?? path.join(temporary, "work"));
    const trials = await Trials.open({ project: PROJECT, folder, work, environments, providers });
    const options = { project: PROJECT, folder: temporary, environments, seed, count, operator };
    const tried = flags.sources
      ? await trySources(trials, { ...options, unit: flags.unit })
      : await tryAll(
          trials,
          chosen(trials.synthesized.mutants(seed), count, operator),
          path.join(work, "verdicts.ndjson"),
        );
    console.log(json ? asJson(tried) : table(tried));
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
  }
}
