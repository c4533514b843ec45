import ipaddr from "ipaddr.js";
import { contains } from "../../overlap";
import { expected, parsed } from "./text";

/** An IPv4 network as it is written: without host bits, and without zeros before a number. */
export const isCidr = (value: string): boolean => {
  if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(value)) return false;
  return `${ipaddr.IPv4.networkAddressFromCIDR(value)}/${ipaddr.IPv4.parseCIDR(value)[1]}` === value;
};

/** An IPv4 network in CIDR notation without host bits: `10.10.0.0/16`, not `10.10.0.1/16`. */
export const cidr = (what: string, example: string) =>
  parsed(`${what} (an IPv4 CIDR without host bits)`, example, (value) => (isCidr(value) ? undefined : ""));

/** Networks for private use, which the Internet does not route: RFC 1918, and RFC 6598 for what lies behind a carrier. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/**
 * A private network that a cloud makes.
 *
 * @param widest - the fewest bits of its prefix
 * @param narrowest - the most
 */
export const privateNetwork = (what: string, example: string, widest: number, narrowest: number) =>
  cidr(what, example)
    .refine(
      (value) => !isCidr(value) || PRIVATE.some((network) => contains(network, value)),
      expected(`a part of a private network (${PRIVATE.join(", ")})`, example),
    )
    .refine(
      (value) => {
        const bits = Number(value.split("/")[1]);
        return !isCidr(value) || (bits >= widest && bits <= narrowest);
      },
      expected(`a network between /${widest} and /${narrowest}`, example),
    );
