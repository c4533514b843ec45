/** `npm run openapi -w @meridian/api`: writes `app/openapi.json` from what the routes say of themselves. */
import fs from "node:fs";
import path from "node:path";
import manifest from "../package.json";
import type { Answer, Answers } from "../server/description";
import type { Route } from "../server/router";
import { metrics } from "../server/routes/metrics";
import { describeRequest } from "../src/routes/describe-request";
import { echoRequest } from "../src/routes/echo-request";
import { health } from "../src/routes/health";
import { echo } from "../src/routes/small";
import { demonstration, PROBES } from "../src/serve";
import { parseSettings } from "../src/settings";

export const FILE = path.join(__dirname, "../openapi.json");

const settings = parseSettings([], {});
const PUBLIC: readonly Route[] = [
  echoRequest(settings),
  describeRequest(settings),
  echo,
  ...demonstration({ settings }),
  ...PROBES,
];
const PRIVATE: readonly Route[] = [health({ health: 200 }, true), metrics];

const content = ({ description, type, schema = { type: "string" } }: Answer) => ({
  description,
  ...(type === undefined ? {} : { content: { [type]: { schema } } }),
});

const responses = (answers: Answers) =>
  Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, content(answer)]));

function operations({ describes: { summary, query = {}, answers, post } }: Route) {
  const parameters = Object.entries(query).map(([name, parameter]) => ({ name, in: "query", ...parameter }));
  const body = post && { content: { "application/json": { schema: post.body } }, required: true };
  return {
    get: { summary, ...(parameters.length > 0 ? { parameters } : {}), responses: responses(answers) },
    ...(post === undefined
      ? {}
      : { post: { summary: "Stores it", requestBody: body, responses: responses(post.answers) } }),
  };
}

const at = (port: number, description: string) => [{ url: `https://localhost:${port}`, description }];

export function openapi() {
  const paths = (routes: readonly Route[], servers: ReturnType<typeof at>) =>
    Object.fromEntries(routes.map((route) => [route.path, { servers, ...operations(route) }]));
  return {
    openapi: "3.1.1",
    info: {
      title: "The API",
      version: manifest.version,
      summary: manifest.description,
      license: { name: "Apache 2.0", identifier: manifest.license },
    },
    paths: {
      ...paths(PUBLIC, at(8443, "the public port")),
      ...paths(PRIVATE, at(9443, "the private port")),
    },
  };
}

export const rendered = (): string => `${JSON.stringify(openapi(), null, 2)}\n`;

if (require.main === module) {
  fs.writeFileSync(FILE, rendered());
}
