/** What is not there. */
import { text } from "../description";
import type { Route } from "../router";

export const notFound: Route = {
  path: "other",
  describes: { summary: "What is not there", answers: { 404: text("No such route") } },
  handle(exchange) {
    exchange.text(404, "not found\n");
  },
};
