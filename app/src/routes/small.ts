/** The smallest answers. */
import { text } from "../../server/description";
import { Head } from "../../server/head";
import { READ_METHODS, type Route } from "../../server/router";

const ONE = new Head("text/plain");

/** For load tests. */
export const bench: Route = {
  path: "/bench",
  methods: READ_METHODS,
  describes: { summary: "The smallest answer, for load tests", answers: { 200: text("1") } },
  handle(exchange) {
    exchange.answer(200, ONE, "1");
  },
};

/** For canaries: lets a roll-out fail on purpose. */
export const error: Route = {
  path: "/error",
  methods: READ_METHODS,
  describes: { summary: "Fails, for canaries", answers: { 500: text("Empty") } },
  handle(exchange) {
    exchange.text(500, "");
  },
};

/** Answered where no upgrade to a websocket was asked for; the websocket itself never reaches a route. */
export const echo: Route = {
  path: "/echo",
  methods: ["GET"],
  describes: {
    summary: "A websocket that sends back what it receives",
    answers: { 101: { description: "The websocket" }, 426: text("No upgrade was asked for") },
  },
  handle(exchange) {
    const upgrade = exchange.protocol === "HTTP/2.0" ? [] : ["Upgrade", "websocket"];
    exchange.text(426, "this is a websocket\n", upgrade);
  },
};
