/** Every route that needs no database, over HTTPS, between processes. */
import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import http from "node:http";
import { eventually, pairFolder, pause } from "../../../test/support/api";
import { issueToken } from "../../src/token";
import {
  calling,
  KEYS,
  type Movies,
  PROGRAM,
  postJson,
  start,
  startAuth,
  startMovies,
  tokenOf,
  told,
} from "../support/services";

/** A port on which no program listens. */
const NO_DATABASE = "postgresql://movies:secret@127.0.0.1:1/movies";

let movies: Movies;
let token: string;

beforeAll(async () => {
  movies = await startMovies(NO_DATABASE);
  token = await tokenOf(movies.auth, "ada");
});

const bearer = (value: string) => ({ headers: { authorization: value } });

describe.each(["web", "auth", "rec", "data"] as const)("%s", (name) => {
  it("says that it lives, whether it is ready, and what it is", async () => {
    const service = movies[name];
    expect(told(await service.get("/status"))).toEqual([200, { status: "alive" }]);
    expect((await service.get("/ready")).status).toBe(name === "data" ? 503 : 200);
    expect(JSON.parse((await service.get("/version")).text)).toMatchObject({
      version: "0.1.0",
      commit: "test",
      name,
    });
    expect((await service.get("/")).status).toBe(200);
    expect((await service.get("/nothing")).status).toBe(404);
  });

  it("counts calls by URL, and requests as the API does", async () => {
    const counter = { web: "webapp", auth: "auth", rec: "rec", data: "db" }[name];
    await movies[name].get("/status");
    const { text } = await movies[name].get("/metrics");
    expect(text).toMatch(new RegExp(`^${counter}_calls\\{url="/status"\\} [1-9]`, "m"));
    expect(text).toMatch(
      new RegExp(`^http_requests_total\\{app="${name}",path="/status",method="GET",status="200"\\} `, "m"),
    );
    expect(text).toContain("movies_internal_errors_total 0");
  });
});

describe("auth", () => {
  const login = (body: unknown) => postJson(movies.auth, "/login", body);

  it("gives a token for a name and its password, and says whose it is and until when", async () => {
    const { text, status } = await postJson(movies.auth, "/token", { token });
    expect(status).toBe(200);
    const { username, expires } = JSON.parse(text);
    expect(username).toBe("ada");
    expect(expires - Date.now() / 1000).toBeGreaterThan(3500);
    expect(expires - Date.now() / 1000).toBeLessThanOrEqual(3600);
  });

  it.each([
    ["another password", { username: "ada", password: "battery staple" }],
    ["no such user", { username: "eve", password: "correct horse" }],
    ["a name that objects have", { username: "constructor", password: "x" }],
  ])("answers 401 to %s, and does not say which", async (_what, body) => {
    expect(told(await login(body))).toEqual([
      401,
      { error: "no such user, or another password: check both and try again" },
    ]);
  });

  it.each([
    ["no JSON", "username=ada", /^expected JSON, such as /],
    ["no password", { username: "ada" }, /^password: .*expected such as /],
    ["other types", { username: 1, password: [] }, /^username: .*; password: .*/],
    ["an endless name", { username: "a".repeat(65), password: "x" }, /^username: /],
  ])("answers 400 to %s with all that is wrong", async (_what, body, error) => {
    expect(told(await login(body))).toEqual([400, { error: expect.stringMatching(error) }]);
  });

  it("answers 405 to other methods and 413 to a body without end", async () => {
    const other = await movies.auth.get("/login");
    expect([other.status, other.headers.allow]).toEqual([405, "POST"]);
    expect((await login("x".repeat(20_000))).status).toBe(413);
  });

  it("believes tokens of every replica, and none that another key signed, that was changed or that is over", async () => {
    const replica = await startAuth(movies.folder);
    expect((await postJson(replica, "/token", { token })).status).toBe(200);
    const { privateKey } = generateKeyPairSync("ed25519");
    const [header, payload = "", signature] = token.split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const short = await startAuth(movies.folder, ["--token-lifetime=1s"]);
    const over = await tokenOf(short, "ada");
    await pause(1100);
    for (const wrong of [
      issueToken(privateKey, "ada", 60_000),
      `${header}.${encode({ ...claims, sub: "grace" })}.${signature}`,
      `${encode({ alg: "none", typ: "JWT" })}.${payload}.`,
      `${token}.more`,
      over,
      "",
    ]) {
      expect(told(await postJson(movies.auth, "/token", { token: wrong }))).toEqual([
        401,
        { error: "no token of ours, or no longer valid: log in again by POST /login" },
      ]);
    }
  });

  it("believes what an earlier key signed while it is named", async () => {
    const { privateKey } = generateKeyPairSync("ed25519");
    const earlier = movies.auth;
    const AUTH_SIGNING_KEY = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const AUTH_USERS = `ada:${"scrypt$16384$8$5$AAAAAAAAAAAAAAAAAAAAAA==$"}${Buffer.alloc(32).toString("base64")}`;
    const env = { AUTH_SIGNING_KEY, AUTH_USERS, TOKEN_PUBLIC_KEYS: KEYS.TOKEN_PUBLIC_KEYS };
    const rotated = await start("auth", { env });
    expect((await postJson(rotated, "/token", { token: await tokenOf(earlier, "ada") })).status).toBe(200);
  });

  it("checks a few passwords at once, and asks the others to come again", async () => {
    const one = await startAuth(movies.folder, ["--max-logins=1"]);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => postJson(one, "/login", { username: "ada", password: "wrong" })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses[0]).toBe(401);
    expect(statuses).toContain(503);
    expect(one.logs("internal error")).toEqual([]);
  });

  it("writes no password and no token into its log", () => {
    const log = JSON.stringify(movies.auth.logs());
    expect(log).toContain('"route":"/login"');
    expect(log).not.toContain("correct horse");
    expect(log).not.toContain(token);
  });
});

