import type { Environment } from "./schema/environment";

/** One thing that is wrong with a configuration: where, and what a good value looks like. */
export interface Problem {
  /** Keys from the environment down to the value. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A rule that spans several keys. It also sees values that are not right in themselves, and leaves those alone. */
export type Rule = (environment: Environment) => readonly Problem[];

/** A configuration that cannot be used, with every problem in it. A user's own mistake: shown without a stack trace. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";

  constructor(
    readonly source: string,
    readonly problems: readonly Problem[],
  ) {
    super(
      [
        `${source}: ${problems.length === 1 ? "1 problem" : `${problems.length} problems`}`,
        ...problems.map(({ path, message }) => `  ${path.length > 0 ? `${describe(path)}: ` : ""}${message}`),
      ].join("\n"),
    );
  }
}

/** `regions.eu.network.cidr`, `workloads[0].services[1].image`. */
const describe = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`,
    "",
  );

/** Runs a command; a configuration that cannot be used ends it with exit code 1 and what is wrong, without a stack trace. */
export function exitOnConfigurationError<T>(command: () => T): T {
  try {
    return command();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
