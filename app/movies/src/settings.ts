/** What a deployment of each of the four services may vary; secrets are read from the environment alone (`secrets.ts`). */
import { type Option, type Options, readOptions, UsageError, type Values } from "../../server/options";
import { serverOptions } from "../../server/settings";
import { readSyncSettings, type SyncSettings, syncOptions } from "../../server/sync-options";
import * as value from "../../server/values";
import { unknownVariables } from "../../server/variables";
import { readSecrets, type Secrets, type SecretTable } from "./secrets";
import { serviceUrl } from "./urls";

const PREFIX = "MOVIES";

const logLevel = value.oneOf("info", "warn", "error");

/** What every service has; `PORT` and `LOG_LEVEL` are the names that such services are commonly told by. */
const common = (port: number) => {
  const server = serverOptions({ prefix: PREFIX, port, metricsPort: "same" });
  return {
    ...server,
    port: { ...server.port, env: [...server.port.env, "PORT"] },
    "max-body": { ...server["max-body"], default: "16kb" },
    "log-level": {
      ...server["log-level"],
      env: [...server["log-level"].env, "LOG_LEVEL"],
      description: "info (a line per request), warn or error; debug is info",
      schema: {
        ...logLevel,
        parse: (text: string) => logLevel.parse(text.trim() === "debug" ? "info" : text),
      },
    },
  };
};

const peer = (variable: string, preset: string, what: string): Option<URL> => ({
  env: [variable],
  value: "URL",
  default: preset,
  description: `where ${what} answers`,
  schema: serviceUrl,
});

/** How a service calls others. */
const calls = {
  "call-timeout": {
    env: ["MOVIES_CALL_TIMEOUT"],
    value: "DURATION",
    default: "5s",
    description: "how long another service may take to answer",
    schema: value.duration(50, 60_000),
  },
  authority: {
    env: ["MOVIES_AUTHORITY"],
    value: "FILE",
    default: "",
    description:
      "certificates of whom to believe over HTTPS, PEM; the public authorities where empty or missing",
    schema: value.label,
  },
  "peer-host": {
    env: ["MOVIES_PEER_HOST"],
    value: "NAME",
    default: "",
    description: "host name that the other services' certificates are for; that of their URL where empty",
    schema: value.hostName,
  },
};

const authUrl = peer("AUTH_URL", "http://localhost:8081", "auth");

export const WEB_OPTIONS = {
  ...common(8080),
  ...calls,
  "auth-url": authUrl,
  "recommend-url": peer("RECOMMEND_URL", "http://localhost:8082", "rec"),
  "submit-url": peer("SUBMIT_URL", "http://localhost:8083", "data"),
};

export const AUTH_OPTIONS = {
  ...common(8081),
  "token-lifetime": {
    env: ["MOVIES_TOKEN_LIFETIME"],
    value: "DURATION",
    default: "1h",
    description: "how long a token is valid",
    schema: value.duration(1000, 86_400_000),
  },
  "max-logins": {
    env: ["MOVIES_MAX_LOGINS"],
    value: "NUMBER",
    default: "8",
    description: "logins at once; each takes 16 MiB and a moment of CPU, and further ones are answered 503",
    schema: value.wholeNumber(1, 64, 8),
  },
};

export const REC_OPTIONS = common(8082);

export const DATA_OPTIONS = {
  ...common(8083),
  ...calls,
  "auth-url": authUrl,
  "max-ratings": {
    env: ["MOVIES_MAX_RATINGS"],
    value: "NUMBER",
    default: "1000",
    description: "ratings that one user may have",
    schema: value.wholeNumber(1, 100_000, 1000),
  },
  "database-connections": {
    env: ["MOVIES_DATABASE_CONNECTIONS"],
    value: "NUMBER",
    default: "5",
    description: "connections to the database of one process",
    schema: value.wholeNumber(1, 100, 5),
  },
};

export const MIGRATE_OPTIONS = {
  "application-role": {
    env: ["MOVIES_APPLICATION_ROLE"],
    value: "NAME",
    default: "",
    description:
      "user of the database that gets to read and write the ratings; none where the database grants it",
    schema: value.label,
  },
};

export const SYNC_OPTIONS = syncOptions(PREFIX);

/** A pod may set the variables of one command for all its containers. */
const TABLES: readonly Options[] = [
  WEB_OPTIONS,
  AUTH_OPTIONS,
  REC_OPTIONS,
  DATA_OPTIONS,
  MIGRATE_OPTIONS,
  SYNC_OPTIONS,
];

/** @throws UsageError listing every mistake: in flags, in variables, in secrets */
export function parse<Table extends Options, Wanted extends SecretTable>(
  table: Table,
  wanted: Wanted,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Values<Table> & { readonly secrets: Secrets<Wanted> } {
  const { values, problems: own } = readOptions(table, args, environment);
  const { secrets, problems: missing } = readSecrets(wanted, environment);
  const problems = [...own, ...unknownVariables(environment, PREFIX, TABLES), ...missing];
  if (problems.length > 0) {
    throw new UsageError(problems);
  }
  return { ...(values as Values<Table>), secrets: secrets as Secrets<Wanted> };
}

/** @throws UsageError listing every mistake */
export const parseSyncSettings = (args: readonly string[], environment: NodeJS.ProcessEnv): SyncSettings =>
  readSyncSettings(PREFIX, TABLES, args, environment);

export type WebSettings = Values<typeof WEB_OPTIONS>;
export type CallSettings = Pick<WebSettings, keyof typeof calls>;
export type AuthSettings = Values<typeof AUTH_OPTIONS>;
export type DataSettings = Values<typeof DATA_OPTIONS>;
