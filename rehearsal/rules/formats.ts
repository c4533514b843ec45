import ipaddr from "ipaddr.js";
import { isYaml } from "./yaml";

/** Forms of text that several rules want. */
export const FORMATS = {
  cidr: { test: isNetwork, says: "a network such as 10.10.0.0/16, all bits behind the mask zero" },
  "cidr or tag": {
    test: (text: string) =>
      text === "*" ||
      isNetwork(text) ||
      ipaddr.isValid(text) ||
      /^[A-Z][A-Za-z0-9]+(\.[A-Za-z0-9]+)*$/.test(text),
    says: "a network such as 10.10.0.0/16, an address, a service tag such as VirtualNetwork, or *",
  },
  ipv4: {
    test: (text: string) => ipaddr.IPv4.isValidFourPartDecimal(text),
    says: "an IPv4 address such as 203.0.113.7",
  },
  ipv6: { test: (text: string) => ipaddr.IPv6.isValid(text), says: "an IPv6 address such as 2001:db8::7" },
  ip: { test: (text: string) => ipaddr.isValid(text), says: "an IP address such as 203.0.113.7" },
  ports: { test: isPorts, says: "a port such as 443, a range such as 8000-9000, or *" },
  json: { test: isJson, says: "JSON" },
  yaml: { test: isYaml, says: 'YAML that versions 1.1 and 1.2 read alike, texts such as "no" in quotes' },
  base64: { test: (text: string) => /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(text), says: "base64" },
  certificate: { test: isPem(/CERTIFICATE/), says: "a certificate in PEM (-----BEGIN CERTIFICATE-----)" },
  "private key": {
    test: isPem(/(?:EC |RSA |OPENSSH )?PRIVATE KEY/),
    says: "a private key in PEM (-----BEGIN ... PRIVATE KEY-----)",
  },
  "certificate request": {
    test: isPem(/CERTIFICATE REQUEST/),
    says: "a certificate request in PEM (-----BEGIN CERTIFICATE REQUEST-----)",
  },
  "host name": {
    test: (text: string) =>
      text.length <= 253 &&
      /^(\*\.)?([a-z0-9_]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.?$/i.test(text),
    says: "a host name such as eu.example.com",
  },
  "object name": {
    test: (text: string) =>
      text.length <= 253 && /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(text),
    says: "a Kubernetes object name such as api-tls: at most 253 lower-case letters, digits, dashes and dots",
  },
  label: {
    test: (text: string) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text),
    says: "a label such as api: at most 63 lower-case letters, digits and dashes",
  },
  quantity: {
    test: (text: string) => /^\d+(\.\d+)?(m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/.test(text),
    says: "a quantity such as 1Gi",
  },
  url: {
    test: (text: string) => /^(https?|oci):\/\/[^\s/@{}"<>\\^`|]+(?:[/?#][^\s{}"<>\\^`|]*)?$/.test(text),
    says: "a URL without credentials such as https://example.com",
  },
  "ssh key": {
    test: (text: string) => /^(ssh-rsa|ssh-ed25519) [A-Za-z0-9+/]{20,}={0,2}( |\n|$)/.test(text),
    says: "an SSH public key such as 'ssh-ed25519 AAAA... user@host'",
  },
} as const satisfies Record<string, { test: (text: string) => boolean; says: string }>;

export type Format = keyof typeof FORMATS;

function isNetwork(text: string): boolean {
  if (!ipaddr.isValidCIDR(text)) return false;
  const [address, length] = ipaddr.parseCIDR(text);
  const network =
    address.kind() === "ipv4"
      ? ipaddr.IPv4.networkAddressFromCIDR(text)
      : ipaddr.IPv6.networkAddressFromCIDR(text);
  return network.toNormalizedString() === address.toNormalizedString() && length >= 0;
}

function isPorts(text: string): boolean {
  if (text === "*") return true;
  const [, low, high = low] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  return low !== undefined && Number(low) <= Number(high) && Number(high) <= 65535;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isPem(label: RegExp) {
  const armour = new RegExp(`^\\s*-----BEGIN (${label.source})-----\\n[\\s\\S]+\\n-----END \\1-----\\s*`);
  return (text: string): boolean => armour.test(text);
}
