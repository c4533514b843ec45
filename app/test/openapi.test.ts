import fs from "node:fs";
import path from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { FILE, openapi, rendered } from "../build/openapi";
import { Api } from "./support/api";

const { paths } = openapi();
const ajv = new Ajv2020({ strict: true });

interface Body {
  readonly schema: object;
}

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Body>> }>>;
}

/** Whether an answer is one that the description has. */
function expectDescribed(operation: Operation, status: number, type = "", body = ""): void {
  const answer = operation.responses[status] ?? operation.responses["default"];
  const [[media, { schema }] = ["", { schema: {} }]] = Object.entries(answer?.content ?? {});
  expect([status, answer === undefined ? "not described" : type.split(";")[0]]).toEqual([status, media]);
  const validate = ajv.compile(schema);
  expect([validate(media === "application/json" ? JSON.parse(body) : body), validate.errors]).toEqual([
    true,
    null,
  ]);
}

it("is written from the routes as they are: npm run openapi -w @meridian/api", () => {
  expect(fs.readFileSync(FILE, "utf8")).toBe(rendered());
});

it("has every route of the sources", () => {
  const sources = ["../src/routes", "../server/routes"]
    .map((folder) => path.join(__dirname, folder))
    .flatMap((folder) =>
      fs.readdirSync(folder).map((file) => fs.readFileSync(path.join(folder, file), "utf8")),
    );
  const served = sources.flatMap((text) =>
    [...text.matchAll(/^ {2}path: "(\/[^"]*)"/gm)].map(([, route]) => route),
  );
  expect(Object.keys(paths).sort()).toEqual(served.sort());
});

describe("an answer", () => {
  let api: Api;
  beforeAll(async () => {
    api = await Api.start(["--name=eu", "--region=eu", "--image=x", "--app-version=1", "--max-data=1kb"]);
  });

  it.each<[string, Record<string, string>?]>([
    ["/"],
    ["/?wait=1ms"],
    ["/api"],
    ["/echo"],
    ["/bench"],
    ["/error"],
    ["/data?size=10"],
    ["/data?size=2000"],
    ["/data?size=10&attachment=true", { range: "bytes=0-3" }],
    ["/data?size=10&attachment=true", { range: "bytes=90-" }],
    ["/data?size=10", { "if-none-match": "*" }],
    ["/data?size=10", { "if-match": '"x"' }],
    ["/healthz"],
    ["/readyz"],
    ["/version"],
    ["/health"],
    ["/metrics"],
  ])("of %s %j is one that is described", async (target, headers = {}) => {
    const { get, servers } = paths[target.split("?", 1)[0] as string] as (typeof paths)[string];
    const isPrivate = servers[0]?.url.endsWith(":9443");
    const answer = await (isPrivate ? api.private(target, { headers }) : api.get(target, { headers }));
    expectDescribed(get, answer.status, answer.headers["content-type"], answer.text);
  });

  it.each(["503", "nonsense", "200"])("of POST /health with %s is one that is described", async (body) => {
    const answer = await api.private("/health", { method: "POST", body });
    const { post } = paths["/health"] as { readonly post: Operation };
    expectDescribed(post, answer.status, answer.headers["content-type"], answer.text);
  });
});
