/** The smallest answers. */
import { READ_METHODS, type Route } from "../router";

/** For load tests. */
export const bench: Route = {
  path: "/bench",
  methods: READ_METHODS,
  handle(exchange) {
    exchange.reply(200, "text/plain", "1");
  },
};

/** For canaries: lets a roll-out fail on purpose. */
export const error: Route = {
  path: "/error",
  methods: READ_METHODS,
  handle(exchange) {
    exchange.text(500, "");
  },
};

/** Answered where no upgrade to a websocket was asked for; the websocket itself never reaches a route. */
export const echo: Route = {
  path: "/echo",
  methods: ["GET"],
  handle(exchange) {
    const upgrade = exchange.protocol === "HTTP/2.0" ? [] : ["Upgrade", "websocket"];
    exchange.text(426, "this is a websocket\n", upgrade);
  },
};

export const notFound: Route = {
  path: "other",
  handle(exchange) {
    exchange.text(404, "not found\n");
  },
};
