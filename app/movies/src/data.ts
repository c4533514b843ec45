/** `data`: a user's ratings. */
import { z } from "zod";
import { json, STRING, text } from "../../server/description";
import type { Exchange } from "../../server/exchange";
import { READ_METHODS, type Route } from "../../server/router";
import { answer, bodyOf, later, refuse, UNKNOWN_TOKEN } from "./answers";
import { connectionOf } from "./connection";
import { Peer, Unanswered } from "./peer";
import { probes } from "./probes";
import { Ratings, Unavailable } from "./ratings";
import { createMoviesService, serve } from "./serve";
import type { DataSettings } from "./settings";
import { tokenIn } from "./token";

const title = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, "expected a title of one line");
const user = z.string().min(1).max(64);

const submission = z.discriminatedUnion("Operation", [
  z.object({ Operation: z.literal("read"), Username: user }),
  z.object({ Operation: z.literal("remove"), Username: user, Movie: title }),
  z.object({
    Operation: z.literal("add"),
    Username: user,
    Movie: title,
    Rating: z.number().int().min(1).max(5),
  }),
]);

type Submission = z.infer<typeof submission>;

const EXAMPLE = { Username: "ada", Movie: "Metropolis", Rating: 5, Operation: "add" };

const about: Route = {
  path: "/",
  methods: READ_METHODS,
  describes: { summary: "What this is", answers: { 200: text("The route") } },
  handle(exchange) {
    exchange.text(
      200,
      `data: POST /submit with a token and ${JSON.stringify(EXAMPLE)}; or "remove", or "read"\n`,
    );
  },
};

const grant = z.object({ username: z.string() });

/** Whose a token is, by `auth`; `undefined` where it is not valid. */
async function ownerOf(auth: Peer, token: string): Promise<string | undefined> {
  const { status, body } = await auth.call({
    method: "POST",
    path: "/token",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token }),
  });
  if (status === 401) {
    return undefined;
  }
  if (status !== 200) {
    throw new Unanswered(`auth answered ${status}`);
  }
  return grant.parse(JSON.parse(body.toString())).username;
}

async function carryOut(
  exchange: Exchange,
  wanted: Submission,
  { ratings, auth, settings }: DataParts,
): Promise<void> {
  const token = tokenIn(exchange.headers.authorization);
  const owner = token === "" ? undefined : await ownerOf(auth, token);
  if (owner === undefined) {
    refuse(exchange, 401, UNKNOWN_TOKEN);
    return;
  }
  if (owner !== wanted.Username) {
    refuse(exchange, 403, `the token is of ${owner}: expected that as Username`);
    return;
  }
  if (wanted.Operation === "remove") {
    await ratings.remove(owner, wanted.Movie);
  } else if (wanted.Operation === "add") {
    const most = settings["max-ratings"];
    const rating = { movieTitle: wanted.Movie, rating: wanted.Rating };
    if (!(await ratings.add(owner, rating, most))) {
      refuse(exchange, 409, `there are ${most} ratings already: remove one first`);
      return;
    }
  }
  answer(exchange, 200, await ratings.list(owner));
}

export interface DataParts {
  readonly ratings: Ratings;
  readonly auth: Peer;
  readonly settings: DataSettings;
}

const submit = (parts: DataParts): Route => ({
  path: "/submit",
  methods: ["POST"],
  keepsBody: true,
  describes: {
    summary: "Adds, removes or reads ratings",
    answers: {},
    post: {
      body: { type: "object", required: ["Username", "Operation"] },
      answers: {
        200: { description: "The user's ratings then", type: "application/json", schema: { type: "array" } },
        400: json("What is wrong with the body", { error: STRING }),
        401: json("No token", { error: STRING }),
        403: json("A token of somebody else", { error: STRING }),
        409: json("Too many ratings", { error: STRING }),
        503: json("The database or auth is away", { error: STRING }),
      },
    },
  },
  handle(exchange, body) {
    const wanted = bodyOf(exchange, submission, body, EXAMPLE);
    if (wanted !== undefined) {
      later(exchange, "submit", () =>
        carryOut(exchange, wanted, parts).catch((error: unknown) => {
          if (!(error instanceof Unavailable || error instanceof Unanswered)) {
            throw error;
          }
          exchange.service.log.warn("cannot answer", { reason: error.message });
          const who = error instanceof Unavailable ? "the database" : "auth";
          refuse(exchange, 503, `${who} cannot be reached now: try again in a moment`);
        }),
      );
    }
  },
});

export function serveData(settings: DataSettings, databaseUrl: string): Promise<void> {
  const service = createMoviesService("data", settings);
  const connection = connectionOf(databaseUrl, process.env);
  const ratings = new Ratings(connection, settings["database-connections"], service.log);
  const auth = new Peer("auth", settings["auth-url"], settings);
  void ratings.watch();
  return serve(service, "db_calls", [
    about,
    submit({ ratings, auth, settings }),
    ...probes(() => ratings.problem()),
  ]);
}
