import { Command, InvalidArgumentError } from "commander";
import { ConfigurationError } from "../config/problem";
import { urlParts } from "../config/schema/primitives";
import { explained } from "../config/system-error";
import { version } from "../package.json";

/** A command of the project, called as it is by npm. */
export const program = (name: string, description: string): Command =>
  new Command(`npm run ${name} --`).description(description).version(version).showHelpAfterError();

/** A command about environments. */
export const environmentsProgram = (name: string, description: string): Command =>
  program(name, description).argument(
    "[environments...]",
    "which; all by default, or those of the variable ENVIRONMENT",
  );

/**
 * Runs a command. A mistake of the user's ends it with exit code 1 and what is wrong, without a stack trace; a reader that
 * closes the pipe (`| head`) ends it in silence.
 */
export async function run(command: Command): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    process.stderr.write(`standard output: ${error.message}\n`);
    process.exit(1);
  });
  try {
    await command.parseAsync();
  } catch (thrown) {
    const error = explained(thrown);
    if (!(error instanceof ConfigurationError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

/** An option's number above zero. */
export function positive(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && Number.isFinite(value) && value > 0) return value;
  throw new InvalidArgumentError("expected a number above zero, such as 60");
}

/** An option's address of a server. */
export function address(text: string): string {
  if (/^https?$/.test(urlParts(text)?.scheme ?? "")) return text;
  throw new InvalidArgumentError("expected a URL, such as http://localhost:9090");
}
