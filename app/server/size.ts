/** Byte sizes, such as "64kb". Units are powers of 1024. */

/** A map and no object: a caller's `__proto__` or `constructor` is no unit. */
const UNIT_BYTES: ReadonlyMap<string, number> = new Map([
  ["b", 1],
  ["kb", 1024],
  ["mb", 1024 ** 2],
  ["gb", 1024 ** 3],
  ["tb", 1024 ** 4],
]);

/** A unit's bytes; an unknown or missing one counts as bytes. */
export const bytesOf = (unit: string): number => UNIT_BYTES.get(unit.toLowerCase()) ?? 1;

/** Bytes of a setting such as "16kb", "1gb" or "4096"; `undefined` where it is not of that form. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d+)(b|kb|mb|gb|tb)?$/i.exec(text);
  const bytes = match === null ? Number.NaN : Number(match[1]) * bytesOf(match[2] ?? "b");
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}
