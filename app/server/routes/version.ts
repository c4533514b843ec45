/** `/version`: what is running. */
import { json, STRING } from "../description";
import { READ_METHODS, type Route } from "../router";

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
