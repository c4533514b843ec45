import type { ComputedValue } from "../emulator/computed-value";

/** Identifiers are 32 hexadecimal digits, https://developers.cloudflare.com/fundamentals/account/find-account-and-zone-ids/ */
export const CLOUDFLARE_COMPUTED: readonly ComputedValue[] = [
  { types: /^data\.cloudflare_ip_ranges$/, attribute: /^ipv6_cidrs$/, value: "2001:db8:{#hex:4}::/48" },
  { types: /^(data\.)?cloudflare_/, attribute: /(^|\.|_)id$/, value: "{#hex:32}" },
];
