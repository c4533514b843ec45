import { createPublicKey, X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { readKey } from "./key";

/** The first certificate of a text; undefined where there is none that can be read. */
export function readCertificate(text: string): X509Certificate | undefined {
  try {
    return new X509Certificate(text);
  } catch {
    return undefined;
  }
}

/** Whether a private key belongs to a certificate; undefined where one of them cannot be read. */
export function isPair(certificate: string, key: string): boolean | undefined {
  const [read, secret] = [readCertificate(certificate), readKey(key)];
  if (!read || !secret) return undefined;
  const bytes = createPublicKey(secret).export({ type: "spki", format: "der" });
  return read.publicKey.export({ type: "spki", format: "der" }).equals(bytes);
}

const CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";

/** Whether clients may show a certificate; undefined where it cannot be read, or does not say. */
export function isForClients(certificate: string): boolean | undefined {
  return readCertificate(certificate)?.keyUsage?.includes(CLIENT_AUTH);
}

/** Whether an authority signed a certificate; undefined where one of them cannot be read. */
export function isSignedBy(certificate: string, authority: string): boolean | undefined {
  const [read, signer] = [readCertificate(certificate), readCertificate(authority)];
  return read && signer ? read.checkIssued(signer) && read.verify(signer.publicKey) : undefined;
}

/** Whether a certificate proves a name or an address; undefined where it cannot be read. */
export function covers(certificate: string, host: string): boolean | undefined {
  const read = readCertificate(certificate);
  if (!read) return undefined;
  return (isIP(host) ? read.checkIP(host) : read.checkHost(host)) !== undefined;
}

/** Names that a certificate proves, for people. */
export function namesOf(certificate: string): string {
  const read = readCertificate(certificate);
  return (read?.subjectAltName ?? read?.subject ?? "none").replace(/DNS:|IP Address:/g, "");
}
