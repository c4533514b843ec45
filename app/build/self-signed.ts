/** Self-signed certificates for localhost, for tests and for running the API alone: X.509 as DER, by RFC 5280. */
import { generateKeyPairSync, randomBytes, sign } from "node:crypto";

export interface SelfSignedOptions {
  /** @default "localhost" */
  readonly commonName?: string;
  /** Name that it is valid for, beside 127.0.0.1. @default "localhost" */
  readonly host?: string;
  /** @default - an hour ago */
  readonly notBefore?: Date;
  /** @default - in thirty days */
  readonly notAfter?: Date;
}

export interface Pem {
  readonly cert: string;
  readonly key: string;
}

const TAG = {
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  utf8: 0x0c,
  utcTime: 0x17,
  sequence: 0x30,
  set: 0x31,
};

function der(tag: number, ...contents: readonly Buffer[]): Buffer {
  const body = Buffer.concat(contents);
  const length =
    body.length < 0x80
      ? [body.length]
      : body.length < 0x100
        ? [0x81, body.length]
        : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const oid = (hex: string): Buffer => der(TAG.oid, Buffer.from(hex, "hex"));
const OID = {
  ecdsaWithSha256: oid("2a8648ce3d040302"), // 1.2.840.10045.4.3.2
  commonName: oid("550403"), // 2.5.4.3
  subjectAltName: oid("551d11"), // 2.5.29.17
};

const utcTime = (date: Date): Buffer =>
  der(TAG.utcTime, Buffer.from(`${date.toISOString().replace(/[-:T]/g, "").slice(2, 14)}Z`));

/** Whole seconds are all that a certificate can say. */
export function selfSigned(options: SelfSignedOptions = {}): Pem {
  const {
    commonName = "localhost",
    host = "localhost",
    notBefore = new Date(Date.now() - 3_600_000),
    notAfter = new Date(Date.now() + 30 * 86_400_000),
  } = options;
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const algorithm = der(TAG.sequence, OID.ecdsaWithSha256);
  const name = der(
    TAG.sequence,
    der(TAG.set, der(TAG.sequence, OID.commonName, der(TAG.utf8, Buffer.from(commonName)))),
  );
  const alternatives = der(
    TAG.sequence,
    der(0x82, Buffer.from(host)), // dNSName
    der(0x87, Buffer.from([127, 0, 0, 1])), // iPAddress
  );
  const extensions = der(
    0xa3,
    der(TAG.sequence, der(TAG.sequence, OID.subjectAltName, der(TAG.octets, alternatives))),
  );
  const content = der(
    TAG.sequence,
    der(0xa0, der(TAG.integer, Buffer.from([2]))), // version 3
    der(TAG.integer, Buffer.concat([Buffer.from([1]), randomBytes(15)])),
    algorithm,
    name,
    der(TAG.sequence, utcTime(notBefore), utcTime(notAfter)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    extensions,
  );
  const signature = sign("sha256", content, privateKey);
  const certificate = der(
    TAG.sequence,
    content,
    algorithm,
    der(TAG.bits, Buffer.concat([Buffer.from([0]), signature])),
  );
  const base64 = certificate.toString("base64").replace(/.{64}(?=.)/g, "$&\n");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }) as string,
  };
}
