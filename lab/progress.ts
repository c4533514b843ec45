/** Progress for people: one line when a step begins, and how long it took when it ends. */
import { performance } from "node:perf_hooks";
import pc from "picocolors";

export interface Step {
  /** Ends the step; `note` says what came of it. */
  done(note?: string): void;
}

export interface Progress {
  step(what: string): Step;
  note(text: string): void;
}

/** Writes to stderr, so that stdout stays for what was asked for. */
export const terminalProgress: Progress = {
  step(what) {
    const began = performance.now();
    process.stderr.write(`${pc.dim("…")} ${what}\n`);
    return {
      done(note) {
        const seconds = ((performance.now() - began) / 1000).toFixed(1);
        process.stderr.write(
          `${pc.green("✓")} ${what}${note ? `: ${note}` : ""} ${pc.dim(`${seconds} s`)}\n`,
        );
      },
    };
  },
  note(text) {
    process.stderr.write(`${text}\n`);
  },
};
