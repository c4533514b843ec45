/** `/api/users`, `/api/sessions`, `/api/cat_entries` and `/api/health`, as lofocats_api has them. */
import { answer, later } from "../../app/movies/src/answers";
import { BUILD } from "../../app/server/build";
import { json, STRING } from "../../app/server/description";
import type { Exchange } from "../../app/server/exchange";
import { READ_METHODS, type Route } from "../../app/server/router";
import { byVersion, newestOf } from "./migrations";
import type { Entry, NewUser, Store, User } from "./store";

/** What is answered: a status, and a body where there is one. */
interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

const NOT_FOUND: Reply = { status: 404, body: { error: "there is none" } };
const UNAUTHORIZED: Reply = { status: 401, body: { error: "expected a valid token as Authorization" } };

const found = (body: unknown): Reply => (body === undefined ? NOT_FOUND : { status: 200, body });

/** What the database refuses as a value is the caller's to repair (https://www.postgresql.org/docs/18/errcodes-appendix.html, class 23). */
const isRefusal = (error: unknown): boolean =>
  /^(?:22|23)/.test((error as { readonly code?: string }).code ?? "");

interface Request {
  readonly method: string;
  /** What stands behind the collection, such as 7 of /api/users/7. */
  readonly id: number | undefined;
  readonly body: Readonly<Record<string, unknown>>;
  /** Who asks; undefined is a guest. */
  readonly user: User | undefined;
}

const text = (value: unknown): string => (typeof value === "string" ? value : "");

const userIn = ({ body }: Request): NewUser => ({
  username: text(body["username"]),
  email: text(body["email"]),
  password: text(body["password"]),
});

const entryIn = ({ body }: Request): Entry => ({
  entry_type: text(body["entry_type"]),
  breed: text(body["breed"]),
  color: text(body["color"]),
  contact_email: text(body["contact_email"]),
});

type Collection = (store: Store, request: Request) => Promise<Reply>;

const users: Collection = async (store, request) => {
  const { method, id, user } = request;
  if (user?.role !== "admin") return UNAUTHORIZED;
  if (id === undefined) {
    if (method === "GET") return found(await store.users());
    return method === "POST" ? { status: 201, body: await store.addUser(userIn(request)) } : NOT_FOUND;
  }
  if (method === "GET") return found(await store.user(id));
  if (method === "PUT" || method === "PATCH") return found(await store.changeUser(id, userIn(request)));
  await store.removeUser(id);
  return { status: 204 };
};

const sessions: Collection = async (store, { method, body, user }) => {
  if (method === "POST") {
    const token = await store.signIn(text(body["username"]), text(body["password"]));
    return token === undefined ? UNAUTHORIZED : { status: 201, body: { token } };
  }
  if (user === undefined) return UNAUTHORIZED;
  await store.signOut(user);
  return { status: 204 };
};

const entries: Collection = async (store, request) => {
  const { method, id, user } = request;
  if (method === "GET") return found(await (id === undefined ? store.entries() : store.entry(id)));
  if (user === undefined) return UNAUTHORIZED;
  if (id === undefined) return { status: 201, body: await store.addEntry(user, entryIn(request)) };
  const entry = await store.entry(id);
  if (entry === undefined) return NOT_FOUND;
  if (entry.user_id !== user.id && user.role !== "admin") return UNAUTHORIZED;
  if (method === "PUT" || method === "PATCH") return found(await store.changeEntry(id, entryIn(request)));
  await store.removeEntry(id);
  return { status: 204 };
};

const COLLECTIONS: Readonly<Record<string, Collection>> = { users, sessions, cat_entries: entries };

const PATH = /^\/api\/(users|sessions|cat_entries)(?:\/(\d{1,9}))?$/;

async function replyTo(store: Store, exchange: Exchange, body: Buffer): Promise<Reply> {
  const [, collection, id] = PATH.exec(exchange.path) ?? [];
  if (collection === undefined) return NOT_FOUND;
  const token = exchange.headers.authorization ?? "";
  try {
    return await (COLLECTIONS[collection] as Collection)(store, {
      method: exchange.method,
      id: id === undefined ? undefined : Number(id),
      body: body.length === 0 ? {} : JSON.parse(body.toString()),
      user: token === "" ? undefined : await store.userOf(token),
    });
  } catch (error) {
    if (!(isRefusal(error) || error instanceof SyntaxError)) throw error;
    return { status: 422, body: { error: (error as Error).message } };
  }
}

/** Everything below /api that has no exact path. */
const collections = (store: Store): Route => ({
  path: "/api/*",
  keepsBody: true,
  describes: { summary: "Users, sessions and entries", answers: {} },
  handle: (exchange, body) =>
    later(exchange, exchange.path, async () => {
      const reply = await replyTo(store, exchange, body);
      if (reply.body === undefined) exchange.text(reply.status, "");
      else answer(exchange, reply.status, reply.body);
    }),
});

/** @param problem - why it is not well; nothing where it is */
const health = (path: string, problem: () => Promise<string | undefined>): Route => ({
  path,
  methods: READ_METHODS,
  describes: { summary: "Health", answers: { 200: json("Well", { status: STRING }) } },
  handle: (exchange) =>
    later(exchange, path, async () => {
      const why = await problem().catch((error: Error) => error.message);
      if (why === undefined) answer(exchange, 200, { status: "ok" });
      else answer(exchange, 503, { status: "failed", why });
    }),
});

export function apiRoutes(store: Store): { readonly routes: readonly Route[]; readonly fallback: Route } {
  const well = async () => undefined;
  const database = async () => void (await store.answers());
  const migration = async () => {
    const [wanted, there] = [newestOf(BUILD.version), await store.version()];
    return byVersion(there, wanted) < 0
      ? `the schema is that of ${there}, and ${wanted} is wanted`
      : undefined;
  };
  const all = async () => (await database()) ?? (await migration());
  return {
    routes: [
      health("/api/health", well),
      health("/api/health/database", database),
      health("/api/health/migration", migration),
      health("/api/health/cache", well),
      health("/api/health/all", all),
    ],
    fallback: collections(store),
  };
}
