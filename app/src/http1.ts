/** Requests over HTTP/1.1, as Node's own server parses them. */
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Readable, Writable } from "node:stream";
import { Exchange } from "./exchange";
import type { Serve } from "./router";
import type { Service } from "./service";

export type Http1Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What is needed of every request, in one pass: making Node's object of all headers costs more than a short answer. */
interface Scan {
  agent: string | undefined;
  hasBody: boolean;
}

function scan(raw: readonly string[]): Scan {
  const found: Scan = { agent: undefined, hasBody: false };
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] as string;
    if (name.length === 10 && name.toLowerCase() === "user-agent") {
      found.agent ??= raw[index + 1];
    } else if (name.length === 14 && name.toLowerCase() === "content-length") {
      found.hasBody ||= Number(raw[index + 1]) > 0;
    } else if (name.length === 17 && name.toLowerCase() === "transfer-encoding") {
      found.hasBody = true;
    }
  }
  return found;
}

export class Http1Exchange extends Exchange {
  private readonly scanned: Scan;

  constructor(
    service: Service,
    private readonly request: IncomingMessage,
    private readonly response: ServerResponse,
  ) {
    const { socket, method = "GET", url = "/" } = request;
    super(service, service.addresses.peer(socket, socket), method, url);
    this.scanned = scan(request.rawHeaders);
  }

  get protocol(): string {
    return this.request.httpVersionMinor === 1 ? "HTTP/1.1" : `HTTP/${this.request.httpVersion}`;
  }

  get host(): string {
    return this.request.headers.host ?? "";
  }

  get headers(): IncomingHttpHeaders {
    return this.request.headers;
  }

  get rawHeaders(): readonly string[] {
    return this.request.rawHeaders;
  }

  get userAgent(): string | undefined {
    return this.scanned.agent;
  }

  get hasBody(): boolean {
    return this.scanned.hasBody;
  }

  get body(): Readable {
    return this.request;
  }

  get output(): Writable {
    return this.response;
  }

  refuse(status: number, reason: string): void {
    this.text(status, `${reason}\n`, ["Connection", "close"]);
  }

  protected sendHead(status: number, headers: string[]): void {
    if (this.service.draining) {
      headers.push("Connection", "close");
    }
    this.response.writeHead(status, headers as unknown as OutgoingHttpHeaders);
  }
}

/** Node's parser accepts 0.9 and 2.0 as well, which a connection of HTTP/1 cannot carry. */
const isHttp1 = ({ httpVersionMajor, httpVersionMinor }: IncomingMessage): boolean =>
  httpVersionMajor === 1 && httpVersionMinor <= 1;

export function http1Handler(service: Service, serve: Serve): Http1Handler {
  const invalid = service.metrics.route("invalid");
  return service.faults.contain(
    "request",
    (request: IncomingMessage, response: ServerResponse) => {
      response.on("error", ignore);
      const exchange = new Http1Exchange(service, request, response);
      if (isHttp1(request)) {
        serve(exchange);
      } else {
        exchange.routed(invalid);
        exchange.refuse(505, "this connection speaks HTTP/1.1");
      }
    },
    (_request, response) => refuse(response),
  );
}

/** A response's error is its connection's: the exchange ends with "close". */
const ignore = (): void => {};

/** The answer where nothing of ours works any more. */
function refuse(response: ServerResponse): void {
  if (response.headersSent) {
    response.destroy();
  } else {
    response.writeHead(500, { connection: "close" }).end();
  }
}
