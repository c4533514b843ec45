/** `/metrics`: not itself counted. */
import { READ_METHODS, type Route } from "../router";

export const metrics: Route = {
  path: "/metrics",
  methods: READ_METHODS,
  unrecorded: true,
  handle(exchange) {
    const { metrics: numbers } = exchange.service;
    exchange.reply(200, numbers.contentType, numbers.text(), ["Cache-Control", "no-store"]);
  },
};
