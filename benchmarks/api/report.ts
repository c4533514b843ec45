/** Samples as a table: medians, and ratios to one server taken within each round. */
import Table from "cli-table3";
import type { Sample } from "./measure";

/** What all ratios refer to. */
export const BASE = "go, observed";

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

export type Results = ReadonlyMap<string, readonly Sample[]>;

/** Both of one round met the same machine; the median of their ratios is steadier than the ratio of medians. */
const ratio = (
  samples: readonly Sample[],
  base: readonly Sample[],
  of: (a: Sample, b: Sample) => number,
): string => median(samples.map((sample, round) => of(sample, base[round] as Sample))).toFixed(2);

export function report(title: string, results: Results): string {
  const table = new Table({
    head: ["server", "requests/s", "ratio", "p50 ms", "p99 ms", "CPU us/request", "CPU ratio"],
    style: { head: [], border: [], compact: true },
  });
  const base = results.get(BASE) ?? [];
  for (const [name, samples] of results) {
    table.push([
      name,
      median(samples.map(({ requestsPerSecond }) => requestsPerSecond)).toFixed(0),
      ratio(samples, base, (sample, other) => sample.requestsPerSecond / other.requestsPerSecond),
      median(samples.map(({ p50 }) => p50)).toFixed(2),
      median(samples.map(({ p99 }) => p99)).toFixed(2),
      median(samples.map(({ cpu }) => cpu)).toFixed(1),
      ratio(samples, base, (sample, other) => other.cpu / sample.cpu),
    ]);
  }
  return `${title}\n${table.toString()}\n`;
}
