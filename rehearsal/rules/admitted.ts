import ipaddr from "ipaddr.js";

/** The widest network that operators may come from: a 256th of IPv4, and in IPv6 what a provider gets for all its customers. */
const WIDEST = { ipv4: 8, ipv6: 32 } as const;

/** All networks of a list together may be as many addresses as so many of the widest: a 64th of IPv4. */
const MOST = 4n;

/** Words of clouds for all addresses. */
const EVERYBODY = /^(\*|internet|any)$/i;

/**
 * Why networks are too many addresses for what only operators are to reach, in a few words; undefined where they are few
 * enough. Two halves of the Internet are the Internet.
 */
export function tooMany(networks: readonly string[]): string | undefined {
  const word = networks.find((each) => EVERYBODY.test(each));
  if (word !== undefined) return `'${word}'`;
  const ranges = networks.flatMap((network) => rangeOf(network) ?? []);
  const wide = ranges.find(({ kind, bits }) => bits < WIDEST[kind]);
  if (wide) return `'${wide.network}', wider than /${WIDEST[wide.kind]}`;
  const kind = (["ipv4", "ipv6"] as const).find(
    (each) => union(ranges.filter((range) => range.kind === each)) > MOST * sizeOf(each, WIDEST[each]),
  );
  return kind === undefined
    ? undefined
    : `${ranges.filter((range) => range.kind === kind).length} networks that together are more than ${MOST} of /${WIDEST[kind]}`;
}

interface Range {
  readonly network: string;
  readonly kind: "ipv4" | "ipv6";
  readonly bits: number;
  readonly from: bigint;
  /** The first address behind it. */
  readonly to: bigint;
}

const sizeOf = (kind: "ipv4" | "ipv6", bits: number): bigint =>
  2n ** BigInt((kind === "ipv4" ? 32 : 128) - bits);

/** Addresses of a network, or of one address; nothing for what is neither, such as a service tag. */
function rangeOf(network: string): Range | undefined {
  if (!ipaddr.isValid(network) && !ipaddr.isValidCIDR(network)) return undefined;
  const [address, bits] = network.includes("/")
    ? ipaddr.parseCIDR(network)
    : [ipaddr.parse(network), ipaddr.parse(network).kind() === "ipv4" ? 32 : 128];
  const kind = address.kind();
  const number = address.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  const size = sizeOf(kind, bits);
  const from = number - (number % size);
  return { network, kind, bits, from, to: from + size };
}

/** How many addresses ranges have together, those in several of them counted once. */
function union(ranges: readonly Range[]): bigint {
  let end = 0n;
  return [...ranges]
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .reduce((sum, { from, to }) => {
      const begin = from > end ? from : end;
      if (to <= begin) return sum;
      end = to;
      return sum + to - begin;
    }, 0n);
}
