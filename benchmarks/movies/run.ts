/**
 * The four services as they ship, with a real PostgreSQL, over verified HTTPS on one machine.
 * Users log in once; then each asks the page's service for recommendations, or reads ratings, one request after the other. For
 * comparison the same users ask the page's service for what it answers alone.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { Command } from "commander";
import { bundle } from "../../app/build/bundle";
import { PROGRAMS } from "../../app/build/programs";
import { migrate } from "../../app/movies/src/migrations";
import { positive } from "../../commands/program";
import { version } from "../../package.json";

const project = path.join(__dirname, "../..");
const USERS = 8;

interface Result {
  readonly requestsPerSecond: number;
  readonly milliseconds: readonly number[];
  readonly failed: number;
}

async function load(seconds: number, request: () => Promise<number>): Promise<Result> {
  const milliseconds: number[] = [];
  let failed = 0;
  const began = performance.now();
  const user = async (): Promise<void> => {
    while (performance.now() - began < seconds * 1000) {
      const at = performance.now();
      const status = await request().catch(() => 0);
      milliseconds.push(performance.now() - at);
      if (status !== 200) failed += 1;
    }
  };
  await Promise.all(Array.from({ length: USERS }, user));
  return {
    requestsPerSecond: (milliseconds.length * 1000) / (performance.now() - began),
    milliseconds: milliseconds.sort((one, other) => one - other),
    failed,
  };
}

const quantile = ({ milliseconds }: Result, share: number): number =>
  milliseconds[Math.min(milliseconds.length - 1, Math.floor(milliseconds.length * share))] ?? Number.NaN;

function line(what: string, result: Result, base: Result): string {
  const of = (share: number) => quantile(result, share).toFixed(1);
  const ratio = (quantile(result, 0.99) / quantile(base, 0.99)).toFixed(1);
  return `| ${what} | ${result.requestsPerSecond.toFixed(0)} | ${of(0.5)} | ${of(0.99)} | ${ratio} | ${result.failed} |`;
}

/** What starts the services in their suites, where jest ends them; here `main` does. */
async function support() {
  Object.assign(globalThis, { afterAll: () => {} });
  const [{ postJson, startMovies, tokenOf }, { Postgres }, { ask }] = await Promise.all([
    import("../../app/movies/test/support/services"),
    import("../../app/movies/test/support/postgres"),
    import("../../app/test/support/api"),
  ]);
  return { postJson, startMovies, tokenOf, Postgres, ask };
}

async function main(seconds: number): Promise<void> {
  await bundle(path.join(project, "app/dist/test/movies.cjs"), "local", PROGRAMS.movies);
  const { postJson, startMovies, tokenOf, Postgres, ask } = await support();
  const postgres = await Postgres.start();
  try {
    await migrate(postgres.url("movies_owner"), "movies_app");
    const { folder, web, auth, rec, data } = await startMovies(postgres.url("movies_app"));
    try {
      const token = await tokenOf(auth, "ada");
      const headers = { authorization: `Bearer ${token}` };
      for (let rating = 1; rating <= 20; rating += 1)
        await postJson(
          web,
          "/submit",
          { Username: "ada", Movie: `Film ${rating}`, Rating: 1 + (rating % 5), Operation: "add" },
          token,
        );
      const requests = {
        "`web` alone: GET /status": async () => (await ask(web.port, "/status")).status,
        "`web` and `rec`: GET /recommend": async () =>
          (await ask(web.port, "/recommend", { headers })).status,
        "`web`, `data`, `auth` and PostgreSQL: POST /submit, read": async () =>
          (await postJson(web, "/submit", { Username: "ada", Operation: "read" }, token)).status,
      };
      const results = new Map<string, Result>();
      for (const [what, request] of Object.entries(requests)) {
        await load(1, request); // warm
        results.set(what, await load(seconds, request));
      }
      const [base] = results.values();
      console.log(
        `${os.availableParallelism()} cores, load ${os.loadavg()[0]?.toFixed(1)}, Node ${process.version}, ${USERS} users, ${seconds} s\n`,
      );
      console.log(
        "| request | per second | p50, ms | p99, ms | p99 to that of `web` alone | failed |\n|---|---|---|---|---|---|",
      );
      for (const [what, result] of results) console.log(line(what, result, base as Result));
    } finally {
      await Promise.all([web, auth, rec, data].map((each) => each.stop()));
      fs.rmSync(folder, { recursive: true });
    }
  } finally {
    await postgres.remove();
  }
}

new Command("npm run bench:movies --")
  .description("Measures the four movie services as they ship, with a real PostgreSQL, over verified HTTPS.")
  .version(version)
  .option("--seconds <number>", "how long each kind of request is made", positive, 10)
  .action(({ seconds }: { seconds: number }) => main(seconds))
  .parseAsync();