describe("rec", () => {
  it("recommends three different movies of ten, with a token", async () => {
    const seen = new Set<string>();
    for (let turn = 0; turn < 40; turn += 1) {
      const { movies: three } = JSON.parse(
        (await movies.rec.get("/recommend", bearer(`Bearer ${token}`))).text,
      );
      expect(new Set(three).size).toBe(3);
      for (const title of three) seen.add(title);
    }
    expect(seen.size).toBe(10);
  });

  it.each(["", "Bearer", "Bearer x.y.z", "Basic YTpi"])("answers 401 to %j", async (value) => {
    expect(told(await movies.rec.get("/recommend", bearer(value)))).toEqual([
      401,
      { error: expect.stringContaining("log in by POST /login") },
    ]);
  });

  it("takes a token without the word before it, as it was once sent", async () => {
    expect((await movies.rec.get("/recommend", bearer(token))).status).toBe(200);
  });
});

describe("data", () => {
  it.each([
    ["no operation", { Username: "ada" }, /^Operation: /],
    ["another operation", { Username: "ada", Operation: "drop" }, /^Operation: /],
    ["a rating beyond", { Username: "ada", Movie: "x", Rating: 6, Operation: "add" }, /^Rating: /],
    ["half a rating", { Username: "ada", Movie: "x", Rating: 1.5, Operation: "add" }, /^Rating: /],
    ["no movie", { Username: "ada", Movie: "  ", Rating: 5, Operation: "add" }, /^Movie: /],
    [
      "lines",
      { Username: "ada", Movie: "a\nb", Operation: "remove" },
      /^Movie: expected a title of one line/,
    ],
  ])("answers 400 to %s", async (_what, body, error) => {
    const answer = await postJson(movies.data, "/submit", body, token);
    expect(told(answer)).toEqual([400, { error: expect.stringMatching(error) }]);
  });

  it("answers 401 without a token, and 503 where there is no database", async () => {
    const read = { Username: "ada", Operation: "read" };
    expect((await postJson(movies.data, "/submit", read)).status).toBe(401);
    expect((await postJson(movies.data, "/submit", read, "nonsense")).status).toBe(401);
    expect(told(await postJson(movies.data, "/submit", read, token))).toEqual([
      503,
      { error: "the database cannot be reached now: try again in a moment" },
    ]);
  });
});

