/** `data` and its migrations, with a real PostgreSQL. */
import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { type Api, ask, eventually, pairFolder } from "../../test/support/api";
import { Postgres } from "./support/postgres";
import {
  type Movies,
  PROGRAM,
  postJson,
  startAuth,
  startData,
  startMovies,
  tokenOf,
  told,
} from "./support/services";

let postgres: Postgres;

beforeAll(async () => {
  postgres = await Postgres.start();
}, 60_000);

afterAll(() => postgres.remove());

const migrate = (url: string, ...args: readonly string[]) =>
  spawnSync(process.execPath, [PROGRAM, "migrate", ...args], {
    env: { DATABASE_URL: url },
    encoding: "utf8",
  });

const APPLICATION = "--application-role=movies_app";

describe("before the migrations", () => {
  it("data is not ready, says why, and is once they are done", async () => {
    const folder = pairFolder();
    const auth = await startAuth(folder);
    const data = await startData(folder, auth, postgres.url("movies_app"));
    expect(told(await data.get("/ready"))).toEqual([
      503,
      {
        status: "not ready",
        reason: "the database, or the table that migrations make in it, is not there yet",
      },
    ]);
    expect((await data.get("/status")).status).toBe(200);
    expect(migrate(postgres.url("movies_owner"), APPLICATION)).toMatchObject({
      status: 0,
      stdout: "1 step done\n",
    });
    await eventually("ready", async () => (await data.get("/ready")).status === 200);
  });
});

describe("migrations", () => {
  it("of several replicas at once wait for each other, and do nothing where they are done", async () => {
    const url = await postgres.database("together");
    const env = { DATABASE_URL: url };
    const outputs = await Promise.all(
      [0, 1, 2].map(() => promisify(execFile)(process.execPath, [PROGRAM, "migrate"], { env })),
    );
    expect(outputs.map(({ stdout }) => stdout).sort()).toEqual([
      "0 steps done\n",
      "0 steps done\n",
      "1 step done\n",
    ]);
  });

  it("fail with one sentence, which holds no password", () => {
    const { status, stderr } = migrate("postgresql://nobody:hidden@127.0.0.1:1/movies");
    expect(status).toBe(1);
    expect(stderr).toMatch(/^movies: .*ECONNREFUSED.*\n$/);
    expect(stderr).not.toContain("hidden");
  });

  it("are not for the application's user", () => {
    expect(migrate(postgres.url("movies_app"))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining("permission denied"),
    });
  });

  it("leave a schema that the application's user cannot change", async () => {
    await expect(postgres.run("movies_app", "drop table ratings")).rejects.toThrow(/must be owner/);
    await expect(postgres.run("movies_app", "create table more (n integer)")).rejects.toThrow(
      /permission denied/,
    );
  });
});

describe("ratings", () => {
  let movies: Movies;
  let token: string;

  beforeAll(async () => {
    movies = await startMovies(postgres.url("movies_app"));
    await eventually("ready", async () => (await movies.data.get("/ready")).status === 200);
    token = await tokenOf(movies.auth, "ada");
  });
  beforeEach(() => postgres.run("movies_owner", "delete from ratings"));

  const submit = (body: object, api: Api = movies.data, who = token) => postJson(api, "/submit", body, who);
  const add = (Movie: string, Rating: unknown) =>
    submit({ Username: "ada", Movie, Rating, Operation: "add" });
  const read = (api?: Api) => submit({ Username: "ada", Operation: "read" }, api);

  it("are added, changed, read and removed, and each answer is the list", async () => {
    expect(told(await read())).toEqual([200, []]);
    expect(told(await add("Rashomon", 4))).toEqual([200, [{ movieTitle: "Rashomon", rating: 4 }]]);
    expect(told(await add("Rashomon", 5))).toEqual([200, [{ movieTitle: "Rashomon", rating: 5 }]]);
    await add("Metropolis", 3);
    expect(told(await read())).toEqual([
      200,
      [
        { movieTitle: "Metropolis", rating: 3 },
        { movieTitle: "Rashomon", rating: 5 },
      ],
    ]);
    const removed = await submit({ Username: "ada", Movie: "Metropolis", Operation: "remove" });
    expect(told(removed)).toEqual([200, [{ movieTitle: "Rashomon", rating: 5 }]]);
  });

  it("are the same from every replica", async () => {
    const other = await startData(movies.folder, movies.auth, postgres.url("movies_app"));
    await add("Casablanca", 5);
    expect(told(await read(other))).toEqual([200, [{ movieTitle: "Casablanca", rating: 5 }]]);
  });

  it("are a user's own", async () => {
    await add("Casablanca", 5);
    const grace = await tokenOf(movies.auth, "grace");
    const own = await submit({ Username: "grace", Operation: "read" }, movies.data, grace);
    expect(told(own)).toEqual([200, []]);
    const foreign = await submit({ Username: "ada", Operation: "read" }, movies.data, grace);
    expect(told(foreign)).toEqual([403, { error: "the token is of grace: expected that as Username" }]);
  });

  it("take any title as text", async () => {
    const odd = `'; drop table ratings; -- "<script>" ‒ 映画`;
    expect(told(await add(odd, 1))).toEqual([200, [{ movieTitle: odd, rating: 1 }]]);
  });

  it("are limited in number: one that is there may change, another has no room", async () => {
    const small = await startData(movies.folder, movies.auth, postgres.url("movies_app"), [
      "--max-ratings=1",
    ]);
    const one = (Movie: string, Rating: number) =>
      submit({ Username: "ada", Movie, Rating, Operation: "add" }, small);
    expect((await one("Rashomon", 4)).status).toBe(200);
    expect((await one("Rashomon", 5)).status).toBe(200);
    expect(told(await one("Parasite", 5))).toEqual([
      409,
      { error: "there are 1 ratings already: remove one first" },
    ]);
  });

  it("come through web as from data itself", async () => {
    const added = await submit(
      { Username: "ada", Movie: "Parasite", Rating: 5, Operation: "add" },
      movies.web,
    );
    expect(told(added)).toEqual([200, [{ movieTitle: "Parasite", rating: 5 }]]);
    const { text } = await ask(movies.data.port, "/metrics");
    expect(text).toMatch(/^db_calls\{url="\/submit"\} \d+$/m);
  });

  it("outlive a restart of the database, whose absence is told and takes no pod out", async () => {
    await add("City of God", 5);
    await postgres.down();
    expect(told(await read())).toEqual([
      503,
      { error: "the database cannot be reached now: try again in a moment" },
    ]);
    expect((await movies.data.get("/ready")).status).toBe(200);
    await postgres.up();
    expect(told(await read())).toEqual([200, [{ movieTitle: "City of God", rating: 5 }]]);
    expect(movies.data.logs("internal error")).toEqual([]);
  });

  it("are asked for again where a connection has ended meanwhile", async () => {
    await read();
    await postgres.run(
      "administrator",
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'movies_app'",
    );
    expect((await read()).status).toBe(200);
  });
});
