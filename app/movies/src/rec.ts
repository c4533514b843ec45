/** `rec`: three movies, for those who have a token. */
import { type KeyObject, randomInt } from "node:crypto";
import { json, STRING, STRINGS, text } from "../../server/description";
import { READ_METHODS, type Route } from "../../server/router";
import type { ServerSettings } from "../../server/settings";
import { answer, refuse, UNKNOWN_TOKEN } from "./answers";
import { probes } from "./probes";
import { createMoviesService, serve } from "./serve";
import { checkToken, tokenIn } from "./token";

export const MOVIES = [
  "12 Angry Men",
  "Casablanca",
  "City of God",
  "Metropolis",
  "Modern Times",
  "Parasite",
  "Rashomon",
  "Seven Samurai",
  "Spirited Away",
  "The Godfather",
] as const;

const HOW_MANY = 3;

/** Different ones, each as likely as another. */
function someMovies(): readonly string[] {
  const left: string[] = [...MOVIES];
  return Array.from({ length: HOW_MANY }, () => left.splice(randomInt(left.length), 1)[0] as string);
}

const about: Route = {
  path: "/",
  methods: READ_METHODS,
  describes: { summary: "What this is", answers: { 200: text("The route") } },
  handle(exchange) {
    exchange.text(200, "rec: GET /recommend with a token gives three movies\n");
  },
};

const recommend = (keys: readonly KeyObject[]): Route => ({
  path: "/recommend",
  methods: READ_METHODS,
  describes: {
    summary: "Three movies",
    answers: {
      200: json("Three of ten", { movies: STRINGS }),
      401: json("No token", { error: STRING }),
    },
  },
  handle(exchange) {
    if (checkToken(keys, tokenIn(exchange.headers.authorization)) === undefined) {
      refuse(exchange, 401, UNKNOWN_TOKEN);
    } else {
      answer(exchange, 200, { movies: someMovies() });
    }
  },
});

const recRoutes = (keys: readonly KeyObject[]): readonly Route[] => [about, recommend(keys), ...probes()];

export const serveRec = (settings: ServerSettings, keys: readonly KeyObject[]): Promise<void> =>
  serve(createMoviesService("rec", settings), "rec_calls", recRoutes(keys));
