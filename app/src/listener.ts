/**
 * One port: TLS, HTTP/1.1 and HTTP/2, timeouts and limits, and the way to close it without failing a request.
 *
 * ALPN chooses the protocol. HTTP/1.1 connections stay with Node's own HTTPS server; only those that speak HTTP/2
 * are handed to the HTTP/2 server.
 */
import http, { type IncomingMessage } from "node:http";
import http2, { type Http2Session } from "node:http2";
import https from "node:https";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { SecureContextOptions, TLSSocket } from "node:tls";
import type { CertificatePair } from "./certificate";
import { Exchange, type Request, type Response } from "./exchange";
import type { Service } from "./service";
import type { EchoServer } from "./websocket";

export type Handler = (request: Request, response: Response) => void;

const secure = ({ cert, key }: CertificatePair): SecureContextOptions => ({
  cert,
  key,
  minVersion: "TLSv1.2",
  maxVersion: "TLSv1.3",
});

/** How the HTTP parser's errors are answered; everything else is a malformed request. */
const PARSE_ERRORS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

const isWebSocket = (request: IncomingMessage): boolean =>
  request.url?.split("?", 1)[0] === "/echo" &&
  request.method === "GET" &&
  request.headers.upgrade?.toLowerCase() === "websocket";

export class Listener {
  private readonly server: http.Server | https.Server;
  private readonly sessions = new Set<Http2Session>();
  private readonly upgraded = new Set<Duplex>();
  private readonly invalid;

  /** @param echo absent where the port has no websocket */
  constructor(
    private readonly service: Service,
    private readonly handler: Handler,
    private readonly echo?: EchoServer,
  ) {
    const { settings, certificates } = service;
    const shortest = Math.min(settings["header-timeout"], settings["request-timeout"]);
    const limits: http.ServerOptions = {
      maxHeaderSize: settings["max-header"],
      headersTimeout: settings["header-timeout"],
      requestTimeout: Math.max(settings["header-timeout"], settings["request-timeout"]),
      keepAliveTimeout: settings["idle-timeout"],
      connectionsCheckingInterval: Math.max(50, Math.min(1000, shortest / 4)),
    };
    this.invalid = service.metrics.route("invalid");
    this.server =
      certificates === undefined
        ? http.createServer(limits, handler)
        : this.secureServer(limits, certificates.current);
    this.server.setTimeout(settings["stall-timeout"]);
    this.server.maxConnections = settings["max-connections"];
    this.server.on("clientError", (error: NodeJS.ErrnoException, socket: Socket) =>
      this.reject(error, socket),
    );
    this.server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.upgrade(request, socket, head),
    );
    certificates?.onChange((pair) => (this.server as https.Server).setSecureContext(secure(pair)));
  }

  /** @throws where the port cannot be had */
  async listen(port: number, host: string): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen({ port, ...(host === "" ? {} : { host }) }, () => {
        this.server.off("error", reject);
        resolve();
      });
    });
    return (this.server.address() as AddressInfo).port;
  }

  /** Tells HTTP/2 clients that this port is about to close; they may still finish what they send meanwhile. */
  announceClose(): void {
    for (const session of this.sessions) {
      session.goaway(http2.constants.NGHTTP2_NO_ERROR, 2 ** 31 - 1);
    }
  }

  /** Takes no more connections, and resolves when the last one has finished what it was doing. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    this.echo?.drain();
    for (const session of this.sessions) {
      session.close();
    }
    await closed;
  }

  /** Cuts what is left, and says how many connections that were. */
  async destroy(): Promise<number> {
    const count = await new Promise<number>((resolve) =>
      this.server.getConnections((_error, connections) => resolve(connections ?? 0)),
    );
    this.echo?.stop();
    for (const session of this.sessions) {
      session.destroy();
    }
    for (const socket of this.upgraded) {
      socket.destroy();
    }
    this.server.closeAllConnections();
    return count;
  }

  private secureServer(limits: http.ServerOptions, pair: CertificatePair | undefined): https.Server {
    const { settings, log } = this.service;
    const server = https.createServer(
      {
        ...limits,
        ...(pair === undefined ? { minVersion: "TLSv1.2" } : secure(pair)),
        ALPNProtocols: ["h2", "http/1.1"],
        handshakeTimeout: settings["header-timeout"],
      },
      this.handler,
    );
    const [http1] = server.listeners("secureConnection") as ((socket: TLSSocket) => void)[];
    if (http1 === undefined) {
      throw new Error("this version of Node has another HTTPS server");
    }
    const http2Server = this.http2Server();
    server.removeAllListeners("secureConnection");
    server.on("secureConnection", (socket) => {
      if (socket.alpnProtocol === "h2") {
        http2Server.emit("connection", socket);
      } else {
        http1.call(server, socket);
      }
    });
    server.on("tlsClientError", (error, socket) =>
      log.warn("tls handshake failed", { peer: socket.remoteAddress ?? "gone", reason: error.message }),
    );
    return server;
  }

  private http2Server(): http2.Http2Server {
    const { settings, log } = this.service;
    const server = http2.createServer(
      { settings: { maxHeaderListSize: settings["max-header"], maxConcurrentStreams: 100 } },
      this.handler,
    );
    server.on("session", (session) => {
      this.sessions.add(session);
      session.on("close", () => this.sessions.delete(session));
      session.on("error", (error) => log.warn("http/2 session failed", { reason: error.message }));
      session.setTimeout(settings["idle-timeout"], () => session.close());
      if (this.service.draining) {
        session.goaway(http2.constants.NGHTTP2_NO_ERROR, 2 ** 31 - 1);
      }
    });
    server.on("stream", (stream) => {
      stream.setTimeout(settings["stall-timeout"], () => stream.close(http2.constants.NGHTTP2_CANCEL));
    });
    return server;
  }

  /** Answers what the parser refuses, as far as the connection still allows an answer. */
  private reject(error: NodeJS.ErrnoException, socket: Socket): void {
    if ((socket as { secureConnecting?: boolean }).secureConnecting) {
      socket.destroy(); // the handshake failed or took too long; there is nobody to answer
      return;
    }
    const answering = (socket as { _httpMessage?: { headersSent: boolean } | null })._httpMessage;
    if (error.code === "ECONNRESET" || !socket.writable || answering?.headersSent) {
      socket.destroy();
      return;
    }
    const status = PARSE_ERRORS[error.code ?? ""] ?? "400 Bad Request";
    this.invalid.observe("other", Number(status.slice(0, 3)), 0);
    this.service.log.warn("request refused", {
      status,
      peer: socket.remoteAddress ?? "gone",
      reason: error.message,
    });
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
      socket.destroy(),
    );
  }

  /** Upgrades to a websocket on /echo; elsewhere the request is answered as if it had not asked. */
  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.upgraded.add(socket);
    socket.once("close", () => this.upgraded.delete(socket));
    socket.on("error", () => socket.destroy());
    if (this.echo !== undefined && isWebSocket(request)) {
      const response = new http.ServerResponse(request);
      this.echo.accept(request, socket, head, new Exchange(this.service, request, response));
      return;
    }
    const response = new http.ServerResponse(request);
    response.shouldKeepAlive = false;
    response.assignSocket(socket as Socket);
    response.once("finish", () => {
      response.detachSocket(socket as Socket);
      socket.end();
    });
    this.handler(request, response);
  }
}
