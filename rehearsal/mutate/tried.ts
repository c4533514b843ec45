import fs from "node:fs";
import os from "node:os";
import { schedule } from "../schedule";
import { collapse } from "./embedded";
import { type Kind, kindOf } from "./kinds";
import { type Mutant, placeOf } from "./mutants";
import type { Operator } from "./operator";
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

/**
 * Mistakes in synthesized workspaces, a few at a time.
 *
 * @param record - a file that keeps a line for each, from which an interrupted run goes on
 */
export async function tryAll(trials: Trials, mutants: readonly Mutant[], record: string): Promise<Tried[]> {
  const known = new Map(recorded(record).map((one) => [keyOf(one), one]));
  const tried = new Map<string, Tried>();
  const nothing = () => [];
  await schedule([...mutants.keys()].map(String), nothing, os.availableParallelism(), async (id) => {
    const mutant = mutants[Number(id)] as Mutant;
    const described = describe(mutant);
    const earlier = known.get(keyOf(described));
    const one = earlier ?? { ...described, verdict: await trials.run(mutant, Number(id)) };
    if (!earlier) fs.appendFileSync(record, `${JSON.stringify(one)}\n`);
    tried.set(id, one);
    process.stderr.write(`\r${tried.size} of ${mutants.length}`);
    return true;
  });
  process.stderr.write("\n");
  return [...mutants.keys()].map((index) => tried.get(String(index)) as Tried);
}

function recorded(file: string): Tried[] {
  if (!fs.existsSync(file)) return [];
  const lines = fs.readFileSync(file, "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as Tried);
}

const keyOf = ({ operator, place, was, is }: Omit<Tried, "verdict">): string =>
  JSON.stringify([operator, place, was, is]);

function describe(mutant: Mutant): Omit<Tried, "verdict"> {
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
  };
}
