/**
 * Our own mistakes: an exception while one connection is served ends that connection and never the process.
 *
 * Every listener, callback and timer that a client can make run is wrapped by `contain`. What is thrown outside of
 * them reaches the process (`uncaughtException`), which then drains and exits with 1.
 */
import type { Log } from "./log";

/** A stack says where; more of it would let a message that a client chose fill the log. */
const STACK_LIMIT = 4096;

const describe = (error: unknown): string =>
  (error instanceof Error ? (error.stack ?? error.message) : String(error)).slice(0, STACK_LIMIT);

export class Faults {
  /** Exceptions so far; `api_internal_errors_total`. */
  count = 0;

  constructor(private readonly log: Log) {}

  /** Counts an exception and logs it. */
  report(where: string, error: unknown): void {
    this.count += 1;
    this.log.error("internal error", { where, error: describe(error) });
  }

  /**
   * The same listener, whose exceptions are reported.
   *
   * @param where names the event in the log
   * @param end answers 500 or cuts the connection; gets what the listener got, and returns for it
   */
  contain<Args extends readonly unknown[], Result>(
    where: string,
    listener: (...args: Args) => Result,
    end: (...args: Args) => Result,
  ): (...args: Args) => Result | undefined {
    return (...args) => {
      try {
        return listener(...args);
      } catch (error) {
        this.report(where, error);
        return this.finish(where, () => end(...args));
      }
    };
  }

  private finish<Result>(where: string, end: () => Result): Result | undefined {
    try {
      return end();
    } catch (error) {
      this.report(`${where}, ending it`, error);
      return undefined;
    }
  }
}
