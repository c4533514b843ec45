/** The pages, as lofocats_ui has them: what the API says, for people. */
import { later } from "../../app/movies/src/answers";
import { text } from "../../app/server/description";
import { READ_METHODS, type Route } from "../../app/server/router";
import { Cache } from "./cache";
import type { StoredEntry } from "./store";

const escaped = (value: string): string => value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>\n`;

const listOf = (entries: readonly StoredEntry[]): string =>
  `<ul>${entries.map(({ entry_type, breed, color }) => `<li>${escaped(`${entry_type}: ${breed}, ${color}`)}</li>`).join("")}</ul>`;

const route = (path: string, body: () => Promise<string>): Route => ({
  path,
  methods: READ_METHODS,
  describes: { summary: path, answers: { 200: text("A page") } },
  handle: (exchange) =>
    later(exchange, path, async () => exchange.reply(200, "text/html; charset=utf-8", await body())),
});

/**
 * @param api - where the API answers
 * @param redisUrl - of the cache that all replicas share; each asks the API every time without one
 */
export function uiRoutes(api: URL, redisUrl: string | undefined): readonly Route[] {
  const cache = redisUrl === undefined ? undefined : new Cache(new URL(redisUrl));
  const asked = async (): Promise<string> => {
    const answer = await fetch(new URL("/api/cat_entries", api), { signal: AbortSignal.timeout(5000) });
    if (!answer.ok) throw new Error(`the API answered ${answer.status}`);
    return listOf((await answer.json()) as StoredEntry[]);
  };
  const entries = () => (cache === undefined ? asked() : cache.through("cat_entries", asked));
  const sign = async () => '<form method="post" action="/api/sessions"></form>';
  return [
    route("/", async () => page("Lost and found cats", await entries())),
    route("/cat_entries", async () => page("Entries", await entries())),
    route("/users", async () => page("Users", await sign())),
    route("/sessions", async () => page("Sign in", await sign())),
    {
      path: "/health",
      methods: READ_METHODS,
      describes: { summary: "Health", answers: { 200: text("ok") } },
      handle: (exchange) => exchange.text(200, "ok\n"),
    },
  ];
}
