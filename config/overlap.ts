import ipaddr from "ipaddr.js";

/** Whether two networks, in CIDR notation, share an address. What is no network overlaps nothing. */
export function overlap(first: string, second: string): boolean {
  if (!ipaddr.isValidCIDR(first) || !ipaddr.isValidCIDR(second)) return false;
  const [a, b] = [ipaddr.parseCIDR(first), ipaddr.parseCIDR(second)];
  if (a[0].kind() !== b[0].kind()) return false;
  return a[0].match(b[0], Math.min(a[1], b[1]));
}
