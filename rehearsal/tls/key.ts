import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { pemOf } from "./der";

const CURVES: Readonly<Record<string, string>> = {
  P224: "secp224r1",
  P256: "prime256v1",
  P384: "secp384r1",
  P521: "secp521r1",
};
const SSH_CURVES: Readonly<Record<string, string>> = {
  prime256v1: "nistp256",
  secp384r1: "nistp384",
  secp521r1: "nistp521",
};

export function newKey(algorithm: string, curve: string, rsaBits: number): KeyObject {
  if (algorithm === "RSA") return generateKeyPairSync("rsa", { modulusLength: rsaBits }).privateKey;
  if (algorithm === "ED25519") return generateKeyPairSync("ed25519").privateKey;
  return generateKeyPairSync("ec", { namedCurve: CURVES[curve] ?? "secp224r1" }).privateKey;
}

/** As the tls provider names algorithms. */
export function algorithmName(key: KeyObject): string {
  return key.asymmetricKeyType === "rsa" ? "RSA" : key.asymmetricKeyType === "ed25519" ? "ED25519" : "ECDSA";
}

/** Undefined where a text holds no private key. */
export function readKey(text: string): KeyObject | undefined {
  try {
    return createPrivateKey(text);
  } catch {
    return undefined;
  }
}

/** Every form in which the provider gives a key away. https://registry.terraform.io/providers/hashicorp/tls/4.1.0/docs/resources/private_key */
export function forms(key: KeyObject): Record<string, string> {
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  const type =
    key.asymmetricKeyType === "rsa" ? "pkcs1" : key.asymmetricKeyType === "ed25519" ? "pkcs8" : "sec1";
  const ssh = sshPublic(key);
  return {
    private_key_pem: key.export({ type, format: "pem" } as never) as unknown as string,
    private_key_pem_pkcs8: key.export({ type: "pkcs8", format: "pem" }) as string,
    private_key_openssh: ssh ? sshPrivate(key, ssh.blob) : "",
    ...publicForms(key),
    id: createHash("sha1").update(spki).digest("hex"),
  };
}

export function publicForms(key: KeyObject): Record<string, string> {
  const ssh = sshPublic(key);
  const md5 = ssh ? createHash("md5").update(ssh.blob).digest("hex") : "";
  return {
    public_key_pem: createPublicKey(key).export({ type: "spki", format: "pem" }) as string,
    public_key_openssh: ssh ? `${ssh.type} ${ssh.blob.toString("base64")}\n` : "",
    public_key_fingerprint_md5: md5.replace(/(..)(?=.)/g, "$1:"),
    public_key_fingerprint_sha256: ssh
      ? `SHA256:${createHash("sha256").update(ssh.blob).digest("base64").replace(/=+$/, "")}`
      : "",
  };
}

const field = (bytes: Buffer | string): Buffer => {
  const body = Buffer.from(bytes as string);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  return Buffer.concat([length, body]);
};

/** A number as OpenSSH writes it: never negative. */
const number = (base64url: string): Buffer => {
  const bytes = Buffer.from(base64url, "base64url");
  return field((bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
};

/** https://datatracker.ietf.org/doc/html/rfc4253#section-6.6 and rfc5656; undefined for P224, which SSH does not know. */
function sshPublic(key: KeyObject): { readonly type: string; readonly blob: Buffer } | undefined {
  const jwk = hasJwk(key) ? createPublicKey(key).export({ format: "jwk" }) : undefined;
  if (!jwk) return undefined;
  if (jwk.kty === "RSA")
    return {
      type: "ssh-rsa",
      blob: Buffer.concat([field("ssh-rsa"), number(jwk.e ?? ""), number(jwk.n ?? "")]),
    };
  if (jwk.kty === "OKP")
    return {
      type: "ssh-ed25519",
      blob: Buffer.concat([field("ssh-ed25519"), field(Buffer.from(jwk.x ?? "", "base64url"))]),
    };
  const curve = SSH_CURVES[key.asymmetricKeyDetails?.namedCurve ?? ""] ?? "";
  const point = Buffer.concat([
    Buffer.from([4]),
    Buffer.from(jwk.x ?? "", "base64url"),
    Buffer.from(jwk.y ?? "", "base64url"),
  ]);
  const type = `ecdsa-sha2-${curve}`;
  return { type, blob: Buffer.concat([field(type), field(curve), field(point)]) };
}

function hasJwk(key: KeyObject): boolean {
  return key.asymmetricKeyType !== "ec" || (key.asymmetricKeyDetails?.namedCurve ?? "") in SSH_CURVES;
}

/** https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key */
function sshPrivate(key: KeyObject, blob: Buffer): string {
  const jwk = key.export({ format: "jwk" });
  const secret =
    jwk.kty === "RSA"
      ? Buffer.concat([
          field("ssh-rsa"),
          ...[jwk.n, jwk.e, jwk.d, jwk.qi, jwk.p, jwk.q].map((each) => number(each ?? "")),
        ])
      : jwk.kty === "OKP"
        ? Buffer.concat([
            blob,
            field(
              Buffer.concat([Buffer.from(jwk.d ?? "", "base64url"), Buffer.from(jwk.x ?? "", "base64url")]),
            ),
          ])
        : Buffer.concat([blob, number(jwk.d ?? "")]);
  const check = randomBytes(4);
  const plain = Buffer.concat([check, check, secret, field("")]);
  const padding = Buffer.from(Array.from({ length: (8 - (plain.length % 8)) % 8 }, (_, i) => i + 1));
  const one = Buffer.from([0, 0, 0, 1]);
  const whole = Buffer.concat([
    Buffer.from("openssh-key-v1\0"),
    field("none"),
    field("none"),
    field(""),
    one,
    field(blob),
    field(Buffer.concat([plain, padding])),
  ]);
  return pemOf("OPENSSH PRIVATE KEY", whole).replace(/(.{64})\n/g, "$1\n");
}

/** The text of a key's private number alone, without what others may know of the key; undefined for what is no key. */
export function secretPart(pem: string): string | undefined {
  const body = pem.replace(/-----[^-]+-----|\s/g, "");
  const bytes = Buffer.from(body, "base64");
  const key = readKey(pem);
  const secret =
    key && hasJwk(key) ? Buffer.from(key.export({ format: "jwk" }).d ?? "", "base64url") : undefined;
  const from = secret ? bytes.indexOf(secret) : P224_OFFSET;
  if (!key || from < 0) return undefined;
  const to = from + (secret?.length ?? 28);
  return body.slice(Math.ceil((from * 4) / 3) + 1, Math.floor((to * 4) / 3) - 1);
}

/** Where the number lies in SEC1: https://datatracker.ietf.org/doc/html/rfc5915#section-3 */
const P224_OFFSET = 7;
