/** What a deployment of `sync-certificates` may vary. */
import { type Option, type Options, readOptions, UsageError, type Values } from "./options";
import * as value from "./values";
import { unknownVariables } from "./variables";

const folder = (variable: string, preset: string, description: string): Option<string> => ({
  env: [variable],
  value: "DIR",
  default: preset,
  description,
  schema: value.file,
});

/** @param prefix begins the environment variables */
export const syncOptions = (prefix: string) => ({
  from: folder(`${prefix}_SYNC_FROM`, "/secret", "folder with tls.crt and tls.key, such as a mounted Secret"),
  to: folder(`${prefix}_SYNC_TO`, "/cert", "folder that gets versions/<digest>/ and the symlink current"),
  watch: {
    env: [`${prefix}_SYNC_WATCH`],
    value: "true|false",
    default: "false",
    description: "keep running, and copy again whenever the source changes",
    schema: value.toggle,
  },
  interval: {
    env: [`${prefix}_SYNC_INTERVAL`],
    value: "DURATION",
    default: "5s",
    description: "how often the source is looked at",
    schema: value.duration(50, 3_600_000),
  },
});

export type SyncSettings = Values<ReturnType<typeof syncOptions>>;

/**
 * @param tables of every command of the program
 * @throws UsageError listing every mistake
 */
export function readSyncSettings(
  prefix: string,
  tables: readonly Options[],
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): SyncSettings {
  const { values, problems: own } = readOptions(syncOptions(prefix), args, environment);
  const problems = [...own, ...unknownVariables(environment, prefix, tables)];
  if (values.from !== undefined && values.from === values.to) {
    problems.push(
      `--to: expected another folder than --from, such as /cert, got ${JSON.stringify(values.to)}`,
    );
  }
  if (problems.length > 0) {
    throw new UsageError(problems);
  }
  return values as SyncSettings;
}
