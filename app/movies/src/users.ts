/** Who may log in. */
import { type Hash, parseHash } from "./password";

export type Users = ReadonlyMap<string, Hash>;

export const USER_NAME = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/;

/** One `name:hash` a line; `undefined` where a line is none, or two are of one name, or there are none. */
export function parseUsers(text: string): Users | undefined {
  const users = new Map<string, Hash>();
  for (const line of text.split(/\s+/).filter((each) => each !== "")) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon));
    const hash = parseHash(line.slice(colon + 1));
    if (!USER_NAME.test(name) || hash === undefined || users.has(name)) {
      return undefined;
    }
    users.set(name, hash);
  }
  return users.size === 0 ? undefined : users;
}
