/**
 * Stands for the two images of lofocats, which no registry offers by digest: started as they are, it answers on the same routes, reads
 * the same variables and keeps what it knows in the same kind of database.
 *
 *     main api                          port 3001, DATABASE_URL
 *     main ui                           port 3000, LOFOCATS_API_URL
 *     bundle exec rake db:migrate       takes the schema to this version
 *     bundle exec rake db:load_demo_data
 */
import { BUILD } from "../../app/server/build";
import { runProgram } from "../../app/server/commands";
import { Log } from "../../app/server/log";
import { readOptions, UsageError } from "../../app/server/options";
import { serveOn } from "../../app/server/ports";
import { metrics } from "../../app/server/routes/metrics";
import { createService } from "../../app/server/service";
import { serverOptions } from "../../app/server/settings";
import { apiRoutes } from "./api";
import { loadDemoData } from "./demo-data";
import { migrate } from "./migrations";
import { Store } from "./store";
import { uiRoutes } from "./ui";

const variable = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new UsageError([`${name}: expected a value, got nothing`]);
  return value;
};

function serviceOn(name: string, port: number) {
  const options = serverOptions({ prefix: "LOFOCATS", port, metricsPort: "same" });
  const table = { ...options, "plain-http": { ...options["plain-http"], default: "true" } };
  const { values, problems } = readOptions(table, [], process.env);
  if (problems.length > 0) throw new UsageError(problems);
  const settings = { ...(values as Parameters<typeof createService>[1]), name };
  return createService("lofocats", settings, BUILD, new Log(settings["log-level"]));
}

async function serveApi(): Promise<void> {
  const service = serviceOn("lofocats-api", 3001);
  const store = new Store(variable("DATABASE_URL"), variable("SECRET_KEY_BASE"), service.log);
  const { routes, fallback } = apiRoutes(store);
  const all = [...routes, { ...metrics, path: "/api/metrics" }];
  await serveOn(service, { forUsers: () => all, forOperators: [], fallback });
}

async function serveUi(): Promise<void> {
  variable("SECRET_KEY_BASE");
  const routes = uiRoutes(new URL(variable("LOFOCATS_API_URL")), process.env["REDIS_URL"]);
  await serveOn(serviceOn("lofocats-ui", 3000), { forUsers: () => routes, forOperators: [] });
}

async function rake(task: string | undefined): Promise<void> {
  if (task === "db:migrate") {
    for (const step of await migrate(variable("DATABASE_URL"), BUILD.version))
      process.stdout.write(`${step}\n`);
  } else if (task === "db:load_demo_data") {
    await loadDemoData(variable("DATABASE_URL"));
  } else {
    throw new UsageError([`expected db:migrate or db:load_demo_data, got ${task ?? "nothing"}`]);
  }
}

runProgram(
  {
    name: "lofocats",
    commands: {
      api: { summary: "what the pages ask", options: {}, run: serveApi },
      ui: { summary: "the pages", options: {}, run: serveUi },
      exec: { summary: "rake TASK: the database", options: {}, run: ([, task]) => rake(task) },
    },
  },
  process.argv.slice(2),
);
