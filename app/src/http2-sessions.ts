/** HTTP/2 connections: limits, timeouts, and how they are told that the port closes. */
import http2, { type Http2Session } from "node:http2";
import type { Http2Handler } from "./http2";
import type { Service } from "./service";

/** Names no stream, so that requests which the client sent before it read the GOAWAY are answered as well. */
const LAST_STREAM = 2 ** 31 - 1;

export class Http2Sessions {
  readonly server: http2.Http2Server;
  private readonly sessions = new Set<Http2Session>();

  constructor(
    private readonly service: Service,
    handler: Http2Handler,
  ) {
    const { settings, faults } = service;
    this.server = http2.createServer({
      settings: { maxHeaderListSize: settings["max-header"], maxConcurrentStreams: 100 },
    });
    const opened = faults.contain(
      "session",
      (session: Http2Session) => this.keep(session),
      (session) => session.destroy(),
    );
    this.server.on("session", opened);
    this.server.on("stream", handler);
  }

  /** Tells clients that this port is about to close; they may still finish what they send meanwhile. */
  announceClose(): void {
    for (const session of this.sessions) {
      this.announce(session);
    }
  }

  close(): void {
    for (const session of this.sessions) {
      session.close();
    }
  }

  destroy(): void {
    for (const session of this.sessions) {
      session.destroy();
    }
  }

  private announce(session: Http2Session): void {
    if (!session.destroyed) {
      session.goaway(http2.constants.NGHTTP2_NO_ERROR, LAST_STREAM);
    }
  }

  private keep(session: Http2Session): void {
    const { faults, log, settings } = this.service;
    const contain = <Args extends readonly unknown[]>(where: string, listener: (...args: Args) => void) =>
      faults.contain(where, listener, () => session.destroy());
    const closed = contain("close of a session", () => this.sessions.delete(session));
    const failed = contain("error of a session", (error: Error) =>
      log.warn("http/2 session failed", { reason: error.message }),
    );
    const idle = contain("timeout of a session", () => session.close());
    this.sessions.add(session);
    session.on("close", closed);
    session.on("error", failed);
    session.setTimeout(settings["idle-timeout"], idle);
    if (this.service.draining) {
      this.announce(session);
    }
  }
}
