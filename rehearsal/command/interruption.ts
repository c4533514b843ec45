/** Ctrl-C and SIGTERM, for a command that stops then, cleans up, and ends with the signal's exit code. */
export class Interruption {
  /** What the command ends with; none while it goes on. */
  code: number | undefined;

  private readonly stop = new AbortController();

  constructor() {
    process.on("SIGINT", () => this.interrupt(130));
    process.on("SIGTERM", () => this.interrupt(143));
  }

  get signal(): AbortSignal {
    return this.stop.signal;
  }

  private interrupt(code: number): void {
    this.code = code;
    this.stop.abort();
  }
}
