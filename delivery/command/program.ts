import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command } from "commander";
import { version } from "../../package.json";
import { Interruption } from "../../rehearsal/command/interruption";
import { InputError } from "../../rehearsal/input-error";

/** What the exit codes of all commands of the pipeline say. */
export const EXIT = { done: 0, stopped: 1, input: 2, failure: 3 } as const;

const EXIT_HELP =
  "\nExit code: 0 if it is done, 1 if something stopped it or, with --exit-code, if there is something to do, 2 if it cannot be carried out as given, 3 if the pipeline itself failed.";

/** A command of the pipeline, called as it is by npm. */
export const program = (name: string, description: string): Command =>
  new Command(`npm run ${name} --`)
    .description(description)
    .version(version)
    .showHelpAfterError()
    .addHelpText("after", EXIT_HELP)
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.done : EXIT.input));

/** What a command works with. */
export interface Surroundings {
  /** The folder that `main.ts` lies in. */
  readonly project: string;
  /** Only this user can read it; it is removed at the end. */
  readonly temporary: string;
  readonly signal: AbortSignal;
  /** Says how far it is, on the error stream. */
  readonly say: (text: string) => void;
}

/**
 * Carries a command out, cleans up after success and failure, and sets the exit code. A mistake in the input is the user's, and needs no
 * stack trace.
 *
 * @param act - gives the exit code
 */
export async function carryOut(act: (surroundings: Surroundings) => Promise<number>): Promise<void> {
  const interruption = new Interruption();
  const temporary = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), "meridian-delivery-"));
  try {
    const say = (text: string) => process.stderr.write(`${text}\n`);
    process.exitCode = await act({ project: process.cwd(), temporary, signal: interruption.signal, say });
  } catch (error) {
    if (interruption.code === undefined) console.error(error instanceof InputError ? error.message : error);
    process.exitCode = error instanceof InputError ? EXIT.input : EXIT.failure;
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true });
    if (interruption.code !== undefined) process.exitCode = interruption.code;
  }
}

/** A Markdown summary, where it is asked for and where GitHub shows one. */
export function writeSummary(markdown: string, file: string | undefined): void {
  if (file) fs.writeFileSync(file, markdown);
  const shown = process.env["GITHUB_STEP_SUMMARY"];
  if (shown) fs.appendFileSync(shown, `${markdown}\n`);
}
