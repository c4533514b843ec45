/**
 * Standard output, for a log that no request waits for: a full disk or a reader that has stopped reading costs
 * lines, which are counted, and never an answer. Writes run in libuv's threads, one at a time.
 */
import fs from "node:fs";

/** What may wait for a slow reader. */
const WAITING_BYTES = 1024 ** 2;

/** A pipe that another process made non-blocking is full for a moment. */
const RETRY_MS = 20;

/** How long an end waits for what is not written yet. */
const END_MS = 1000;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

export class LogOutput {
  /** Lines that could not be written. */
  lost = 0;

  private waiting = "";
  private waitingLines = 0;
  private writing = false;

  constructor(private readonly descriptor = 1) {}

  /** @param text whole lines, in ASCII */
  write(text: string, lines: number): void {
    if (this.waiting.length + text.length > WAITING_BYTES) {
      this.lost += lines;
      return;
    }
    this.waiting += text;
    this.waitingLines += lines;
    this.next();
  }

  /** Writes what waits and these lines, where the process ends at once. */
  writeNow(text: string): void {
    const rest = this.waiting + text;
    this.waiting = "";
    try {
      fs.writeSync(this.descriptor, rest);
    } catch {
      // no output is left to report it on
    }
  }

  /** Resolves when everything is written, or after a moment. */
  async end(): Promise<void> {
    const deadline = performance.now() + END_MS;
    while ((this.writing || this.waiting !== "") && performance.now() < deadline) {
      await pause(1);
    }
  }

  private next(): void {
    if (!this.writing && this.waiting !== "") {
      const [bytes, lines] = [Buffer.from(this.waiting, "latin1"), this.waitingLines];
      this.waiting = "";
      this.waitingLines = 0;
      this.writing = true;
      this.put(bytes, lines);
    }
  }

  private put(bytes: Buffer, lines: number): void {
    fs.write(this.descriptor, bytes, (error, written) => {
      if (error?.code === "EAGAIN") {
        setTimeout(() => this.put(bytes, lines), RETRY_MS).unref();
        return;
      }
      if (error !== null) {
        this.lost += lines;
      } else if (written < bytes.length) {
        this.put(bytes.subarray(written), lines);
        return;
      }
      this.writing = false;
      this.next();
    });
  }
}
