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
        ...problems.map((problem) => `  ${textOf(problem)}`),
      ].join("\n"),
    );
  }
}

/** What is wrong with a source as a whole. */
export const refused = (source: string, message: string): ConfigurationError =>
  new ConfigurationError(source, [{ path: [], message }]);

const textOf = ({ path, message }: Problem): string =>
  path.length > 0 ? `${describe(path)}: ${message}` : message;

/** `regions.eu.network.cidr`, `workloads[0].services[1].image`. */
export const describe = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`,
    "",
  );

/** Runs every step, and throws the problems of all that failed together. */
export function collect<T>(steps: readonly (() => T)[]): readonly T[] {
  const results: T[] = [];
  const errors: ConfigurationError[] = [];
  for (const step of steps) {
    try {
      results.push(step());
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error;
      errors.push(...(error instanceof ConfigurationErrors ? error.errors : [error]));
    }
  }
  const [first, ...others] = errors;
  if (first === undefined) return results;
  throw others.length === 0 ? first : new ConfigurationErrors(errors);
}

/** The problems of several sources. */
class ConfigurationErrors extends ConfigurationError {
  constructor(readonly errors: readonly ConfigurationError[]) {
    super(
      "configuration",
      errors.flatMap(({ source, problems }) =>
        problems.map((problem) => ({ path: [], message: `${source}: ${textOf(problem)}` })),
      ),
    );
  }
}

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

/** Why something failed, in one line. Anything can be thrown: an error, a text, nothing at all. */
export function reasonOf(thrown: unknown): string {
  try {
    const { message } = Object(thrown) as { readonly message?: unknown };
    const text = typeof message === "string" && message !== "" ? message : String(thrown);
    return text.trim().split("\n").slice(0, 3).join(" ").slice(0, 300) || "nothing is said";
  } catch {
    return "what was thrown cannot be read";
  }
}
