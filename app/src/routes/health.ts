/** `/health`, `/healthz`, `/readyz` and `/version`: what operators and probes ask. */
import { json, STRING, text } from "../description";
import type { Exchange } from "../exchange";
import { READ_METHODS, type Route } from "../router";

/** Answers with the stored status; where `settable`, a POST of a JSON integer stores one. */
export const health = (settable: boolean): Route => ({
  path: "/health",
  methods: settable ? [...READ_METHODS, "POST"] : READ_METHODS,
  describes: {
    summary: "The status that was stored last, 200 at first",
    answers: { 200: text("Empty"), default: text("Whichever status was stored, empty") },
    post: {
      body: { type: "integer", minimum: 200, maximum: 599 },
      answers: { 200: text("Stored"), 400: text("No such status") },
    },
  },
  keepsBody: true,
  handle(exchange, body) {
    if (exchange.method === "POST") {
      storeHealth(exchange, body);
    } else {
      exchange.text(exchange.service.health, "");
    }
  },
});

function storeHealth(exchange: Exchange, body: Buffer): void {
  const text = body.toString().trim();
  const status = /^\d{3}$/.test(text) ? Number(text) : 0;
  if (status < 200 || status > 599) {
    exchange.text(400, "expected a JSON integer from 200 to 599, such as 503\n");
    return;
  }
  exchange.service.health = status;
  exchange.service.log.warn("health set", { status, peer: exchange.peer.address });
  exchange.text(200, "");
}

/** Liveness: the process answers. */
export const live: Route = {
  path: "/healthz",
  methods: READ_METHODS,
  describes: { summary: "Liveness", answers: { 200: text("The process answers") } },
  handle(exchange) {
    exchange.text(200, "ok\n");
  },
};

/** Readiness: fails with the reason. */
export const ready: Route = {
  path: "/readyz",
  methods: READ_METHODS,
  describes: { summary: "Readiness", answers: { 200: text("Ready"), 503: text("Why it is not") } },
  handle(exchange) {
    const { draining, certificates } = exchange.service;
    const reason = draining ? "draining" : certificates?.problem();
    exchange.text(reason === undefined ? 200 : 503, `${reason ?? "ok"}\n`);
  },
};

export const version: Route = {
  path: "/version",
  methods: READ_METHODS,
  describes: {
    summary: "What is running",
    answers: {
      200: json("Empty fields are left out", {
        version: STRING,
        commit: STRING,
        runtime: STRING,
        name: STRING,
        region: STRING,
        image: STRING,
      }),
    },
  },
  handle(exchange) {
    const { build, settings } = exchange.service;
    const orNothing = (value: string): string | undefined => (value === "" ? undefined : value);
    const answer = {
      version: orNothing(settings["app-version"]) ?? build.version,
      commit: build.commit,
      runtime: `node ${process.version}`,
      name: orNothing(settings.name),
      region: orNothing(settings.region),
      image: orNothing(settings.image),
    };
    exchange.json(200, JSON.stringify(answer));
  },
};
