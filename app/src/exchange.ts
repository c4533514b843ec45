/** One request and its answer, over HTTP/1.1 or HTTP/2: replies, and the record that is kept of it. */
import { type IncomingMessage, METHODS, type OutgoingHttpHeaders, type ServerResponse } from "node:http";
import { Http2ServerRequest, Http2ServerResponse } from "node:http2";
import { hostPort, type Peer } from "./client-address";
import type { RouteMetrics } from "./metrics";
import type { Service } from "./service";

export type Request = IncomingMessage | Http2ServerRequest;
export type Response = ServerResponse | Http2ServerResponse;
export type Handler = (request: Request, response: Response) => void;

/** HTTP/2 lets a client invent methods; the label knows those of HTTP. */
const KNOWN_METHODS: ReadonlySet<string> = new Set(METHODS);

const methodLabel = (method: string): string => (KNOWN_METHODS.has(method) ? method : "other");

/** The path of a request target: without the query, and without the origin of an absolute target. */
function splitTarget(target: string): readonly [path: string, query: string] {
  const local = target.startsWith("/") ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, "");
  const mark = local.indexOf("?");
  return mark < 0 ? [local || "/", ""] : [local.slice(0, mark) || "/", local.slice(mark + 1)];
}

export class Exchange {
  readonly path: string;
  readonly peer: Peer;
  /** Bytes of the answer's body. */
  bytes = 0;

  private readonly started = performance.now();
  readonly http2: boolean;

  private readonly search: string;
  private status = 0;
  private recorded = false;
  private metrics: RouteMetrics | undefined;

  constructor(
    readonly service: Service,
    readonly request: Request,
    readonly response: Response,
  ) {
    // What the connection speaks, never the version that a client wrote into its request.
    this.http2 = request instanceof Http2ServerRequest;
    const connection = request instanceof Http2ServerRequest ? request.stream.session : request.socket;
    this.peer = service.addresses.peer(connection ?? request.socket, request.socket);
    [this.path, this.search] = splitTarget(request.url ?? "/");
    service.metrics.inFlight += 1;
  }

  /** Names the route that answers, for the metrics and the log; `undefined` keeps the exchange out of both. */
  routed(metrics: RouteMetrics | undefined): void {
    this.metrics = metrics;
  }

  get method(): string {
    return this.request.method ?? "GET";
  }

  /** `host:port` as the client asked for it. */
  get host(): string {
    const { headers } = this.request;
    return String(headers[":authority"] ?? headers.host ?? "");
  }

  get remoteAddress(): string {
    return hostPort(this.peer);
  }

  /** The request's headers in order of arrival, name and value in turn; of HTTP/2's pseudo-headers only the host. */
  get rawHeaders(): readonly string[] {
    const { rawHeaders } = this.request;
    if (!this.http2) {
      return rawHeaders;
    }
    const headers = this.request.headers[":authority"] === undefined ? [] : ["Host", this.host];
    for (let index = 0; index < rawHeaders.length; index += 2) {
      const [name, value] = rawHeaders.slice(index, index + 2);
      if (name !== undefined && value !== undefined && !name.startsWith(":")) {
        headers.push(name, value);
      }
    }
    return headers;
  }

  get protocol(): string {
    return this.http2 ? "HTTP/2.0" : `HTTP/${this.request.httpVersion}`;
  }

  query(name: string): string | null {
    return this.search === "" ? null : new URLSearchParams(this.search).get(name);
  }

  /** Answers with a whole body. */
  reply(status: number, contentType: string, body: string | Buffer, extra: readonly string[] = []): void {
    const length = typeof body === "string" ? Buffer.byteLength(body) : body.length;
    const headers = ["Content-Type", contentType, ...extra];
    if (status !== 204 && status !== 304) {
      headers.push("Content-Length", String(length));
    }
    this.begin(status, headers);
    this.response.end(body);
    this.bytes = this.method === "HEAD" ? 0 : length;
    this.record();
  }

  text(status: number, body: string, extra?: readonly string[]): void {
    this.reply(status, "text/plain; charset=utf-8", body, extra);
  }

  /** Answers without waiting for the rest of the request: no other can follow on this connection or stream. */
  refuse(status: number, reason: string): void {
    const { response } = this;
    if (response instanceof Http2ServerResponse) {
      const finished = this.service.faults.contain(
        "finish of a refusal",
        () => response.stream.close(), // does nothing where it is closed
        () => response.destroy(),
      );
      response.once("finish", finished);
    }
    this.text(status, `${reason}\n`, this.http2 ? [] : ["Connection", "close"]);
  }

  /** @param document JSON already */
  json(status: number, document: string): void {
    this.reply(status, "application/json; charset=utf-8", `${document}\n`);
  }

  /** Sends the header; whoever calls it ends the response and then calls `record`. */
  begin(status: number, headers: string[]): void {
    if (this.service.draining && !this.http2) {
      headers.push("Connection", "close");
    }
    (this.response as ServerResponse).writeHead(status, headers as unknown as OutgoingHttpHeaders);
    this.status = status;
  }

  /** The connection was taken over (101) or refused by another protocol. */
  upgraded(status: number): void {
    this.status = status;
    this.record();
  }

  get begun(): boolean {
    return this.status !== 0;
  }

  /** Calls back once where the connection goes away before the answer is complete; `record` follows by itself. */
  onAbort(stop: () => void): void {
    const closed = this.contain("close of an answer", () => {
      stop();
      this.record(true);
    });
    this.response.once("close", closed);
  }

  /** A listener, callback or timer of this exchange: an exception in it ends this exchange, and then none is called. */
  contain<Args extends readonly unknown[]>(
    where: string,
    listener: (...args: Args) => void,
  ): (...args: Args) => void {
    const contained = this.service.faults.contain(where, listener, () => this.fail());
    return (...args) => {
      if (!this.recorded) {
        contained(...args);
      }
    };
  }

  /** Answers 500 where nothing was answered yet, and cuts the answer off otherwise. */
  fail(): void {
    if (this.recorded) {
      this.response.destroy();
    } else if (this.begun) {
      this.response.destroy();
      this.record(true);
    } else {
      this.refuse(500, "internal server error");
    }
  }

  /** Counts, times and logs the exchange; later calls do nothing. */
  record(aborted = false): void {
    if (this.recorded) {
      return;
    }
    this.recorded = true;
    const { metrics, log, addresses } = this.service;
    const milliseconds = performance.now() - this.started;
    const status = this.status === 0 ? 499 : this.status; // 499: gone before there was an answer
    metrics.inFlight -= 1;
    const route = this.metrics;
    if (route === undefined) {
      return;
    }
    route.observe(methodLabel(this.method), status, milliseconds / 1000);
    if (!log.requests) {
      return;
    }
    const { headers } = this.request;
    log.request({
      time: Date.now(),
      method: this.method,
      path: this.path,
      route: route.path,
      status,
      bytes: this.bytes,
      microseconds: Math.round(milliseconds * 1000),
      client: addresses.client(this.peer, headers),
      peer: this.peer.address,
      protocol: this.protocol,
      agent: headers["user-agent"],
      aborted,
    });
  }
}
