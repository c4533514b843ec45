import type { Span } from "./prometheus";

const UNITS: readonly (readonly [seconds: number, name: string, counts: readonly number[]])[] = [
  [1, "s", [1, 2, 5, 10, 15, 30]],
  [60, "min", [1, 2, 5, 10, 15, 30]],
  [3600, "h", [1, 2, 3, 6, 12]],
  [86_400, "d", [1, 2, 5, 10, 30, 90, 365]],
];

/** A mark of the time axis. */
export interface Tick {
  /** From 0, where the axis begins, to 1, where it ends. */
  readonly share: number;
  /** How long before the end it is, such as `-15 min`; the end itself is `now`. */
  readonly label: string;
}

/** Round times before the end of a span, the earliest first; at most so many, and `now`. */
export function timeTicks({ start, end }: Span, most: number): readonly Tick[] {
  const length = end - start;
  const steps = UNITS.flatMap(([size, name, counts]) => counts.map((count) => ({ size, name, count })));
  const step = steps.find(({ size, count }) => length / (size * count) <= most) ?? steps.at(-1);
  if (!step || !(length > 0)) return [];
  const { size, name, count } = step;
  const past = Array.from({ length: Math.floor(length / (size * count)) }, (_, index) => ({
    share: 1 - ((index + 1) * count * size) / length,
    label: `-${(index + 1) * count} ${name}`,
  }));
  return [...past.reverse(), { share: 1, label: "now" }];
}
