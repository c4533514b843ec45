/** HTTP/2 connections: limits, timeouts, and how they are told that the port closes. */
import type { Http2Server, Http2Session, ServerOptions } from "node:http2";
import type { Socket } from "node:net";
import { HEADER_LIMIT } from "./http1";
import type { Http2Handler } from "./http2";
import type { Service } from "./service";
import type { ServerSettings } from "./settings";

/** Names no stream, so that requests which the client sent before it read the GOAWAY are answered as well. */
const LAST_STREAM = 2 ** 31 - 1;

/** From Node 22 on, or 24. */
interface NewerLimits {
  readonly streamResetBurst: number;
  readonly streamResetRate: number;
  readonly strictFieldWhitespaceValidation: boolean;
}

/**
 * What a client may ask of a connection, with the attack that each limit answers. Where they are Node's own defaults they
 * stand here all the same, so that no release changes them.
 *
 * https://nodejs.org/api/http2.html#http2createserveroptions-onrequesthandler
 */
const limits = (settings: ServerSettings): ServerOptions & NewerLimits => ({
  settings: { maxHeaderListSize: settings["max-header"], maxConcurrentStreams: 100, enablePush: false },
  streamResetBurst: 1000, // rapid reset, CVE-2023-44487
  streamResetRate: 33,
  maxSessionRejectedStreams: 100, // streams opened beyond the limit, CVE-2019-9514
  maxSessionInvalidFrames: 100, // CVE-2019-9518
  maxOutstandingPings: 10, // CVE-2019-9512
  maxSettings: 32, // CVE-2020-11080
  maxHeaderListPairs: HEADER_LIMIT, // continuation floods, CVE-2024-27983
  maxSessionMemory: 10, // MB of what the client does not read, CVE-2019-9517, and of header blocks, CVE-2026-56846
  strictFieldWhitespaceValidation: true,
});

/** https://www.rfc-editor.org/rfc/rfc9113#section-7 */
const NO_ERROR = 0;

export class Http2Sessions {
  private server: Http2Server | undefined;
  /**
   * By session its connection. No listener of a session may know the connection: a session that ends by an error before its
   * client has confirmed the settings would never be collected, since both then lead to what Node keeps for the answer.
   */
  private readonly sessions = new Map<Http2Session, Socket>();

  private readonly ended = new WeakSet<Http2Session>();

  /** Whose session the server is about to open: it says so before `accept` returns. */
  private accepted: Socket | undefined;

  constructor(
    private readonly service: Service,
    private readonly handler: Http2Handler,
  ) {}

  /** Takes a connection over that chose HTTP/2. */
  accept(socket: Socket): void {
    socket.allowHalfOpen = false; // HTTP/1 answers who has stopped sending; here a half connection is none
    this.server ??= this.createServer();
    this.accepted = socket;
    this.server.emit("connection", socket);
    this.accepted = undefined;
  }

  /** Node's HTTP/2 is loaded for the first connection that speaks it: it takes 5 MiB. */
  private createServer(): Http2Server {
    const { createServer } = require("node:http2") as typeof import("node:http2");
    const { settings, faults } = this.service;
    const server = createServer(limits(settings));
    const opened = faults.contain(
      "session",
      (session: Http2Session) => this.keep(session, this.accepted as Socket),
      () => {
        this.accepted?.destroy();
      },
    );
    server.on("session", opened);
    server.on("stream", this.handler);
    const sweep = faults.contain(
      "sweep of sessions",
      () => this.sweep(),
      () => {},
    );
    setInterval(sweep, settings["stall-timeout"]).unref();
    return server;
  }

  /** A session that has ended waits for its client to close the connection, which no client has to do. */
  private sweep(): void {
    for (const [session, socket] of this.sessions) {
      if (this.ended.has(session)) {
        socket.destroy();
        this.sessions.delete(session);
      } else if (session.destroyed) {
        this.ended.add(session); // what it said last may still be on its way
      }
    }
  }

  /** Tells clients that this port is about to close; they may still finish what they send meanwhile. */
  announceClose(): void {
    for (const session of this.sessions.keys()) {
      this.announce(session);
    }
  }

  close(): void {
    for (const session of this.sessions.keys()) {
      session.close();
    }
  }

  destroy(): void {
    for (const session of this.sessions.keys()) {
      this.cut(session);
    }
  }

  private cut(session: Http2Session): void {
    session.destroy();
    this.sessions.get(session)?.destroy();
  }

  private announce(session: Http2Session): void {
    if (!session.destroyed) {
      session.goaway(NO_ERROR, LAST_STREAM);
    }
  }

  private keep(session: Http2Session, socket: Socket): void {
    const { faults, log, settings } = this.service;
    const contain = <Args extends readonly unknown[]>(where: string, listener: (...args: Args) => void) =>
      faults.contain(where, listener, () => this.cut(session));
    const closed = contain("close of a session", () => {
      clearTimeout(silence);
      this.sessions.delete(session);
    });
    const failed = contain("error of a session", (error: Error) =>
      log.warn("http/2 session failed", { reason: error.message }),
    );
    const over = contain("end of a session", () => session.destroy());
    const leave = contain("timeout of a session", () => {
      session.close();
      setTimeout(over, settings["stall-timeout"]).unref(); // Node 20 forgets sessions that broke the protocol
    });
    const silence = setTimeout(leave, settings["header-timeout"]);
    const spoke = contain("first stream of a session", () => clearTimeout(silence));
    this.sessions.set(session, socket);
    session.once("stream", spoke);
    session.on("close", closed);
    session.on("error", failed);
    session.setTimeout(settings["idle-timeout"], leave);
  }
}
