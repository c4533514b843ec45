import ipaddr from "ipaddr.js";

/** A range of IPv4 addresses, both ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The addresses of `10.0.0.0/16`, or of one address; undefined for anything else. */
export function range(text: string): Range | undefined {
  const [address = "", length = "32"] = text.split("/");
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) || !/^\d{1,2}$/.test(length)) return undefined;
  const number = ipaddr.IPv4.parse(address)
    .toByteArray()
    .reduce((sum, byte) => sum * 256 + byte, 0);
  const size = 2 ** (32 - Number(length));
  const from = Math.floor(number / size) * size;
  return { from, to: from + size - 1 };
}

/** Whether one network or address lies in another. Texts that are neither lie nowhere. */
export function contains(outer: string, inner: string): boolean {
  const [whole, part] = [range(outer), range(inner)];
  return whole !== undefined && part !== undefined && whole.from <= part.from && part.to <= whole.to;
}

export function overlaps(first: string, second: string): boolean {
  const [one, other] = [range(first), range(second)];
  return one !== undefined && other !== undefined && one.from <= other.to && other.from <= one.to;
}

/** How many addresses a network has. */
export function size(text: string): number {
  const addresses = range(text);
  return addresses ? addresses.to - addresses.from + 1 : 0;
}
