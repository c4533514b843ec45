import fs from "node:fs";
import path from "node:path";
import { InputError } from "../input-error";
import { synthesize } from "../synthesis/synth";
import type { Kind } from "./kinds";
import { Shadow } from "./shadow";
import { type SourceMutant, sourceMutants } from "./sources";
import type { Trials, Verdict } from "./trial";
import type { Tried } from "./tried";

export interface SourceOptions {
  readonly project: string;
  /** Where the copy of the project goes. */
  readonly folder: string;
  readonly environments: readonly string[];
  readonly seed: string;
  /** How many mistakes that change what is synthesized, or that synthesis refuses. */
  readonly count: number;
  readonly operator: string;
  /** Of so many the unit tests are asked. */
  readonly unit: number;
}

const REFUSED: Verdict = { found: false, foundByReal: false, step: "", says: "" };

/** Mistakes in the sources, one after another: synthesized, compared with what was before, and rehearsed. */
export async function trySources(trials: Trials, options: SourceOptions): Promise<Tried[]> {
  const { project, seed, count, operator } = options;
  const shadow = new Shadow(project, path.join(options.folder, "project"));
  const mutants = sourceMutants(project, seed).filter((mutant) => mutant.operator.includes(operator));
  const tried: Tried[] = [];
  for (const [index, mutant] of mutants.entries()) {
    if (tried.length >= count) break;
    const outcome = await shadow.with(mutant, () =>
      attempt(trials, shadow, mutant, index, options, tried.length),
    );
    if (outcome) tried.push(outcome);
    process.stderr.write(`\r${tried.length} of ${count}, ${index + 1} looked at`);
  }
  process.stderr.write("\n");
  return tried;
}

/** Undefined for a mistake that changes nothing. */
async function attempt(
  trials: Trials,
  shadow: Shadow,
  mutant: SourceMutant,
  index: number,
  { folder, environments, unit }: SourceOptions,
  done: number,
): Promise<Tried | undefined> {
  const mutated = path.join(folder, "mutated.out");
  fs.rmSync(mutated, { recursive: true, force: true });
  let synth = false;
  let verdict: Verdict | undefined;
  try {
    await synthesize({ project: shadow.folder, environments, outdir: mutated, hcl: false });
    verdict = await trials.runSynthesized(mutated, index);
    if (!verdict) return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    synth = true;
  }
  const asked = done < unit ? { unit: await shadow.notices(mutant.file) } : {};
  const { operator, file, line, was, is } = mutant;
  return {
    operator,
    kind: kindOf(mutant),
    place: `${file}:${line}`,
    was: was.slice(0, 80),
    is: is.slice(0, 80),
    synth,
    ...asked,
    verdict: verdict ?? REFUSED,
  };
}

/** By the file that it is in and the operator. */
function kindOf({ operator, file }: SourceMutant): Kind {
  if (/polic|security|admission|restricted|role|access/.test(file)) return "security";
  if (operator === "an element is gone" || operator === "an argument is gone") return "relations";
  return "values";
}
