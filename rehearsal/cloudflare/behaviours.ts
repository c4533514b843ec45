import { X509Certificate } from "node:crypto";
import type { Behaviour } from "../emulator/behaviour";
import type { Value } from "../emulator/values";
import {
  certificate,
  encodedAlternatives,
  encodedName,
  keyId,
  publicKeyOf,
  readRequest,
} from "../tls/certificate";
import { bytesOf, pemOf } from "../tls/der";
import { newKey } from "../tls/key";

const DAY = 86_400_000;
const AUTHORITY = newKey("ECDSA", "P256", 0);

/** https://developers.cloudflare.com/ssl/origin-configuration/origin-ca/ */
export const CLOUDFLARE_BEHAVIOURS: Readonly<Record<string, Behaviour>> = {
  cloudflare_origin_ca_certificate: {
    make: ({ csr, hostnames, requested_validity: days }) => {
      const request = bytesOf("CERTIFICATE REQUEST", typeof csr === "string" ? csr : "");
      if (!request || !isRequest(request)) return {};
      const names = Array.isArray(hostnames) ? hostnames.map((name: Value) => String(name)) : [];
      const notBefore = new Date();
      const { bytes } = certificate({
        ...readRequest(request),
        alternatives: encodedAlternatives({ name: {}, dnsNames: names, ipAddresses: [], uris: [] }),
        issuer: encodedName({
          organization: "CloudFlare, Inc.",
          organizational_unit: "CloudFlare Origin SSL ECC Certificate Authority",
        }),
        issuerKey: AUTHORITY,
        authority: keyId(publicKeyOf(AUTHORITY)),
        notBefore,
        notAfter: new Date(notBefore.getTime() + Number(days ?? 5475) * DAY),
        uses: ["digital_signature", "key_encipherment", "server_auth", "client_auth"],
        isAuthority: false,
        hasKeyId: true,
      });
      return { certificate: pemOf("CERTIFICATE", bytes), expires_on: new X509Certificate(bytes).validTo };
    },
  },
};

function isRequest(bytes: Buffer): boolean {
  try {
    return readRequest(bytes).publicKey.length > 0;
  } catch {
    return false;
  }
}
