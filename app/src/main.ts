/** The command line: `serve` (the default), `sync-certificates`, `healthcheck`. */
import { BUILD } from "./build";
import { healthcheck } from "./healthcheck";
import { describeOptions, type Options, UsageError } from "./options";
import { serve } from "./serve";
import { parseSettings, SERVE_OPTIONS } from "./settings";
import { parseSyncSettings, syncCertificates } from "./sync-certificates";
import { SYNC_OPTIONS } from "./sync-options";

interface Command {
  readonly summary: string;
  readonly options: Options;
  readonly run: (args: readonly string[]) => Promise<void>;
}

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: {
    summary: "serve the API (the default command)",
    options: SERVE_OPTIONS,
    run: (args) => serve(parseSettings(args, process.env)),
  },
  "sync-certificates": {
    summary: "copy a certificate pair into another folder atomically, once or for ever",
    options: SYNC_OPTIONS,
    run: async (args) => {
      process.exit(await syncCertificates(parseSyncSettings(args, process.env)));
    },
  },
  healthcheck: {
    summary: "ask the API on this machine whether it lives; takes the flags of serve",
    options: SERVE_OPTIONS,
    run: (args) => healthcheck(parseSettings(args, process.env)),
  },
};

const MAIN = "serve";

function help(name: string, command: Command): string {
  const commands = Object.entries(COMMANDS).map(([title, { summary }]) => `  ${title.padEnd(18)} ${summary}`);
  return [
    `usage: api ${name === MAIN ? "[command]" : name} [flags]`,
    "",
    ...(name === MAIN ? ["commands:", ...commands, ""] : [command.summary, ""]),
    "flags (a flag wins over its environment variable):",
    describeOptions(command.options),
    "",
  ].join("\n");
}

async function main(args: readonly string[]): Promise<void> {
  const first = args[0] ?? "";
  const name = first === "" || first.startsWith("-") ? MAIN : first;
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const rest = name === first ? args.slice(1) : args;
  if (command === undefined) {
    throw new UsageError([`no such command: ${name}; the commands are ${Object.keys(COMMANDS).join(", ")}`]);
  }
  if (rest.some((arg) => /^--?h(elp)?$/.test(arg))) {
    process.stdout.write(help(name, command));
  } else if (rest.some((arg) => /^--?version$/.test(arg))) {
    process.stdout.write(`${BUILD.version} (${BUILD.commit})\n`);
  } else {
    await command.run(rest);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const problems = error instanceof UsageError ? error.problems : [(error as Error).message];
  for (const problem of problems) {
    process.stderr.write(`api: ${problem}\n`);
  }
  if (error instanceof UsageError) {
    process.stderr.write("api: --help prints every flag\n");
  }
  process.exit(error instanceof UsageError ? 2 : 1);
});
