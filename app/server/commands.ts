/** The command line of a program: `program [command] [flags]`. */
import { BUILD } from "./build";
import { describeOptions, type Options, UsageError } from "./options";

export interface Command {
  readonly summary: string;
  readonly options: Options;
  readonly run: (args: readonly string[]) => Promise<void>;
}

/** What is run where no command is named. */
export interface Program {
  readonly name: string;
  readonly commands: Readonly<Record<string, Command>>;
  /** @default - a command must be named */
  readonly main?: string;
}

function help({ name, commands, main }: Program, chosen: string | undefined): string {
  const command = chosen === undefined ? undefined : commands[chosen];
  const listed = Object.entries(commands).map(([title, { summary }]) => `  ${title.padEnd(18)} ${summary}`);
  const overview = chosen === undefined || chosen === main;
  return [
    `usage: ${name} ${overview ? (main === undefined ? "command" : "[command]") : chosen} [flags]`,
    "",
    ...(overview ? ["commands:", ...listed, ""] : [command?.summary ?? "", ""]),
    ...(command === undefined
      ? [`${name} COMMAND --help prints its flags`]
      : ["flags (a flag wins over its environment variable):", describeOptions(command.options)]),
    "",
  ].join("\n");
}

async function choose(program: Program, args: readonly string[]): Promise<void> {
  const { commands, main } = program;
  const first = args[0] ?? "";
  const named = first !== "" && !first.startsWith("-");
  const name = named ? first : main;
  const rest = named ? args.slice(1) : args;
  const known = name === undefined || Object.hasOwn(commands, name);
  if (!known) {
    throw new UsageError([`no such command: ${name}; the commands are ${Object.keys(commands).join(", ")}`]);
  }
  if (rest.some((arg) => /^--?h(elp)?$/.test(arg))) {
    process.stdout.write(help(program, name));
  } else if (rest.some((arg) => /^--?version$/.test(arg))) {
    process.stdout.write(`${BUILD.version} (${BUILD.commit})\n`);
  } else if (name === undefined) {
    throw new UsageError([`expected a command: ${Object.keys(commands).join(", ")}`]);
  } else {
    await commands[name]?.run(rest);
  }
}

/** Ends the process with 2 for a user's mistake, and with 1 where the work failed. */
export function runProgram(program: Program, args: readonly string[]): void {
  choose(program, args).catch((error: unknown) => {
    const { name } = program;
    const problems = error instanceof UsageError ? error.problems : [(error as Error).message];
    for (const problem of problems) {
      process.stderr.write(`${name}: ${problem}\n`);
    }
    if (error instanceof UsageError) {
      process.stderr.write(`${name}: --help prints every flag\n`);
    }
    process.exit(error instanceof UsageError ? 2 : 1);
  });
}
