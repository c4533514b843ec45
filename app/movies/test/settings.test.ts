import fs from "node:fs";
import path from "node:path";
import type { Options } from "../../server/options";
import { serverOptions } from "../../server/settings";
import {
  AUTH_OPTIONS,
  DATA_OPTIONS,
  MIGRATE_OPTIONS,
  parse,
  REC_OPTIONS,
  WEB_OPTIONS,
} from "../src/settings";

const readme = fs.readFileSync(path.join(__dirname, "../README.md"), "utf8");

/** However wide its cells are. */
const row = (text: string): string =>
  text
    .split("|")
    .map((cell) => cell.trim())
    .join("|");

it("is documented: the README has what differs from the API's settings, word for word", () => {
  const shared: Options = serverOptions({ prefix: "MOVIES", port: 8443, metricsPort: "9443" });
  const own = new Map<string, string>();
  for (const table of [
    WEB_OPTIONS,
    AUTH_OPTIONS,
    REC_OPTIONS,
    DATA_OPTIONS,
    MIGRATE_OPTIONS,
  ] as readonly Options[]) {
    for (const [flag, { env, default: value, description }] of Object.entries(table)) {
      const known = shared[flag];
      const isShared =
        known?.default === value && known.description === description && `${known.env}` === `${env}`;
      if (!isShared) {
        const preset = flag === "port" ? "8080, 8081, 8082, 8083" : value === "" ? "" : `\`${value}\``;
        const variables = env.map((name) => `\`${name}\``).join(", ");
        own.set(flag, row(`| \`--${flag}\` | ${variables} | ${preset} | ${description} |`));
      }
    }
  }
  const rows = [...readme.matchAll(/^\| `--[a-z-]+` \|.*$/gm)].map(([text]) => row(text));
  expect(rows.sort()).toEqual([...own.values()].sort());
});

it("takes PORT and LOG_LEVEL, debug for info too", () => {
  const settings = parse(REC_OPTIONS, {}, [], { PORT: "9000", LOG_LEVEL: "debug" });
  expect(settings).toMatchObject({ port: 9000, "metrics-port": "same", "log-level": "info" });
  expect(parse(REC_OPTIONS, {}, [], { PORT: "9000", MOVIES_LISTEN_PORT: "9001" }).port).toBe(9001);
});
