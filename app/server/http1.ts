/** Requests over HTTP/1.1, as Node's own server parses them. */
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";
import { Exchange } from "./exchange";
import type { Faults } from "./faults";
import type { Head } from "./head";
import { sendWhole } from "./http1-response";
import type { Serve } from "./router";
import type { Service } from "./service";

export type Http1Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** What is needed of every request, in one pass over its headers. */
interface Scan {
  readonly agent: string | undefined;
  readonly hasBody: boolean;
  /** Whether there is a Transfer-Encoding. */
  readonly encoded: boolean;
  readonly hosts: number;
  /** The last one. */
  readonly host: string;
}

function scan(raw: readonly string[]): Scan {
  let agent: string | undefined;
  let hasBody = false;
  let encoded = false;
  let hosts = 0;
  let host = "";
  for (let index = 0; index < raw.length; index += 2) {
    const name = raw[index] as string;
    if (name.length === 4 && name.toLowerCase() === "host") {
      hosts += 1;
      host = raw[index + 1] as string;
    } else if (name.length === 10 && name.toLowerCase() === "user-agent") {
      agent ??= raw[index + 1];
    } else if (name.length === 14 && name.toLowerCase() === "content-length") {
      hasBody ||= Number(raw[index + 1]) > 0;
    } else if (name.length === 17 && name.toLowerCase() === "transfer-encoding") {
      encoded = true;
    }
  }
  return { agent, hasBody: hasBody || encoded, encoded, hosts, host };
}

export const hasBody = ({ rawHeaders }: IncomingMessage): boolean => scan(rawHeaders).hasBody;

/** Of a host and a port: what RFC 3986 allows, https://www.rfc-editor.org/rfc/rfc9112#section-3.2 */
const HOST = /^[\w.~!$&'()*+,;=%:[\]-]*$/;

const ABSOLUTE = /^https?:\/\/([^/?]*)/i;

/** A response's error is its connection's: the exchange ends with "close". */
const ignore = (): void => {};

/** By connection, what the answers that wait in its pipeline do when it ends. */
const queues = new WeakMap<Socket, Set<() => void>>();

function queue(socket: Socket, faults: Faults): Set<() => void> {
  const waiting = new Set<() => void>();
  const stopAll = (): void => {
    for (const stop of waiting) {
      stop();
    }
  };
  const closed = faults.contain("close of a pipeline", stopAll, ignore);
  queues.set(socket, waiting);
  socket.once("close", closed);
  return waiting;
}

export class Http1Exchange extends Exchange {
  readonly scanned: Scan;
  private guarded = false;

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

  /** The target's own host counts, where it has one. */
  get host(): string {
    const own = this.target.startsWith("/") ? undefined : ABSOLUTE.exec(this.target)?.[1];
    return own ?? this.scanned.host;
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
    const { response } = this;
    if (!this.guarded) {
      this.guarded = true;
      response.on("error", ignore);
      this.request.socket.setTimeout(this.service.settings["stall-timeout"]); // Node takes it back with the answer's end
    }
    return response;
  }

  get gone(): boolean {
    return this.response.destroyed;
  }

  /** An answer that waits for earlier ones is not told by Node that its connection ended. */
  protected override onClose(closed: () => void): void {
    super.onClose(closed);
    if (this.response.socket === null) {
      const { faults } = this.service;
      const { socket } = this.request;
      const waiting = queues.get(socket) ?? queue(socket, faults);
      const forget = faults.contain("close of a queued answer", () => void waiting.delete(closed), ignore);
      waiting.add(closed);
      this.response.once("close", forget);
    }
  }

  refuse(status: number, reason: string): void {
    this.text(status, `${reason}\n`, ["Connection", "close"]);
  }

  protected override sendWhole(status: number, head: Head, body: string, length: number): boolean {
    const { request, response, service } = this;
    return (
      this.method === "GET" &&
      request.httpVersionMinor === 1 &&
      status !== 204 &&
      status !== 304 &&
      !service.draining &&
      sendWhole(response, head.text(status), body, length, this.started, service.settings["idle-timeout"])
    );
  }

  protected sendHead(status: number, headers: string[]): void {
    if (this.service.draining) {
      headers.push("Connection", "close");
    }
    this.response.writeHead(status, headers as unknown as OutgoingHttpHeaders);
  }
}

/** Headers of a request. Node before its releases of July 2026 forgot those beyond its own limit (CVE-2026-58044). */
export const HEADER_LIMIT = 128;

/** The host that was good last: most requests have the same. */
let goodHost = "";

function isHost(host: string): boolean {
  if (host !== goodHost && HOST.test(host)) {
    goodHost = host;
  }
  return host === goodHost;
}

/** What the parser lets pass, and must not be answered as a request; `undefined` where it may. */
function objection(
  request: IncomingMessage,
  { encoded, hosts, host }: Scan,
): readonly [status: number, reason: string] | undefined {
  const { httpVersionMajor: major, httpVersionMinor: minor } = request;
  if (major !== 1 || minor > 1) {
    return [505, "this connection speaks HTTP/1.1"];
  }
  if (request.rawHeaders.length > 2 * HEADER_LIMIT) {
    return [431, `expected at most ${HEADER_LIMIT} headers`];
  }
  if (encoded && minor === 0) {
    return [400, "HTTP/1.0 has no Transfer-Encoding"]; // https://www.rfc-editor.org/rfc/rfc9112#section-6.1
  }
  if (hosts > 1 || (hosts === 0 && minor === 1) || !isHost(host)) {
    return [400, "expected one Host, such as api.example.com"];
  }
  return undefined;
}

/** Two ways in: ordinary requests, and those that expect what is not promised. */
export interface Http1Handlers {
  readonly request: Http1Handler;
  readonly expectation: Http1Handler;
}

export function http1Handlers(service: Service, serve: Serve): Http1Handlers {
  const invalid = service.metrics.route("invalid");
  const contain = (
    where: string,
    handle: (exchange: Http1Exchange, request: IncomingMessage) => void,
  ): Http1Handler =>
    service.faults.contain(
      where,
      (request: IncomingMessage, response: ServerResponse) => {
        handle(new Http1Exchange(service, request, response), request);
      },
      (_request, response) => refuse(response),
    );
  const refuseAs = (exchange: Http1Exchange, status: number, reason: string): void => {
    exchange.routed(invalid);
    exchange.refuse(status, reason);
  };
  return {
    request: contain("request", (exchange, request) => {
      const wrong = objection(request, exchange.scanned);
      if (wrong === undefined) {
        serve(exchange);
      } else {
        refuseAs(exchange, ...wrong);
      }
    }),
    expectation: contain("expectation", (exchange) =>
      refuseAs(exchange, 417, "only 100-continue can be expected"),
    ),
  };
}

/** The answer where nothing of ours works any more. */
function refuse(response: ServerResponse): void {
  response.on("error", ignore);
  if (response.headersSent) {
    response.destroy();
  } else {
    response.writeHead(500, { connection: "close" }).end();
  }
}
