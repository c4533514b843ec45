import { createHash, createPublicKey, type KeyObject, randomBytes, sign } from "node:crypto";
import ipaddr from "ipaddr.js";
import {
  bits,
  boolean,
  elements,
  encode,
  ia5,
  integer,
  octets,
  oid,
  printable,
  sequence,
  set,
  time,
  utf8,
} from "./der";

/** What a certificate or a request is about. */
export interface Subject {
  readonly name: Readonly<Record<string, string | readonly string[]>>;
  readonly dnsNames: readonly string[];
  readonly ipAddresses: readonly string[];
  readonly uris: readonly string[];
}

export interface Issue {
  /** The encoded name, key and alternative names of the subject. */
  readonly subject: Buffer;
  readonly publicKey: Buffer;
  readonly alternatives: Buffer | undefined;
  readonly issuer: Buffer;
  readonly issuerKey: KeyObject;
  /** The issuer's key identifier. */
  readonly authority: Buffer | undefined;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly uses: readonly string[];
  readonly isAuthority: boolean;
  readonly hasKeyId: boolean;
}

/** In the order in which the tls provider writes them. https://datatracker.ietf.org/doc/html/rfc5280#appendix-A.1 */
const NAMES: readonly (readonly [attribute: string, id: string])[] = [
  ["country", "2.5.4.6"],
  ["organization", "2.5.4.10"],
  ["organizational_unit", "2.5.4.11"],
  ["locality", "2.5.4.7"],
  ["province", "2.5.4.8"],
  ["street_address", "2.5.4.9"],
  ["postal_code", "2.5.4.17"],
  ["common_name", "2.5.4.3"],
  ["serial_number", "2.5.4.5"],
];

export function encodedName(name: Subject["name"]): Buffer {
  const parts = NAMES.flatMap(([attribute, id]) =>
    [name[attribute] ?? []]
      .flat()
      .filter((value) => value !== "")
      .map((value) => set(sequence(oid(id), isPrintable(value) ? printable(value) : utf8(value)))),
  );
  return sequence(...parts);
}