describe("web", () => {
  it("shows a page that may load nothing but its own files", async () => {
    const page = await movies.web.get("/");
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self'/);
    expect(page.text).toContain('<base href="/">');
    expect((await movies.web.get("/page.css")).headers["content-type"]).toContain("text/css");
    expect((await movies.web.get("/page.js")).text).toContain("fetch(");
  });

  it.each([
    ["/webapp", "/webapp/"],
    ["/a/b-c", "/a/b-c/"],
    ['/"><script>', "/"],
    ["//elsewhere.example", "/"],
    ["", "/"],
  ])("behind the prefix %j has links that begin with %s", async (prefix, base) => {
    const { text } = await movies.web.get("/", { headers: { "x-forwarded-prefix": prefix } });
    expect(text).toContain(`<base href="${base}">`);
  });

  it("passes logins, recommendations and refusals on as they are", async () => {
    const own = await tokenOf(movies.web, "grace");
    expect((await postJson(movies.auth, "/token", { token: own })).status).toBe(200);
    const three = await movies.web.get("/recommend", bearer(`Bearer ${own}`));
    expect(JSON.parse(three.text).movies).toHaveLength(3);
    expect((await movies.web.get("/recommend")).status).toBe(401);
    expect((await postJson(movies.web, "/login", { username: "ada", password: "no" })).status).toBe(401);
    expect((await postJson(movies.web, "/login", "{")).status).toBe(400);
  });

  it("answers 502 where a service does not answer, cannot be verified, or takes too long", async () => {
    const folder = pairFolder(); // another authority than the others have
    const silent = http.createServer(() => {}).listen(0, "127.0.0.1");
    await eventually("listening", () => silent.listening);
    const { port } = silent.address() as { port: number };
    const env = {
      ...calling(folder, { AUTH_URL: movies.auth }),
      RECOMMEND_URL: `http://127.0.0.1:${port}`,
      SUBMIT_URL: "http://127.0.0.1:1",
    };
    const web = await start("web", { folder, env, args: ["--call-timeout=200ms"] });
    const reasons = async (
      answer: Promise<{ status: number; text: string }>,
      from: string,
    ): Promise<string> => {
      expect(told((await answer) as never)).toEqual([
        502,
        { error: `${from} does not answer: try again in a moment` },
      ]);
      return eventually(
        "a line",
        () => web.logs("no answer").find((line) => line["from"] === from)?.["reason"],
      ) as Promise<string>;
    };
    expect(await reasons(postJson(web, "/login", { username: "ada", password: "x" }), "auth")).toContain(
      "certificate",
    );
    expect(await reasons(web.get("/recommend"), "rec")).toContain("not within 200ms");
    expect(await reasons(postJson(web, "/submit", {}), "data")).toContain("ECONNREFUSED");
    expect((await web.get("/ready")).status).toBe(200);
    silent.close();
    silent.closeAllConnections();
  });

  it("calls again where an unused connection was just being closed", async () => {
    const used = new WeakSet<object>();
    let cut = 0;
    const closing = http.createServer(({ socket }, response) => {
      if (used.has(socket)) {
        cut += 1;
        socket.destroy();
      } else {
        used.add(socket);
        response.end('{"movies":[]}');
      }
    });
    closing.listen(0, "127.0.0.1");
    await eventually("listening", () => closing.listening);
    const { port } = closing.address() as { port: number };
    const web = await start("web", { env: { RECOMMEND_URL: `http://127.0.0.1:${port}` } });
    const statuses = [await web.get("/recommend"), await web.get("/recommend")].map(({ status }) => status);
    closing.close();
    expect([statuses, cut]).toEqual([[200, 200], 1]);
  });
});

describe("plain HTTP", () => {
  it("is what the services speak where that was chosen", async () => {
    const env = { TOKEN_PUBLIC_KEYS: KEYS.TOKEN_PUBLIC_KEYS };
    const rec = await start("rec", { args: ["--plain-http"], env });
    const web = await start("web", {
      args: ["--plain-http"],
      env: { RECOMMEND_URL: `http://localhost:${rec.port}` },
    });
    const answer = await fetch(`http://localhost:${web.port}/recommend`, bearer(`Bearer ${token}`));
    expect([answer.status, ((await answer.json()) as { movies: string[] }).movies.length]).toEqual([200, 3]);
  });
});

describe("the command line", () => {
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}, input = "") =>
    spawnSync(process.execPath, [PROGRAM, ...args], { env, input, encoding: "utf8" });

  it("names the commands where none is given", () => {
    expect(run([]).stderr).toContain("expected a command: web, auth, rec, data, migrate, hash-password");
    expect(run(["--help"]).stdout).toContain("recommended movies");
    expect(run(["data", "--help"]).stdout).toContain("AUTH_URL");
  });

  it("tells of every mistake and every missing secret at once, and shows none", () => {
    const env = { AUTH_USERS: "ada:correct-horse", AUTH_SIGNING_KEY: "hidden", MOVIES_GRCE: "1s", PORT: "x" };
    const { status, stderr } = run(["auth"], env);
    expect(status).toBe(2);
    expect(stderr.split("\n")).toEqual([
      expect.stringContaining("PORT: expected a whole number"),
      "movies: MOVIES_GRCE: no such variable; the nearest is MOVIES_GRACE",
      "movies: AUTH_USERS: expected a line for each user, as the command `hash-password NAME` prints it",
      "movies: AUTH_SIGNING_KEY: expected a private key, PEM, as `openssl genpkey -algorithm ed25519` makes it",
      "movies: --help prints every flag",
      "",
    ]);
    expect(stderr).not.toContain("hidden");
    expect(run(["rec"]).stderr).toContain("TOKEN_PUBLIC_KEYS: expected one or more public keys");
    expect(run(["data"]).stderr).toContain("DATABASE_URL: expected a connection");
    expect(run(["web", "--auth-url=auth:8081/login"]).stderr).toContain(
      "expected the URL of a service without a path",
    );
  });

  it("makes of a password the line of a user, each time with other salt", () => {
    const lines = [0, 1].map(() => run(["hash-password", "ada"], {}, "correct horse\n").stdout);
    expect(lines[0]).toMatch(/^ada:scrypt\$16384\$8\$5\$[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+\n$/);
    expect(lines[0]).not.toBe(lines[1]);
    expect(run(["hash-password", "ada"], {}, "short").stderr).toContain("at least 8 characters");
    expect(run(["hash-password"], {}, "correct horse").stderr).toContain("expected the user's name");
  });
});
