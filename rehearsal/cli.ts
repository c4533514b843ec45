import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { answer } from "./command/answer";
import { EXIT } from "./command/exit";
import { commandLine, type Flags } from "./command/flags";
import { Interruption } from "./command/interruption";
import { InputError } from "./input-error";
import { progress } from "./report/progress";

void commandLine(main).parseAsync();

/** Carries the command out, cleans up after success and failure, and sets the exit code. */
async function main(environments: string[], flags: Flags): Promise<void> {
  const interruption = new Interruption();
  const shown = progress(process.stderr);
  let temporary: string | undefined;
  try {
    temporary = fs.mkdtempSync(path.join(os.tmpdir(), "rehearsal-synth-"));
    const { code, text } = await answer({
      environments,
      flags,
      temporary,
      shown,
      signal: interruption.signal,
    });
    shown.end();
    if (interruption.code === undefined) console.log(text);
    process.exitCode = code;
  } catch (error) {
    shown.end();
    // A mistake in the input is the user's, and needs no stack trace; anything else is ours.
    if (interruption.code === undefined) console.error(error instanceof InputError ? error.message : error);
    process.exitCode = error instanceof InputError ? EXIT.input : EXIT.failure;
  } finally {
    if (temporary) fs.rmSync(temporary, { recursive: true, force: true });
    if (interruption.code !== undefined) {
      console.error("interrupted; nothing is left behind");
      process.exitCode = interruption.code;
    }
  }
}
