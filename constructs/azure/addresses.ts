import ipaddr from "ipaddr.js";
import { addressAfter } from "../subnets";

/** Azure keeps the first four addresses of a subnet and the last: https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq */
const RESERVED_ADDRESSES = 4;

/** The first address of a subnet that a machine can have. */
export function firstUsableAddress(subnet: string): string {
  const [base] = ipaddr.IPv4.parseCIDR(subnet);
  return addressAfter(base, RESERVED_ADDRESSES);
}

/**
 * A CIDR as the firewall of a storage account takes it: networks of one or two addresses are refused there and must be
 * written as addresses (https://learn.microsoft.com/azure/storage/common/storage-network-security-ip-address-range).
 */
export function addressesOf(cidr: string): readonly string[] {
  const [base, prefix] = ipaddr.IPv4.parseCIDR(cidr);
  if (prefix < 31) return [cidr];
  return prefix === 32 ? [base.toString()] : [base.toString(), addressAfter(base, 1)];
}
