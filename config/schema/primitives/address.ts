import ipaddr from "ipaddr.js";
import { parsed } from "./text";

/** An IPv4 address as it is written: four decimal numbers without zeros before them. */
export const isAddress = (value: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(value) && ipaddr.IPv4.parse(value).toString() === value;

/** Addresses that no machine can be reached by from another (https://www.iana.org/assignments/iana-ipv4-special-registry). */
const NOBODYS: readonly (readonly [whose: string, network: string])[] = [
  ["no machine's", "0.0.0.0/8"],
  ["every machine's own", "127.0.0.0/8"],
  ["known to one link only", "169.254.0.0/16"],
  ["a group's", "224.0.0.0/4"],
  ["reserved", "240.0.0.0/4"],
];

/** The IPv4 address of a machine, as others reach it. */
export const address = (what: string, example: string) =>
  parsed(what, example, (value) => {
    if (!isAddress(value)) return "";
    const ip = ipaddr.IPv4.parse(value);
    const [found] = NOBODYS.filter(([, network]) => ip.match(ipaddr.IPv4.parseCIDR(network)));
    return found && `is ${found[0]} (${found[1]})`;
  });

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";

/** Labels with dots between them; one of digits at the end would make it an address (RFC 3696, section 2). */
const HOST = new RegExp(`^(?=.{1,253}$)(?:${LABEL}\\.)*(?!\\d+$)${LABEL}$`);

export const isHost = (value: string): boolean => HOST.test(value);

/** A DNS name of two labels or more, lower case. */
export const hostName = (what: string, example: string) =>
  parsed(what, example, (value) => {
    if (isAddress(value)) return "is an address and no name";
    return isHost(value) && value.includes(".") ? undefined : "";
  });
