/** `/metrics`: not itself counted. */
import { text } from "../description";
import { READ_METHODS, type Route } from "../router";

export const metrics: Route = {
  path: "/metrics",
  methods: READ_METHODS,
  describes: { summary: "Prometheus' text format", answers: { 200: text("Every series") } },
  unrecorded: true,
  handle(exchange) {
    const { metrics: numbers } = exchange.service;
    exchange.reply(200, numbers.contentType, numbers.text(), ["Cache-Control", "no-store"]);
  },
};
