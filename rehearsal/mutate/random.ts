import { createHash } from "node:crypto";

/** A number below `below` that depends on the texts alone, so that a run can be repeated. */
export function pick(below: number, ...texts: readonly (string | number)[]): number {
  const digest = createHash("sha256").update(texts.join("\n")).digest();
  return below === 0 ? 0 : digest.readUInt32BE(0) % below;
}

/** The same items in an order that depends on the seed alone. */
export function shuffled<T>(items: readonly T[], seed: string, key: (item: T) => string): T[] {
  const ranked = items.map((item) => ({ item, rank: pick(2 ** 32, seed, key(item)) }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}
