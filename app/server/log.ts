/** Structured logs: one JSON object per line, collected for a moment and written together. */
import { LogOutput } from "./log-output";

export type Level = "info" | "warn" | "error";
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

const RANK: Readonly<Record<Level, number>> = { info: 0, warn: 1, error: 2 };

/**
 * How long a line may wait for company. A write per line would cost more than the request it tells of, and even making
 * the text is cheaper for many at once.
 */
const FLUSH_MS = 20;
const FLUSH_LINES = 256;

export class Log {
  /** Whether request lines are written at all. */
  readonly requests: boolean;

  private readonly minimum: number;
  private pending = "";
  private lines = 0;
  private scheduled = false;
  private second = 0;
  private secondText = "";
  private millisecond = 0;
  /** Of the system's clock before that of `performance.now()`, in milliseconds. */
  private ahead = performance.timeOrigin;
  private startText = "";

  constructor(
    level: Level,
    private readonly output = new LogOutput(),
  ) {
    this.minimum = RANK[level];
    this.requests = this.minimum === 0;
  }

  info(message: string, fields: Fields = {}): void {
    this.add("info", message, fields);
  }

  warn(message: string, fields: Fields = {}): void {
    this.add("warn", message, fields);
  }

  error(message: string, fields: Fields = {}): void {
    this.add("error", message, fields);
    this.flush();
  }

  /**
   * @param rest a line's text after the time and the message, with the line's end
   * @param now of `performance.now()`, which the caller measures anyway: to ask the system again costs as much as the line
   */
  request(rest: string, now: number): void {
    this.append(this.start(now) + rest);
  }

  /** Lines that could not be written. */
  get lost(): number {
    return this.output.lost;
  }

  /** Hands over what waits for company. */
  readonly flush = (): void => {
    this.scheduled = false;
    this.ahead = Date.now() - performance.now(); // the system's clock may be stepped
    const { pending, lines } = this;
    if (pending !== "") {
      this.pending = "";
      this.lines = 0;
      this.output.write(pending, lines);
    }
  };

  /** Before the process ends: resolves when everything is written, as far as the reader of the log takes it. */
  async end(): Promise<void> {
    this.flush();
    await this.output.end();
  }

  /** Where the process ends without waiting. */
  readonly writeNow = (): void => {
    const { pending } = this;
    this.pending = "";
    this.output.writeNow(pending);
  };

  private append(line: string): void {
    this.pending += line;
    this.lines += 1;
    if (this.lines >= FLUSH_LINES) {
      this.flush();
    } else if (!this.scheduled) {
      this.scheduled = true;
      setTimeout(this.flush, FLUSH_MS).unref();
    }
  }

  private add(level: Level, message: string, fields: Fields): void {
    if (RANK[level] >= this.minimum) {
      const line = JSON.stringify({ time: this.time(Date.now()), level, message, ...fields });
      this.append(`${ascii(line)}\n`);
    }
  }

  /** How a request's line starts; made once a millisecond. */
  private start(monotonic: number): string {
    const now = Math.floor(this.ahead + monotonic);
    if (now !== this.millisecond) {
      this.millisecond = now;
      this.startText = `{"time":"${this.time(now)}","level":"info","message":"request"`;
    }
    return this.startText;
  }

  /** ISO 8601 with milliseconds; the part up to the second is made once a second. */
  private time(now: number): string {
    const second = Math.floor(now / 1000);
    if (second !== this.second) {
      this.second = second;
      this.secondText = new Date(second * 1000).toISOString().slice(0, 20);
    }
    return `${this.secondText}${String(now - second * 1000).padStart(3, "0")}Z`;
  }
}

/** What needs no escape in JSON: of ASCII what is printed, but for quotes and backslashes. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** JSON in which every character is one byte. */
const ascii = (json: string): string =>
  json.replace(/[^\x20-\x7e]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);

/** A string in JSON. */
export const quote = (text: string): string => (PLAIN.test(text) ? `"${text}"` : ascii(JSON.stringify(text)));
