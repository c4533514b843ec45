/** The page, its style and its script. */
import { type Answer, text } from "../../../server/description";
import { READ_METHODS, type Route } from "../../../server/router";
import script from "./page.client.js";
import style from "./page.css";
import html from "./page.html";

/** Nothing but this page's own files, and no frame of another site. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'self'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = [
  "Cache-Control",
  "no-cache",
  "X-Content-Type-Options",
  "nosniff",
  "Referrer-Policy",
  "no-referrer",
  "Content-Security-Policy",
  POLICY,
];

const file = (path: string, type: string, content: string, answer: Answer): Route => ({
  path,
  methods: READ_METHODS,
  describes: { summary: "Of the page", answers: { 200: answer } },
  handle(exchange) {
    exchange.reply(200, type, content, HEADERS);
  },
});

const PREFIX = /^(?:\/[A-Za-z0-9._~-]+)+$/;

/**
 * What the page's links begin with: an ingress that strips a prefix says which, and without it the page would ask for
 * `/login` of another program there. https://doc.traefik.io/traefik/middlewares/http/stripprefix/
 */
export const baseOf = (prefix: string | undefined): string =>
  prefix !== undefined && PREFIX.test(prefix) ? `${prefix}/` : "/";

const page: Route = {
  path: "/",
  methods: READ_METHODS,
  describes: { summary: "The page", answers: { 200: text("HTML") } },
  handle(exchange) {
    const prefix = exchange.headers["x-forwarded-prefix"];
    const base = baseOf(typeof prefix === "string" ? prefix : undefined);
    exchange.reply(200, "text/html; charset=utf-8", html.replace("BASE", base), [
      ...HEADERS.slice(2),
      "Cache-Control",
      "no-store", // it depends on a header
    ]);
  },
};

export const pageRoutes: readonly Route[] = [
  page,
  file("/page.css", "text/css; charset=utf-8", style, text("CSS")),
  file("/page.js", "text/javascript; charset=utf-8", script, text("JavaScript")),
];
