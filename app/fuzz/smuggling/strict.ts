/**
 * A strict reading of HTTP/1.1, as a reference: RFC 9112 with every "MUST reject", and none of its leniencies. It reads
 * what is there already; it is no server.
 */
export interface Seen {
  /** Method and target of each request that was read to its end. */
  readonly requests: readonly string[];
  /** Why there are no more: the rest is refused, the connection closes, or more bytes are waited for. */
  readonly end: "refused" | "closed" | "waiting";
}

const TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
const REQUEST_LINE = new RegExp(`^(${TOKEN}) ([\\x21-\\x7e]+) HTTP/1\\.([01])$`);
const FIELD = new RegExp(
  `^(${TOKEN}):[ \\t]*((?:[\\t\\x20-\\x7e\\x80-\\xff]*[\\x21-\\x7e\\x80-\\xff])?)[ \\t]*$`,
);
const CHUNK = new RegExp(
  `^([0-9A-Fa-f]{1,15})(?:[ \\t]*;[ \\t]*${TOKEN}(?:=(?:${TOKEN}|"[^"\\x00-\\x08\\x0a-\\x1f]*"))?)*$`,
);
const HOST = /^[\w.\-~!$&'()*+,;=%:[\]]*$/;

class Refused extends Error {}
class Waiting extends Error {}

/** Bytes as Latin-1 text, read from the front. */
class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  get done(): boolean {
    return this.at >= this.text.length;
  }

  /** Up to CRLF; a CR or an LF alone is refused. */
  line(): string {
    const end = this.text.indexOf("\r\n", this.at);
    const line = end < 0 ? this.text.slice(this.at) : this.text.slice(this.at, end);
    if (/[\r\n](?!$)|\n$/.test(line) || (end >= 0 && line.endsWith("\r"))) {
      throw new Refused();
    }
    if (end < 0) {
      throw new Waiting();
    }
    this.at = end + 2;
    return line;
  }

  skip(length: number): void {
    if (this.at + length > this.text.length) {
      throw new Waiting();
    }
    this.at += length;
  }
}

type Fields = ReadonlyMap<string, readonly string[]>;

function fields(reader: Reader): Fields {
  const all = new Map<string, string[]>();
  for (let line = reader.line(); line !== ""; line = reader.line()) {
    const match = FIELD.exec(line);
    if (match === null) {
      throw new Refused();
    }
    const [, name = "", value = ""] = match;
    all.set(name.toLowerCase(), [...(all.get(name.toLowerCase()) ?? []), value]);
  }
  return all;
}

function chunks(reader: Reader): void {
  for (;;) {
    const match = CHUNK.exec(reader.line());
    if (match === null) {
      throw new Refused();
    }
    const size = Number.parseInt(match[1] as string, 16);
    if (size === 0) {
      fields(reader);
      return;
    }
    reader.skip(size);
    if (reader.line() !== "") {
      throw new Refused();
    }
  }
}

/** Reads a request's body: RFC 9112, section 6.3, where everything doubtful is refused. */
function body(reader: Reader, head: Fields, minor: string): void {
  const codings = head.get("transfer-encoding");
  const lengths = head.get("content-length");
  if (codings !== undefined) {
    if (minor === "0" || lengths !== undefined || codings.join().toLowerCase() !== "chunked") {
      throw new Refused();
    }
    chunks(reader);
  } else if (lengths !== undefined) {
    const [length = ""] = lengths;
    if (lengths.length > 1 || !/^\d{1,15}$/.test(length)) {
      throw new Refused();
    }
    reader.skip(Number(length));
  }
}

/** One request; says whether another may follow. */
function request(reader: Reader, requests: string[]): boolean {
  let line = reader.line();
  if (line === "") {
    line = reader.line(); // RFC 9112, section 2.2
  }
  const match = REQUEST_LINE.exec(line);
  if (match === null) {
    throw new Refused();
  }
  const [, method = "", target = "", minor = ""] = match;
  const head = fields(reader);
  const hosts = head.get("host") ?? [];
  if (hosts.length > 1 || (hosts.length === 0 && minor === "1") || !HOST.test(hosts[0] ?? "")) {
    throw new Refused();
  }
  body(reader, head, minor);
  requests.push(`${method} ${target}`);
  const connection = (head.get("connection") ?? []).join().toLowerCase();
  return minor === "1" && method !== "CONNECT" && !/\b(close|upgrade)\b/.test(connection);
}

export function readStrictly(bytes: Buffer): Seen {
  const reader = new Reader(bytes.toString("latin1"));
  const requests: string[] = [];
  try {
    while (request(reader, requests)) {
      if (reader.done) {
        return { requests, end: "waiting" };
      }
    }
    return { requests, end: "closed" };
  } catch (error) {
    if (error instanceof Refused || error instanceof Waiting) {
      return { requests, end: error instanceof Refused ? "refused" : "waiting" };
    }
    throw error;
  }
}
