/** Structured logs: one JSON object per line, collected for a moment and written together. */

export type Level = "info" | "warn" | "error";
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;

const RANK: Readonly<Record<Level, number>> = { info: 0, warn: 1, error: 2 };

/** A request that was answered, as it will be written. */
export interface RequestLine {
  readonly time: number;
  readonly method: string;
  readonly path: string;
  readonly route: string;
  readonly status: number;
  readonly bytes: number;
  readonly microseconds: number;
  readonly client: string;
  readonly peer: string;
  readonly protocol: string;
  readonly agent: string | undefined;
  readonly aborted: boolean;
}

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
  private pending: (string | RequestLine)[] = [];
  private scheduled = false;
  private second = 0;
  private secondText = "";
  private millisecond = 0;
  private timeText = "";

  constructor(
    level: Level,
    private readonly write: (lines: string) => void = (lines) => void process.stdout.write(lines),
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

  request(line: RequestLine): void {
    this.append(line);
  }

  /** Writes what waits; call it before the process ends. */
  readonly flush = (): void => {
    this.scheduled = false;
    const { pending } = this;
    if (pending.length > 0) {
      this.pending = [];
      let text = "";
      for (const line of pending) {
        text += typeof line === "string" ? line : this.format(line);
      }
      this.write(text);
    }
  };

  private append(line: string | RequestLine): void {
    if (this.pending.push(line) >= FLUSH_LINES) {
      this.flush();
    } else if (!this.scheduled) {
      this.scheduled = true;
      setTimeout(this.flush, FLUSH_MS).unref();
    }
  }

  private format(line: RequestLine): string {
    const { client, peer, agent } = line;
    return (
      `{"time":"${this.time(line.time)}","level":"info","message":"request","method":${quote(line.method)}` +
      `,"path":${quote(line.path)},"route":"${line.route}","status":${line.status},"bytes":${line.bytes}` +
      `,"duration_us":${line.microseconds},"client":"${client}"${client === peer ? "" : `,"peer":"${peer}"`}` +
      `,"protocol":"${line.protocol}"${agent === undefined ? "" : `,"user_agent":${quote(agent)}`}` +
      `${line.aborted ? ',"aborted":true' : ""}}\n`
    );
  }

  private add(level: Level, message: string, fields: Fields): void {
    if (RANK[level] >= this.minimum) {
      this.append(`${JSON.stringify({ time: this.time(Date.now()), level, message, ...fields })}\n`);
    }
  }

  /** ISO 8601 with milliseconds; the part up to the second is made once a second, the rest once a millisecond. */
  private time(now: number): string {
    if (now !== this.millisecond) {
      this.millisecond = now;
      const second = Math.floor(now / 1000);
      if (second !== this.second) {
        this.second = second;
        this.secondText = new Date(second * 1000).toISOString().slice(0, 20);
      }
      this.timeText = `${this.secondText}${String(now - second * 1000).padStart(3, "0")}Z`;
    }
    return this.timeText;
  }
}

/** What needs no escape in JSON, and is most of what clients send. */
const PLAIN = /^[\w/.~ ();:,+*=-]*$/;

/** A string in JSON. */
export const quote = (text: string): string => (PLAIN.test(text) ? `"${text}"` : JSON.stringify(text));
