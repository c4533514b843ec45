/** Passwords, of which only salted hashes are kept. */
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/**
 * 16 MiB and five rounds are as hard to guess as OWASP's other choices, and fit a small pod.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
 */
const COST = { N: 2 ** 14, r: 8, p: 5 } as const;

const BYTES = 32;

/** Of what a Secret asks for: a typing error must not take all memory. */
const MOST_MEMORY = 64 * 1024 ** 2;

export interface Hash {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
  readonly key: Buffer;
}

const derive = (password: string, { N, r, p, salt, key }: Hash): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    scrypt(
      password.normalize("NFC"),
      salt,
      key.length,
      { N, r, p, maxmem: 2 * MOST_MEMORY },
      (error, made) => (error === null ? resolve(made) : reject(error)),
    ),
  );

/** `scrypt$N$r$p$salt$key`, the last two in Base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, { ...COST, salt, key: Buffer.alloc(BYTES) });
  return ["scrypt", COST.N, COST.r, COST.p, salt.toString("base64"), key.toString("base64")].join("$");
}

const FORM = /^scrypt\$(\d{1,7})\$(\d{1,2})\$(\d{1,2})\$([A-Za-z0-9+/]{16,}=*)\$([A-Za-z0-9+/]{32,}=*)$/;

/** `undefined` where the text is no hash, or one that costs too much. */
export function parseHash(text: string): Hash | undefined {
  const [, cost, r, p, salt = "", key = ""] = FORM.exec(text) ?? [];
  const numbers = { N: Number(cost), r: Number(r), p: Number(p) };
  const isPower = numbers.N > 1 && Number.isInteger(Math.log2(numbers.N));
  if (!isPower || numbers.r < 1 || numbers.p < 1 || 128 * numbers.N * numbers.r > MOST_MEMORY) {
    return undefined;
  }
  return { ...numbers, salt: Buffer.from(salt, "base64"), key: Buffer.from(key, "base64") };
}

export const verifyPassword = async (password: string, hash: Hash): Promise<boolean> =>
  timingSafeEqual(await derive(password, hash), hash.key);

/** What a password is compared with where there is no such user, so that it takes as long. */
export const NOBODY: Hash = { ...COST, salt: randomBytes(16), key: randomBytes(BYTES) };
