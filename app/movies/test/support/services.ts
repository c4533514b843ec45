/** The four services as they ship, each a process of its own, which call each other over verified HTTPS. */
import { generateKeyPairSync } from "node:crypto";
import path from "node:path";
import { type Answer, Api, ask, pairFolder } from "../../../test/support/api";
import { hashPassword } from "../../src/password";

export const PROGRAM = path.join(__dirname, "../../../dist/test/movies.cjs");

export type Name = "web" | "auth" | "rec" | "data";

export const PASSWORDS = { ada: "correct horse", grace: "battery staple" } as const;

export type User = keyof typeof PASSWORDS;

const { publicKey, privateKey } = generateKeyPairSync("ed25519");

/** What signs tokens, and what checks them. */
export const KEYS = {
  AUTH_SIGNING_KEY: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  TOKEN_PUBLIC_KEYS: publicKey.export({ type: "spki", format: "pem" }).toString(),
};

let lines: Promise<readonly string[]> | undefined;

/** Made once: hashes cost what they should. */
export async function userLines(): Promise<string> {
  lines ??= Promise.all(
    Object.entries(PASSWORDS).map(async ([name, word]) => `${name}:${await hashPassword(word)}`),
  );
  return (await lines).join("\n");
}

export interface Start {
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  /** With the certificate. @default - a new one */
  readonly folder?: string;
}

/** A service on a free port. */
export const start = (name: Name, { args = [], env = {}, folder = pairFolder() }: Start = {}): Promise<Api> =>
  Api.start(["--metrics-port=same", ...args], folder, env, [PROGRAM, name]);

export const urlOf = ({ port }: Api): string => `https://localhost:${port}`;

/** Whom a service calls, and how it knows them. */
export const calling = (folder: string, urls: Readonly<Record<string, Api>>): NodeJS.ProcessEnv => ({
  MOVIES_AUTHORITY: path.join(folder, "tls.crt"),
  ...Object.fromEntries(Object.entries(urls).map(([variable, api]) => [variable, urlOf(api)])),
});

export interface Movies {
  readonly folder: string;
  readonly auth: Api;
  readonly rec: Api;
  readonly data: Api;
  readonly web: Api;
}

export async function startAuth(folder: string, args: readonly string[] = []): Promise<Api> {
  const env = { AUTH_USERS: await userLines(), AUTH_SIGNING_KEY: KEYS.AUTH_SIGNING_KEY };
  return start("auth", { folder, args, env });
}

export const startData = (
  folder: string,
  auth: Api,
  databaseUrl: string,
  args: readonly string[] = [],
): Promise<Api> =>
  start("data", { folder, args, env: { ...calling(folder, { AUTH_URL: auth }), DATABASE_URL: databaseUrl } });

export async function startMovies(databaseUrl: string): Promise<Movies> {
  const folder = pairFolder();
  const auth = await startAuth(folder);
  const [rec, data] = await Promise.all([
    start("rec", { folder, env: { TOKEN_PUBLIC_KEYS: KEYS.TOKEN_PUBLIC_KEYS } }),
    startData(folder, auth, databaseUrl),
  ]);
  const urls = { AUTH_URL: auth, RECOMMEND_URL: rec, SUBMIT_URL: data };
  const web = await start("web", { folder, env: calling(folder, urls) });
  return { folder, auth, rec, data, web };
}

export const postJson = (
  api: Pick<Api, "port">,
  target: string,
  body: unknown,
  token?: string,
): Promise<Answer> =>
  ask(api.port, target, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
    headers: {
      "content-type": "application/json",
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
  });

export async function tokenOf(api: Pick<Api, "port">, username: User): Promise<string> {
  const { text } = await postJson(api, "/login", { username, password: PASSWORDS[username] });
  return JSON.parse(text).token;
}

/** Status and what the answer says. */
export const told = ({ status, text }: Answer): readonly [number, unknown] => [status, JSON.parse(text)];
