import ipaddr from "ipaddr.js";

/** A sixteenth of a network each. */
const SUBNET_BITS = 4;

/** How many subnets a network is divided into. */
export const SUBNETS = 2 ** SUBNET_BITS;

/**
 * The subnet at a position of a network, in CIDR notation.
 *
 * @param network - a CIDR without host bits
 */
export function subnetAt(network: string, position: number): string {
  const [base, prefix] = ipaddr.IPv4.parseCIDR(network);
  const length = prefix + SUBNET_BITS;
  return `${addressAfter(base, position * 2 ** (32 - length))}/${length}`;
}

/** The address that comes some addresses after another one. */
export function addressAfter(base: ipaddr.IPv4, count: number): string {
  const value = base.toByteArray().reduce((sum, byte) => sum * 256 + byte, 0) + count;
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join(".");
}
