/** `auth`: passwords for tokens, and whether a token is valid. */
import { createPublicKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { json, STRING, text } from "../../server/description";
import { READ_METHODS, type Route } from "../../server/router";
import { answer, bodyOf, later, refuse } from "./answers";
import { NOBODY, verifyPassword } from "./password";
import { probes } from "./probes";
import { createMoviesService, serve } from "./serve";
import type { AuthSettings } from "./settings";
import { checkToken, issueToken } from "./token";
import type { Users } from "./users";

const ABOUT = `auth: who may use the movies
POST /login {"username": ..., "password": ...} gives {"token": ...}
POST /token {"token": ...} says whether it is valid
`;

const about: Route = {
  path: "/",
  methods: READ_METHODS,
  describes: { summary: "What this is", answers: { 200: text("The routes") } },
  handle(exchange) {
    exchange.text(200, ABOUT);
  },
};

const credentials = z.object({ username: z.string().min(1).max(64), password: z.string().min(1).max(1024) });

export interface AuthSecrets {
  readonly users: Users;
  readonly key: KeyObject;
  /** Of keys that signed before. */
  readonly earlier: readonly KeyObject[];
}

const login = ({ users, key }: AuthSecrets, settings: AuthSettings): Route => {
  let atWork = 0;
  return {
    path: "/login",
    methods: ["POST"],
    keepsBody: true,
    describes: {
      summary: "A token for a user's name and password",
      answers: {},
      post: {
        body: { type: "object", required: ["username", "password"] },
        answers: {
          200: json("The token", { token: STRING }),
          401: json("No such user, or another password", { error: STRING }),
          503: json("Too many at once", { error: STRING }),
        },
      },
    },
    handle(exchange, body) {
      const given = bodyOf(exchange, credentials, body, { username: "ada", password: "..." });
      if (given === undefined) {
        return;
      }
      if (atWork >= settings["max-logins"]) {
        refuse(exchange, 503, "too many logins at once: try again in a moment");
        return;
      }
      atWork += 1;
      later(exchange, "login", async () => {
        const user = users.get(given.username);
        const isRight = await verifyPassword(given.password, user ?? NOBODY).finally(() => {
          atWork -= 1;
        });
        if (isRight && user !== undefined) {
          answer(exchange, 200, { token: issueToken(key, given.username, settings["token-lifetime"]) });
        } else {
          refuse(exchange, 401, "no such user, or another password: check both and try again");
        }
      });
    },
  };
};

const token = ({ key, earlier }: AuthSecrets): Route => {
  const keys = [createPublicKey(key), ...earlier];
  return {
    path: "/token",
    methods: ["POST"],
    keepsBody: true,
    describes: {
      summary: "Whether a token is valid, and whose it is",
      answers: {},
      post: {
        body: { type: "object", required: ["token"] },
        answers: {
          200: json("It is", { username: STRING, expires: { type: "integer" } }),
          401: json("It is not, or no longer", { error: STRING }),
        },
      },
    },
    handle(exchange, body) {
      const given = bodyOf(exchange, z.object({ token: z.string() }), body, { token: "..." });
      if (given !== undefined) {
        const grant = checkToken(keys, given.token);
        if (grant === undefined) {
          refuse(exchange, 401, "no token of ours, or no longer valid: log in again by POST /login");
        } else {
          answer(exchange, 200, grant);
        }
      }
    },
  };
};

const authRoutes = (secrets: AuthSecrets, settings: AuthSettings): readonly Route[] => [
  about,
  login(secrets, settings),
  token(secrets),
  ...probes(),
];

export const serveAuth = (settings: AuthSettings, secrets: AuthSecrets): Promise<void> =>
  serve(createMoviesService("auth", settings), "auth_calls", authRoutes(secrets, settings));
