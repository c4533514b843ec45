/** Requests over HTTP/2, straight from Node's streams: its objects that imitate HTTP/1 cost as much as the answer. */
import type { IncomingHttpHeaders } from "node:http";
import type { IncomingHttpHeaders as Http2Headers, OutgoingHttpHeaders, ServerHttp2Stream } from "node:http2";
import type { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";
import { Exchange } from "./exchange";
import type { Serve } from "./router";
import type { Service } from "./service";

export type Http2Handler = (
  stream: ServerHttp2Stream,
  headers: Http2Headers,
  flags: number,
  raw: readonly string[],
) => void;

export class Http2Exchange extends Exchange {
  readonly protocol = "HTTP/2.0";

  constructor(
    service: Service,
    private readonly stream: ServerHttp2Stream,
    readonly headers: IncomingHttpHeaders,
    private readonly raw: readonly string[],
  ) {
    const { session } = stream;
    const peer = service.addresses.peer(session ?? stream, session?.socket as Socket | undefined);
    super(service, peer, String(headers[":method"]), String(headers[":path"] ?? headers[":authority"]));
  }

  get host(): string {
    return String(this.headers[":authority"] ?? this.headers.host ?? "");
  }

  get rawHeaders(): readonly string[] {
    const { raw } = this;
    const headers = this.headers[":authority"] === undefined ? [] : ["Host", this.host];
    for (let index = 0; index < raw.length; index += 2) {
      const name = raw[index] as string;
      if (!name.startsWith(":")) {
        headers.push(name, raw[index + 1] as string);
      }
    }
    return headers;
  }

  get userAgent(): string | undefined {
    return this.headers["user-agent"];
  }

  get hasBody(): boolean {
    return !this.stream.endAfterHeaders;
  }

  get body(): Readable {
    return this.stream;
  }

  get output(): Writable {
    return this.stream;
  }

  get gone(): boolean {
    return this.stream.closed || this.stream.destroyed;
  }

  refuse(status: number, reason: string): void {
    const { stream } = this;
    const finished = this.service.faults.contain(
      "finish of a refusal",
      () => stream.close(), // does nothing where it is closed
      () => stream.destroy(),
    );
    stream.once("finish", finished);
    this.text(status, `${reason}\n`);
  }

  protected sendHead(status: number, headers: string[]): void {
    const head: OutgoingHttpHeaders = { ":status": status };
    for (let index = 0; index < headers.length; index += 2) {
      head[headers[index] as string] = headers[index + 1];
    }
    this.stream.respond(head);
  }
}

/** As RFC 9113, section 6.5.2, counts it: the setting only advises clients. */
function headerSize(raw: readonly string[]): number {
  let size = 16 * raw.length;
  for (const text of raw) {
    size += text.length;
  }
  return size;
}

/** The answer where nothing of ours works any more. */
function refuse(stream: ServerHttp2Stream): void {
  if (stream.headersSent || stream.closed) {
    stream.destroy();
  } else {
    stream.respond({ ":status": 500 }, { endStream: true });
  }
}

/** https://www.rfc-editor.org/rfc/rfc9113#section-7 */
const CANCEL = 8;

const ignore = (): void => {};

export function http2Handler(service: Service, serve: Serve): Http2Handler {
  const { faults, settings, metrics } = service;
  const invalid = metrics.route("invalid");
  return faults.contain(
    "stream",
    (stream: ServerHttp2Stream, headers, _flags, raw) => {
      stream.on("error", ignore); // "close" follows
      const stalled = faults.contain(
        "timeout of a stream",
        () => stream.close(CANCEL),
        () => stream.destroy(),
      );
      stream.setTimeout(settings["stall-timeout"], stalled);
      const exchange = new Http2Exchange(service, stream, headers, raw);
      const { expect } = headers;
      if (headerSize(raw) > settings["max-header"]) {
        exchange.routed(invalid);
        exchange.refuse(431, "the header is too large");
      } else if (expect === undefined || stream.closed) {
        serve(exchange);
      } else if (String(expect).toLowerCase() === "100-continue") {
        stream.additionalHeaders({ ":status": 100 });
        serve(exchange);
      } else {
        exchange.routed(invalid);
        exchange.refuse(417, "only 100-continue can be expected");
      }
    },
    (stream) => refuse(stream),
  );
}
