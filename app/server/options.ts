/**
 * Command lines and environments, parsed once: a table of options in, typed values or every mistake at once out.
 */
import type { Schema } from "./values";

/** One setting: `--flag value`, `--flag=value` or the first of its environment variables that is not empty. */
export interface Option<Value = unknown> {
  /** Environment variables, the preferred name first. */
  readonly env: readonly string[];
  /** What the value looks like in `--help`; `true|false` marks a switch, which needs no value. */
  readonly value: string;
  readonly default: string;
  readonly description: string;
  readonly schema: Schema<Value>;
  /** Is not repeated where it is wrong. */
  readonly secret?: boolean;
}

export type Options = Readonly<Record<string, Option>>;
export type Values<Table extends Options> = {
  readonly [Flag in keyof Table]: Table[Flag]["schema"] extends Schema<infer Value> ? Value : never;
};

/** A user's mistake: printed as it is, without a stack trace. */
export class UsageError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

interface Given {
  readonly flags: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

/** Splits arguments into flags; one dash is as good as two, as in Go. */
function readFlags(table: Options, args: readonly string[]): Given {
  const flags = new Map<string, string>();
  const problems: string[] = [];
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] as string;
    const match = /^--?([a-z][a-z0-9-]*)(?:=(.*))?$/s.exec(arg);
    const flag = match?.[1];
    const option = flag === undefined || !Object.hasOwn(table, flag) ? undefined : table[flag];
    if (flag === undefined || option === undefined) {
      problems.push(`${JSON.stringify(arg)}: no such flag`);
      continue;
    }
    const inline = match?.[2];
    if (inline !== undefined) {
      flags.set(flag, inline);
    } else if (option.value === "true|false") {
      flags.set(flag, "true");
    } else if (args[index + 1] === undefined) {
      problems.push(`--${flag}: expected a value after it: --${flag} ${option.value}`);
    } else {
      index += 1;
      flags.set(flag, args[index] as string);
    }
  }
  return { flags, problems };
}

/** Values that are good, and what is wrong with the others. */
export interface Parsed<Table extends Options> {
  readonly values: Partial<Values<Table>>;
  /** Each says where it came from and what a good value looks like. */
  readonly problems: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readOptions<Table extends Options>(
  table: Table,
  args: readonly string[],
  environment: Environment,
): Parsed<Table> {
  const { flags, problems: flagProblems } = readFlags(table, args);
  const problems = [...flagProblems];
  const values: Record<string, unknown> = {};
  for (const [flag, option] of Object.entries(table)) {
    const variable = option.env.find((name) => (environment[name] ?? "") !== "");
    const given = flags.get(flag);
    const text = given ?? (variable === undefined ? undefined : environment[variable]) ?? option.default;
    const value = option.schema.parse(text);
    if (value === undefined) {
      const source = given === undefined && variable !== undefined ? variable : `--${flag}`;
      const got = option.secret ? "" : `, got ${JSON.stringify(text)}`;
      problems.push(`${source}: expected ${option.schema.expected}${got}`);
    } else {
      values[flag] = value;
    }
  }
  return { values: values as Partial<Values<Table>>, problems };
}

/** The table that `--help` prints. */
export function describeOptions(table: Options): string {
  const rows = Object.entries(table).map(([flag, option]) => [
    option.value === "true|false" ? `--${flag}` : `--${flag} ${option.value}`,
    option.env.join(", "),
    option.default === "" ? "-" : option.default,
    option.description,
  ]);
  const header = ["flag", "environment", "default", "meaning"];
  const widths = [0, 1, 2].map((column) =>
    Math.max(...[header, ...rows].map((row) => (row[column] as string).length)),
  );
  return [header, ...rows]
    .map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "))
    .map((line) => `  ${line.trimEnd()}`)
    .join("\n");
}
