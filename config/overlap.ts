import ipaddr from "ipaddr.js";

/** Whether two networks, in CIDR notation, share an address. What is no network overlaps nothing. */
export function overlap(first: string, second: string): boolean {
  if (!ipaddr.isValidCIDR(first) || !ipaddr.isValidCIDR(second)) return false;
  const [a, b] = [ipaddr.parseCIDR(first), ipaddr.parseCIDR(second)];
  if (a[0].kind() !== b[0].kind()) return false;
  return a[0].match(b[0], Math.min(a[1], b[1]));
}

/** Whether a network, in CIDR notation, holds every address of another. */
export const contains = (network: string, part: string): boolean =>
  overlap(network, part) && Number(network.split("/")[1]) <= Number(part.split("/")[1]);

/**
 * The things whose IPv4 network shares an address with another's, each with one of those that it overlaps, in the order
 * of the list. What has no network overlaps nothing.
 */
export function overlapping<T>(
  things: readonly T[],
  cidr: (thing: T) => string | undefined,
): readonly (readonly [first: T, second: T])[] {
  const ranges = things.flatMap((thing, index) => {
    const range = rangeOf(cidr(thing) ?? "");
    return range === undefined ? [] : [{ thing, index, ...range }];
  });
  let widest: (typeof ranges)[number] | undefined;
  // Sorted by their beginnings: a range that begins before an earlier one ends overlaps it.
  return [...ranges]
    .sort((one, other) => one.start - other.start)
    .flatMap((range) => {
      const before = widest;
      if (before === undefined || range.end > before.end) widest = range;
      if (before === undefined || range.start > before.end) return [];
      return [
        before.index < range.index ? [before.thing, range.thing] : [range.thing, before.thing],
      ] as const;
    });
}

/** How many addresses IPv4 networks have together, those in several of them counted once. */
export function addressesIn(cidrs: readonly string[]): number {
  let end = -1;
  return cidrs
    .flatMap((cidr) => rangeOf(cidr) ?? [])
    .sort((one, other) => one.start - other.start)
    .reduce((sum, range) => {
      const begin = Math.max(range.start, end + 1);
      end = Math.max(range.end, end);
      return sum + Math.max(0, range.end - begin + 1);
    }, 0);
}

function rangeOf(cidr: string): { readonly start: number; readonly end: number } | undefined {
  if (!ipaddr.IPv4.isValidCIDR(cidr)) return undefined;
  const [address, bits] = ipaddr.IPv4.parseCIDR(cidr);
  const size = 2 ** (32 - bits);
  const number = address.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0);
  const start = number - (number % size);
  return { start, end: start + size - 1 };
}
