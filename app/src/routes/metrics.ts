/** `/metrics`: not itself counted. */
import { READ_METHODS, type Route } from "../router";

export const metrics: Route = {
  path: "/metrics",
  methods: READ_METHODS,
  unrecorded: true,
  handle(exchange) {
    const { metrics: numbers } = exchange.service;
    const answer = exchange.contain("text of the metrics", (text: string) =>
      exchange.reply(200, numbers.contentType, text),
    );
    const failed = exchange.contain("failure of the metrics", (error) => {
      throw error;
    });
    void numbers.text().then(answer, failed);
  },
};
