/**
 * Tokens: JSON Web Tokens (RFC 7519) signed with Ed25519 (RFC 8037). Only `auth` has the key that signs; who has a public
 * key can check them, whichever replica made them.
 */
import { type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");

/** No other header is accepted, so that no token chooses how it is checked. */
const HEADER = encode({ alg: "EdDSA", typ: "JWT" });

const ISSUER = "movies";

/** Seconds by which clocks may differ. */
const SKEW = 30;

const claims = z.object({
  iss: z.literal(ISSUER),
  sub: z.string(),
  iat: z.number(),
  exp: z.number(),
});

export interface Grant {
  readonly username: string;
  /** Unix time in seconds. */
  readonly expires: number;
}

const now = (): number => Math.floor(Date.now() / 1000);

/** @param lifetime in milliseconds */
export function issueToken(key: KeyObject, username: string, lifetime: number): string {
  const issued = now();
  const payload = { iss: ISSUER, sub: username, iat: issued, exp: issued + Math.ceil(lifetime / 1000) };
  const content = `${HEADER}.${encode(payload)}`;
  return `${content}.${sign(null, Buffer.from(content), key).toString("base64url")}`;
}

function payloadOf(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, "base64url").toString());
  } catch {
    return undefined;
  }
}

/** Whom a token was given to; `undefined` where it is none of ours, or no longer valid. */
export function checkToken(keys: readonly KeyObject[], token: string): Grant | undefined {
  const [header, payload = "", signature = "", ...rest] = token.split(".");
  if (header !== HEADER || rest.length > 0) {
    return undefined;
  }
  const content = Buffer.from(`${header}.${payload}`);
  const signed = Buffer.from(signature, "base64url");
  if (!keys.some((key) => verify(null, content, key, signed))) {
    return undefined;
  }
  const { data } = claims.safeParse(payloadOf(payload));
  return data === undefined || data.exp <= now() || data.iat > now() + SKEW
    ? undefined
    : { username: data.sub, expires: data.exp };
}

/** The token of an `Authorization` header, with or without the word Bearer before it. */
export const tokenIn = (header: string | undefined): string =>
  (header ?? "").replace(/^bearer +/i, "").trim();
