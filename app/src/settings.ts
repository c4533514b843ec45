/** Everything that a deployment of the API may vary. */
import { type Options, readOptions, UsageError, type Values } from "../server/options";
import { serverOptions } from "../server/settings";
import { readSyncSettings, type SyncSettings, syncOptions } from "../server/sync-options";
import { telemetryOptions } from "../server/telemetry/options";
import * as value from "../server/values";
import { unknownVariables } from "../server/variables";

const PREFIX = "API";
const server = serverOptions({ prefix: PREFIX, port: 8443, metricsPort: "9443" });

/** The variable that it had before, too. */
const also = <Given extends { readonly env: readonly string[] }>(option: Given, variable: string): Given => ({
  ...option,
  env: [...option.env, variable],
});

export const SERVE_OPTIONS = {
  ...server,
  name: also(server.name, "WHOAMI_NAME"),
  region: also(server.region, "AWS_REGION"),
  image: also(server.image, "IMAGE_NAME"),
  "app-version": {
    ...server["app-version"],
    description: "version shown in answers; /version falls back to the build's own",
  },
  "metrics-port": {
    ...server["metrics-port"],
    description: "port of /metrics and of POST /health; the public port's number puts both there",
  },
  "settable-health": {
    env: ["API_SETTABLE_HEALTH"],
    value: "true|false",
    default: "false",
    description: "allow POST /health on the public port: any caller can then take the pod out",
    schema: value.toggle,
  },
  demonstration: {
    env: ["API_DEMONSTRATION"],
    value: "true|false",
    default: "false",
    description:
      "have /bench, /data and /error, and delay / by ?wait=: for tests and demonstrations, not for strangers",
    schema: value.toggle,
  },
  "max-wait": {
    env: ["API_MAX_WAIT"],
    value: "DURATION",
    default: "15s",
    description: "longest delay that ?wait= gets; at most the grace period, and less than the stall timeout",
    schema: value.duration(0, 3_600_000),
  },
  "max-data": {
    env: ["API_MAX_DATA"],
    value: "SIZE",
    default: "1gb",
    description: "largest answer of /data; more is answered 413",
    schema: value.size(0, Number.MAX_SAFE_INTEGER),
  },
  "max-message": {
    env: ["API_MAX_MESSAGE"],
    value: "SIZE",
    default: "64kb",
    description: "largest websocket message; more closes the websocket with 1009",
    schema: value.size(1, 64 * 1024 ** 2),
  },
  "max-fragments": {
    env: ["API_MAX_FRAGMENTS"],
    value: "NUMBER",
    default: "1024",
    description: "most fragments of a websocket message; more closes the websocket with 1008",
    schema: value.wholeNumber(1, 1_000_000, 1024),
  },
  "websocket-compression": {
    env: ["API_WEBSOCKET_COMPRESSION"],
    value: "true|false",
    default: "false",
    description: "compress websocket messages where the client offers it (permessage-deflate)",
    schema: value.toggle,
  },
  ...telemetryOptions(PREFIX),
} as const;

export type Settings = Values<typeof SERVE_OPTIONS>;

export const SYNC_OPTIONS = syncOptions(PREFIX);

/** A pod may set the variables of one command for all its containers. */
const TABLES: readonly Options[] = [SERVE_OPTIONS, SYNC_OPTIONS];

/** What only several settings together can get wrong; a setting that is wrong by itself is absent. */
function contradictions({
  grace,
  "max-wait": wait,
  "stall-timeout": stall,
}: Partial<Settings>): readonly string[] {
  const problems: string[] = [];
  if (wait !== undefined && grace !== undefined && wait > grace) {
    problems.push(
      `--max-wait: expected at most the grace period (--grace, ${grace}ms), because a shutdown would cut off who ` +
        `waits longer, got ${wait}ms`,
    );
  }
  if (wait !== undefined && stall !== undefined && wait >= stall) {
    problems.push(
      `--max-wait: expected less than the stall timeout (--stall-timeout, ${stall}ms), because a connection without ` +
        `progress is closed then, got ${wait}ms`,
    );
  }
  return problems;
}

/** @throws UsageError listing every mistake: in flags, in variables, and between them */
export function parseSettings(args: readonly string[], environment: NodeJS.ProcessEnv): Settings {
  const { values, problems: own } = readOptions(SERVE_OPTIONS, args, environment);
  const problems = [...own, ...unknownVariables(environment, PREFIX, TABLES), ...contradictions(values)];
  if (problems.length > 0) {
    throw new UsageError(problems);
  }
  return values as Settings;
}

/** @throws UsageError listing every mistake */
export const parseSyncSettings = (args: readonly string[], environment: NodeJS.ProcessEnv): SyncSettings =>
  readSyncSettings(PREFIX, TABLES, args, environment);
