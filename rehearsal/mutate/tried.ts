import os from "node:os";
import { schedule } from "../schedule";
import { collapse } from "./embedded";
import { type Kind, kindOf } from "./kinds";
import { type Mutant, placeOf } from "./mutants";
import type { Operator } from "./operators";
import type { Trials, Verdict } from "./trial";

/** A mistake, planted in what is synthesized or in the sources, and what became of it. */
export interface Tried {
  readonly operator: string;
  readonly kind: Kind;
  /** Workspace and path, or file and line. */
  readonly place: string;
  readonly was: string;
  readonly is: string;
  /** Synthesis refuses it; undefined where it comes after synthesis. */
  readonly synth?: boolean;
  /** The unit tests notice it; undefined where they were not asked. */
  readonly unit?: boolean;
  readonly verdict: Verdict;
}

/** As many of each operator as there are, up to the same number for all. */
export function chosen(
  byOperator: ReadonlyMap<Operator, readonly Mutant[]>,
  count: number,
  operator: string,
): Mutant[] {
  const lists = [...byOperator].filter(([{ name }]) => name.includes(operator)).map(([, mutants]) => mutants);
  const taken: Mutant[] = [];
  for (let round = 0; taken.length < count; round += 1) {
    const next = lists.flatMap((mutants) => mutants.slice(round, round + 1));
    if (next.length === 0) break;
    taken.push(...next);
  }
  return taken.slice(0, count);
}

/** Mistakes in synthesized workspaces, a few at a time. */
export async function tryAll(trials: Trials, mutants: readonly Mutant[]): Promise<Tried[]> {
  const tried = new Map<number, Tried>();
  const ids = mutants.map((_, index) => String(index));
  const nothing = () => [];
  await schedule(ids, nothing, os.availableParallelism(), async (id) => {
    const index = Number(id);
    const mutant = mutants[index] as Mutant;
    tried.set(index, describe(mutant, await trials.run(mutant, index)));
    process.stderr.write(`\r${tried.size} of ${ids.length}`);
    return true;
  });
  process.stderr.write("\n");
  return mutants.map((_, index) => tried.get(index) as Tried);
}

function describe(mutant: Mutant, verdict: Verdict): Tried {
  const { operator, site, change } = mutant;
  const short = (value: unknown) => JSON.stringify(value)?.slice(0, 80) ?? "nothing";
  const is = change.key
    ? `key ${change.key.name}`
    : short(change.to === undefined ? undefined : collapse(change.to));
  return {
    operator: operator.name,
    kind: kindOf(mutant),
    place: placeOf(site),
    was: short(collapse(site.value)),
    is,
    verdict,
  };
}
