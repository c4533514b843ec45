import { parsed } from "./text";

/** The parts of a public key in the form of RFC 4253, section 6.6: each with its length before it; none where it is broken. */
function partsOf(body: string): readonly Buffer[] {
  const bytes = Buffer.from(body, "base64");
  if (bytes.toString("base64") !== body) return [];
  const parts: Buffer[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = at + 4 + bytes.readUInt32BE(at);
    parts.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return at === bytes.length ? parts : [];
}

/** How many parts a key of a type has, its type among them. */
const PARTS: Readonly<Record<string, number>> = {
  "ssh-rsa": 3, // exponent, modulus
  "ssh-ed25519": 2, // 32 bytes
  "ecdsa-sha2-nistp256": 3, // the curve, a point
  "ecdsa-sha2-nistp384": 3,
  "ecdsa-sha2-nistp521": 3,
};

const ED25519_BYTES = 32;

/** Whether a key is one of its type, and whole. */
export function isSshKey(type: string, body: string): boolean {
  const [first, last] = [partsOf(body)[0], partsOf(body).at(-1)];
  return (
    first?.toString() === type &&
    partsOf(body).length === PARTS[type] &&
    (type !== "ssh-ed25519" || last?.length === ED25519_BYTES)
  );
}

/** Azure takes no shorter ones (https://learn.microsoft.com/azure/virtual-machines/linux/create-ssh-keys-detailed). */
const RSA_BITS = 2048;

/** The modulus is the last part, with a zero before it where its first bit is set. */
const rsaBits = (body: string): number => {
  const hex = partsOf(body).at(-1)?.toString("hex").replace(/^0+/, "") ?? "";
  return hex === "" ? 0 : (hex.length - 1) * 4 + Number.parseInt(hex.slice(0, 1), 16).toString(2).length;
};

/** A public key of SSH, on one line: Ed25519, or RSA of 2048 bits or more. */
export const sshKey = (what: string, example: string) =>
  parsed(what, example, (value) => {
    const [, type = "", body = ""] =
      /^(ssh-(?:rsa|ed25519)) ([A-Za-z0-9+/]+={0,2})(?: [^\r\n]*)?$/.exec(value) ?? [];
    if (type === "") return "";
    if (!isSshKey(type, body)) return `is no whole key of type ${type}`;
    if (type === "ssh-rsa" && rsaBits(body) < RSA_BITS)
      return `has ${rsaBits(body)} bits, and ${RSA_BITS} are the least`;
    return undefined;
  });
