/** `/health`, `/healthz` and `/readyz`: what operators and probes ask. */
import { text } from "../../server/description";
import type { Exchange } from "../../server/exchange";
import { READ_METHODS, type Route } from "../../server/router";
import { reasonNotReady } from "../../server/service";
import type { Api } from "../api";

/** Answers with the stored status; where `settable`, a POST of a JSON integer stores one. */
export const health = (api: Pick<Api, "health">, settable: boolean): Route => ({
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
      storeHealth(api, exchange, body);
    } else {
      exchange.text(api.health, "");
    }
  },
});

function storeHealth(api: Pick<Api, "health">, exchange: Exchange, body: Buffer): void {
  const text = body.toString().trim();
  const status = /^\d{3}$/.test(text) ? Number(text) : 0;
  if (status < 200 || status > 599) {
    exchange.text(400, "expected a JSON integer from 200 to 599, such as 503\n");
    return;
  }
  api.health = status;
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
    const reason = reasonNotReady(exchange.service);
    exchange.text(reason === undefined ? 200 : 503, `${reason ?? "ok"}\n`);
  },
};
