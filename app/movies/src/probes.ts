/** `/status` and `/ready`. */
import { json, STRING } from "../../server/description";
import { READ_METHODS, type Route } from "../../server/router";
import { version } from "../../server/routes/version";
import { reasonNotReady } from "../../server/service";
import { answer } from "./answers";

/** Liveness: the process answers. */
const status: Route = {
  path: "/status",
  methods: READ_METHODS,
  describes: { summary: "Liveness", answers: { 200: json("The process answers", { status: STRING }) } },
  handle(exchange) {
    answer(exchange, 200, { status: "alive" });
  },
};

/** @param problem why it cannot serve yet, beyond what every service has */
export const probes = (problem: () => string | undefined = () => undefined): readonly Route[] => [
  status,
  {
    path: "/ready",
    methods: READ_METHODS,
    describes: {
      summary: "Readiness",
      answers: {
        200: json("Ready", { status: STRING }),
        503: json("Why it is not", { status: STRING, reason: STRING }),
      },
    },
    handle(exchange) {
      const reason = reasonNotReady(exchange.service) ?? problem();
      if (reason === undefined) {
        answer(exchange, 200, { status: "ready" });
      } else {
        answer(exchange, 503, { status: "not ready", reason });
      }
    },
  },
  version,
];
