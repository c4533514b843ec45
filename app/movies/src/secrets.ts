/** Secrets come by environment variables alone: a command line is seen by every process of a machine. No message shows one. */
import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { attempt, type Schema } from "../../server/values";
import { parseUsers, type Users } from "./users";

export type SecretTable = Readonly<Record<string, Schema<unknown>>>;

export type Secrets<Table extends SecretTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Schema<infer Value> ? Value : never;
};

/** By the name of the variable. */
export function readSecrets(
  table: SecretTable,
  environment: NodeJS.ProcessEnv,
): { readonly secrets: Readonly<Record<string, unknown>>; readonly problems: readonly string[] } {
  const secrets: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [name, { parse, expected }] of Object.entries(table)) {
    const text = environment[name] ?? "";
    secrets[name] = parse(text);
    if (secrets[name] === undefined) {
      problems.push(`${name}: expected ${expected}${text === "" ? ", got nothing" : ""}`);
    }
  }
  return { secrets, problems };
}

const ed25519 = (key: KeyObject | undefined): KeyObject | undefined =>
  key?.asymmetricKeyType === "ed25519" ? key : undefined;

export const signingKey: Schema<KeyObject> = {
  parse: (text) => ed25519(attempt(() => createPrivateKey(text))),
  expected: "a private key, PEM, as `openssl genpkey -algorithm ed25519` makes it",
};

const BLOCK = /-----BEGIN PUBLIC KEY-----[^-]*-----END PUBLIC KEY-----/g;

/** Several while a key is being replaced: what any of them signed is believed. */
export const publicKeys: Schema<readonly KeyObject[]> = {
  parse(text) {
    const blocks = text.match(BLOCK) ?? [];
    const keys = blocks.map((block) => ed25519(attempt(() => createPublicKey(block))));
    return keys.length === 0 || keys.includes(undefined) ? undefined : (keys as KeyObject[]);
  },
  expected: "one or more public keys, PEM, as `openssl pkey -pubout` makes them of the signing key",
};

export const users: Schema<Users> = {
  parse: parseUsers,
  expected: "a line for each user, as the command `hash-password NAME` prints it",
};

export const databaseUrl: Schema<string> = {
  parse: (text) => (/^postgres(ql)?:$/.test(attempt(() => new URL(text).protocol) ?? "") ? text : undefined),
  expected:
    "a connection, such as postgresql://user:password@host:5432/movies?sslmode=verify-full, or without a password where a role of AWS' signs in",
};
