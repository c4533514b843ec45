/** Pairs of entries, each pair once. */
export const pairs = <T>(items: readonly T[]): (readonly [T, T])[] =>
  items.flatMap((first, index) => items.slice(index + 1).map((second) => [first, second] as const));