const isPrintable = (text: string) => /^[A-Za-z0-9 '()+,\-./:=?]*$/.test(text);

/** https://datatracker.ietf.org/doc/html/rfc5280#section-4.2.1.6 */
export function encodedAlternatives({ dnsNames, ipAddresses, uris }: Subject): Buffer | undefined {
  const names = [
    ...dnsNames.map((name) => ia5(0x82, name)),
    ...ipAddresses.map((address) => encode(0x87, Buffer.from(ipaddr.parse(address).toByteArray()))),
    ...uris.map((uri) => ia5(0x86, uri)),
  ];
  return names.length > 0 ? sequence(...names) : undefined;
}

const KEY_USES: readonly string[] = [
  "digital_signature",
  "content_commitment",
  "key_encipherment",
  "data_encipherment",
  "key_agreement",
  "cert_signing",
  "crl_signing",
  "encipher_only",
  "decipher_only",
];

const EXTENDED: Readonly<Record<string, string>> = {
  any_extended: "2.5.29.37.0",
  server_auth: "1.3.6.1.5.5.7.3.1",
  client_auth: "1.3.6.1.5.5.7.3.2",
  code_signing: "1.3.6.1.5.5.7.3.3",
  email_protection: "1.3.6.1.5.5.7.3.4",
  ipsec_end_system: "1.3.6.1.5.5.7.3.5",
  ipsec_tunnel: "1.3.6.1.5.5.7.3.6",
  ipsec_user: "1.3.6.1.5.5.7.3.7",
  timestamping: "1.3.6.1.5.5.7.3.8",
  ocsp_signing: "1.3.6.1.5.5.7.3.9",
};

/** A signed certificate, and its serial number. */
export function certificate(issue: Issue): { readonly bytes: Buffer; readonly serial: Buffer } {
  const serial = Buffer.concat([Buffer.from([0x40]), randomBytes(15)]);
  const algorithm = algorithmOf(issue.issuerKey);
  const body = sequence(
    encode(0xa0, integer(Buffer.from([2]))),
    integer(serial),
    algorithm,
    issue.issuer,
    sequence(time(issue.notBefore), time(issue.notAfter)),
    issue.subject,
    issue.publicKey,
    encode(0xa3, sequence(...extensions(issue))),
  );
  return { bytes: sequence(body, algorithm, bits(signature(body, issue.issuerKey))), serial };
}

/** https://datatracker.ietf.org/doc/html/rfc2986 */
export function certificateRequest(subject: Subject, key: KeyObject): Buffer {
  const alternatives = encodedAlternatives(subject);
  const asked = alternatives
    ? [sequence(oid("1.2.840.113549.1.9.14"), set(sequence(extension("2.5.29.17", false, alternatives))))]
    : [];
  const body = sequence(
    integer(Buffer.from([0])),
    encodedName(subject.name),
    publicKeyOf(key),
    encode(0xa0, ...asked),
  );
  return sequence(body, algorithmOf(key), bits(signature(body, key)));
}

/** Name, key and alternative names of a request. */
export function readRequest(bytes: Buffer): Pick<Issue, "subject" | "publicKey" | "alternatives"> {
  const [outer] = elements(bytes);
  const [body] = elements(outer?.body ?? Buffer.alloc(0));
  const [, subject, publicKey, attributes] = elements(body?.body ?? Buffer.alloc(0));
  if (!subject || !publicKey) throw new Error("asn1: structure error");
  return {
    subject: subject.whole,
    publicKey: publicKey.whole,
    alternatives: alternativesIn(attributes?.body ?? Buffer.alloc(0)),
  };
}

/** The value of an extension for alternative names, at every depth. */
function alternativesIn(bytes: Buffer): Buffer | undefined {
  const wanted = oid("2.5.29.17");
  for (const { tag, body } of elements(bytes)) {
    const inner = tag & 0x20 ? elements(body) : [];
    if (inner[0]?.whole.equals(wanted)) return inner.at(-1)?.body;
    const deeper = tag & 0x20 ? alternativesIn(body) : undefined;
    if (deeper) return deeper;
  }
  return undefined;
}

/** Subject and key identifier of a certificate. */
export function readAuthority(bytes: Buffer): {
  readonly subject: Buffer;
  readonly keyId: Buffer | undefined;
} {
  const [outer] = elements(bytes);
  const [body] = elements(outer?.body ?? Buffer.alloc(0));
  const parts = elements(body?.body ?? Buffer.alloc(0));
  const wanted = oid("2.5.29.14");
  const all = elements(elements(parts.at(-1)?.body ?? Buffer.alloc(0))[0]?.body ?? Buffer.alloc(0));
  const found = all.map(({ body: inner }) => elements(inner)).find(([id]) => id?.whole.equals(wanted));
  const value = found?.at(-1)?.body;
  return { subject: parts[5]?.whole ?? Buffer.alloc(0), keyId: value && elements(value)[0]?.body };
}

function extensions({ uses, isAuthority, hasKeyId, publicKey, authority, alternatives }: Issue): Buffer[] {
  const plain = KEY_USES.map((use) => uses.includes(use));
  const extended = uses.flatMap((use) => EXTENDED[use] ?? []);
  const flags = [0, 8].map((from) =>
    plain.slice(from, from + 8).reduce((byte, isUsed, i) => (isUsed ? byte | (0x80 >> i) : byte), 0),
  );
  const used = Buffer.from(flags[1] ? flags : flags.slice(0, 1));
  const lastBit = plain.lastIndexOf(true);
  return [
    ...(lastBit >= 0 ? [extension("2.5.29.15", true, bits(used, 7 - (lastBit % 8)))] : []),
    ...(extended.length > 0 ? [extension("2.5.29.37", false, sequence(...extended.map(oid)))] : []),
    extension("2.5.29.19", true, isAuthority ? sequence(boolean(true)) : sequence()),
    ...(hasKeyId ? [extension("2.5.29.14", false, octets(keyId(publicKey)))] : []),
    ...(authority ? [extension("2.5.29.35", false, sequence(encode(0x80, authority)))] : []),
    ...(alternatives ? [extension("2.5.29.17", false, alternatives)] : []),
  ];
}

const extension = (id: string, isCritical: boolean, value: Buffer) =>
  sequence(oid(id), ...(isCritical ? [boolean(true)] : []), octets(value));

/** SHA-1 of the key's bits. https://datatracker.ietf.org/doc/html/rfc5280#section-4.2.1.2 */
export function keyId(publicKey: Buffer): Buffer {
  const [, key] = elements(elements(publicKey)[0]?.body ?? Buffer.alloc(0));
  return createHash("sha1")
    .update(key?.body.subarray(1) ?? Buffer.alloc(0))
    .digest();
}

export function publicKeyOf(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: "spki", format: "der" });
}

/** The algorithms that Go chooses. https://pkg.go.dev/crypto/x509#SignatureAlgorithm */
function algorithmOf(key: KeyObject): Buffer {
  if (key.asymmetricKeyType === "ed25519") return sequence(oid("1.3.101.112"));
  if (key.asymmetricKeyType === "rsa") return sequence(oid("1.2.840.113549.1.1.11"), encode(0x05));
  const ids: Readonly<Record<string, string>> = {
    sha256: "1.2.840.10045.4.3.2",
    sha384: "1.2.840.10045.4.3.3",
    sha512: "1.2.840.10045.4.3.4",
  };
  return sequence(oid(ids[hashOf(key)] as string));
}

function hashOf(key: KeyObject): string {
  const curve = key.asymmetricKeyDetails?.namedCurve;
  return curve === "secp384r1" ? "sha384" : curve === "secp521r1" ? "sha512" : "sha256";
}

function signature(body: Buffer, key: KeyObject): Buffer {
  return sign(key.asymmetricKeyType === "ed25519" ? null : hashOf(key), body, key);
}
