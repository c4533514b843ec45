import Table from "cli-table3";
import { collapse } from "./embedded";
import { type Mutant, placeOf } from "./mutants";
import type { Verdict } from "./trial";

export interface Tried {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
}

/** Mutants found, by operator, and those that survived. */
export function table(tried: readonly Tried[]): string {
  const rows = new Table({ head: ["operator", "family", "mutants", "found", "%"], style: { head: [] } });
  for (const [name, group] of grouped(tried, ({ mutant }) => mutant.operator.name)) {
    rows.push([name, group[0]?.mutant.operator.family ?? "", ...figures(group)]);
  }
  rows.push(["all", "", ...figures(tried)]);
  const survivors = tried.filter(({ verdict }) => !verdict.found).map(({ mutant }) => describe(mutant));
  return `${rows}\nsurvived:\n${survivors.join("\n")}`;
}

export function asJson(tried: readonly Tried[]): string {
  const rows = tried.map(({ mutant, verdict }) => ({
    operator: mutant.operator.name,
    family: mutant.operator.family,
    place: placeOf(mutant.site),
    was: collapse(mutant.site.value),
    is: mutant.change.key ? { key: mutant.change.key.name } : collapse(mutant.change.to ?? null),
    ...verdict,
  }));
  return JSON.stringify(rows, null, 1);
}

export function describe({ operator, site, change }: Mutant): string {
  const short = (value: unknown) => JSON.stringify(value)?.slice(0, 80) ?? "nothing";
  const to = change.key
    ? `key ${change.key.name}`
    : short(change.to === undefined ? undefined : collapse(change.to));
  return `${placeOf(site)}: ${operator.name}, ${short(collapse(site.value))} -> ${to}`;
}

function figures(tried: readonly Tried[]): number[] {
  const found = tried.filter(({ verdict }) => verdict.found).length;
  return [tried.length, found, tried.length ? Math.round((100 * found) / tried.length) : 0];
}

function grouped<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
