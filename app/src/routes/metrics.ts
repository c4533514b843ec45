/** `/metrics`: not itself counted. */
import { READ_METHODS, type Route } from "../router";

export const metrics: Route = {
  path: "/metrics",
  methods: READ_METHODS,
  unrecorded: true,
  handle(exchange) {
    const { metrics: numbers } = exchange.service;
    void numbers.text().then((text) => exchange.reply(200, numbers.contentType, text));
  },
};
