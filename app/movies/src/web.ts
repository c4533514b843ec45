/** `web`: the page, and the way from it to the other three. */
import { json, STRING } from "../../server/description";
import type { Exchange } from "../../server/exchange";
import { READ_METHODS, type Route } from "../../server/router";
import { later, refuse } from "./answers";
import { pageRoutes } from "./page/routes";
import { type Call, Peer, Unanswered } from "./peer";
import { probes } from "./probes";
import { createMoviesService, serve } from "./serve";
import type { WebSettings } from "./settings";

/** Only what the other service needs is passed on. */
function headersOf({ headers }: Exchange): Record<string, string> {
  const { authorization } = headers;
  return {
    "content-type": "application/json",
    ...(authorization === undefined ? {} : { authorization }),
  };
}

/** Its answer as it came, or why none did. */
function pass(exchange: Exchange, peer: Peer, call: Call): void {
  later(exchange, `call of ${peer.name}`, () =>
    peer.call({ ...call, headers: headersOf(exchange) }).then(
      ({ status, body }) => exchange.json(status, body.toString().trimEnd()),
      (error: unknown) => {
        if (!(error instanceof Unanswered)) {
          throw error;
        }
        exchange.service.log.warn("no answer", { from: peer.name, reason: error.message });
        refuse(exchange, 502, `${peer.name} does not answer: try again in a moment`);
      },
    ),
  );
}

const ANSWERS = {
  200: json("As the other service answers", {}),
  502: json("It does not answer", { error: STRING }),
};

const posted = (path: string, peer: Peer): Route => ({
  path,
  methods: ["POST"],
  keepsBody: true,
  describes: {
    summary: `${path} of ${peer.name}`,
    answers: {},
    post: { body: { type: "object" }, answers: ANSWERS },
  },
  handle(exchange, body) {
    pass(exchange, peer, { method: "POST", path, body });
  },
});

const read = (path: string, peer: Peer): Route => ({
  path,
  methods: READ_METHODS,
  describes: { summary: `${path} of ${peer.name}`, answers: ANSWERS },
  handle(exchange) {
    pass(exchange, peer, { method: "GET", path });
  },
});

export const serveWeb = (settings: WebSettings): Promise<void> =>
  serve(createMoviesService("web", settings), "webapp_calls", [
    ...pageRoutes,
    posted("/login", new Peer("auth", settings["auth-url"], settings)),
    posted("/submit", new Peer("data", settings["submit-url"], settings)),
    read("/recommend", new Peer("rec", settings["recommend-url"], settings)),
    ...probes(),
  ]);
