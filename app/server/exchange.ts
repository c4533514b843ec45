/** One request and its answer, over HTTP/1 or HTTP/2: replies, and the record that is kept of it. */
import { type IncomingHttpHeaders, METHODS } from "node:http";
import type { Readable, Writable } from "node:stream";
import { hostPort, type Peer } from "./client-address";
import { Head } from "./head";
import type { RouteMetrics } from "./metrics";
import { requestLine } from "./request-line";
import type { Service } from "./service";

/** HTTP/2 lets a client invent methods; the label knows those of HTTP. */
const KNOWN_METHODS: ReadonlySet<string> = new Set(METHODS);

/** A method of HTTP, or `other`. */
export const methodLabel = (method: string): string => (KNOWN_METHODS.has(method) ? method : "other");

/** What is said about one request is of no use for another, and is text, also where it looks like HTML. */
const MOMENTARY = ["Cache-Control", "no-store", "X-Content-Type-Options", "nosniff"] as const;
const TEXT = new Head("text/plain; charset=utf-8", MOMENTARY);
const JSON_TEXT = new Head("application/json; charset=utf-8", MOMENTARY);

/** Without the origin of an absolute target. */
const localTarget = (target: string): string =>
  target.startsWith("/") ? target : target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?]*/i, "");

export abstract class Exchange {
  /** Of the request's target: without the query. */
  readonly path: string;
  /** Bytes of the answer's body. */
  bytes = 0;

  /** By `performance.now()`. */
  readonly started = performance.now();
  private readonly search: string;
  private status = 0;
  private recorded = false;
  private metrics: RouteMetrics | undefined;

  constructor(
    readonly service: Service,
    readonly peer: Peer,
    readonly method: string,
    /** As the client sent it. */
    readonly target: string,
  ) {
    const local = localTarget(target);
    const mark = local.indexOf("?");
    this.path = (mark < 0 ? local : local.slice(0, mark)) || "/";
    this.search = mark < 0 ? "" : local.slice(mark + 1);
    service.metrics.inFlight += 1;
  }

  abstract readonly protocol: string;
  /** `host:port` as the client asked for it. */
  abstract readonly host: string;
  abstract readonly headers: IncomingHttpHeaders;
  /** The request's headers in order of arrival, name and value in turn; of HTTP/2's pseudo-headers only the host. */
  abstract readonly rawHeaders: readonly string[];
  abstract readonly userAgent: string | undefined;
  abstract readonly hasBody: boolean;
  abstract readonly body: Readable;
  /** Where the answer's body goes. */
  abstract readonly output: Writable;
  /** Whether the client left, so that nothing can be sent. */
  abstract readonly gone: boolean;

  /** Sends a header, for which nothing was sent yet. */
  protected abstract sendHead(status: number, headers: string[]): void;
  /** Answers without waiting for the rest of the request: no other can follow on this connection or stream. */
  abstract refuse(status: number, reason: string): void;

  /** Names the route that answers, for the metrics and the log; `undefined` keeps the exchange out of both. */
  routed(metrics: RouteMetrics | undefined): void {
    this.metrics = metrics;
  }

  get remoteAddress(): string {
    return hostPort(this.peer);
  }

  query(name: string): string | null {
    return this.search === "" ? null : new URLSearchParams(this.search).get(name);
  }

  /**
   * Answers with a whole body; where the client left meanwhile, it is only recorded.
   *
   * @param extra more headers, name and value in turn
   */
  reply(status: number, contentType: string, body: string | Buffer, extra?: readonly string[]): void {
    if (this.gone) {
      this.record(true);
      return;
    }
    const length = typeof body === "string" ? Buffer.byteLength(body) : body.length;
    const headers = ["Content-Type", contentType];
    if (extra !== undefined) {
      headers.push(...extra);
    }
    if (status !== 204 && status !== 304) {
      headers.push("Content-Length", String(length));
    }
    this.begin(status, headers);
    this.output.end(body);
    this.bytes = this.method === "HEAD" ? 0 : length;
    this.record();
  }

  /** The same with a header that is given again and again. */
  answer(status: number, head: Head, body: string): void {
    const length = Buffer.byteLength(body);
    if (!this.gone && this.sendWhole(status, head, body, length)) {
      this.status = status;
      this.bytes = length;
      this.record();
    } else {
      this.reply(status, head.contentType, body, head.extra);
    }
  }

  /** Sends a whole answer at once, where there is a shorter way than `sendHead` and `output`. */
  protected sendWhole(_status: number, _head: Head, _body: string, _length: number): boolean {
    return false;
  }

  text(status: number, body: string, extra?: readonly string[]): void {
    if (extra === undefined) {
      this.answer(status, TEXT, body);
    } else {
      this.reply(status, TEXT.contentType, body, [...MOMENTARY, ...extra]);
    }
  }

  /** @param document JSON already */
  json(status: number, document: string): void {
    this.answer(status, JSON_TEXT, `${document}\n`);
  }

  /** Sends the header; the caller ends `output` and then calls `record`. */
  begin(status: number, headers: string[]): void {
    this.sendHead(status, headers);
    this.status = status;
  }

  /** The connection was taken over (101) or refused by another protocol. */
  upgraded(status: number): void {
    this.status = status;
    this.record();
  }

  /** Calls back once where the connection goes away before the answer is complete; `record` follows by itself. */
  onAbort(stop: () => void): void {
    const closed = this.contain("close of an answer", () => {
      stop();
      this.record(true);
    });
    this.onClose(closed);
  }

  protected onClose(closed: () => void): void {
    this.output.once("close", closed);
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
    if (this.status === 0 && !this.recorded) {
      this.refuse(500, "internal server error");
    } else {
      this.output.destroy();
      this.record(true);
    }
  }

  /** Counts, times and logs the exchange; later calls do nothing. */
  record(aborted = false): void {
    if (this.recorded) {
      return;
    }
    this.recorded = true;
    const { metrics, log, telemetry } = this.service;
    metrics.inFlight -= 1;
    const route = this.metrics;
    if (route === undefined) {
      return;
    }
    const now = performance.now();
    const milliseconds = now - this.started;
    const status = this.status === 0 ? 499 : this.status; // 499: gone before there was an answer
    route.observe(methodLabel(this.method), status, milliseconds / 1000);
    const trace = telemetry?.trace(this, route.path, status, milliseconds);
    if (log.requests) {
      log.request(requestLine(this, route, status, milliseconds, aborted, trace), now);
    }
  }
}
