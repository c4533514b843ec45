/**
 * One port: TLS, HTTP/1.1 and HTTP/2, timeouts and limits, and the way to close it without failing a request.
 *
 * ALPN chooses the protocol. HTTP/1.1 connections stay with Node's own HTTPS server; only those that speak HTTP/2
 * are handed to the HTTP/2 server.
 */
import http from "node:http";
import https from "node:https";
import type { AddressInfo } from "node:net";
import type { SecureContextOptions, TLSSocket } from "node:tls";
import type { CertificatePair } from "./certificate";
import { type Http1Handler, http1Handlers } from "./http1";
import { http2Handler } from "./http2";
import { Http2Sessions } from "./http2-sessions";
import { Refusals } from "./refusals";
import type { Serve } from "./router";
import type { Service } from "./service";
import { Upgrades, type WebSocketRoute } from "./upgrades";

const secure = ({ cert, key }: CertificatePair): SecureContextOptions => ({
  cert,
  key,
  minVersion: "TLSv1.2",
  maxVersion: "TLSv1.3",
});

/** From Node 24 on: https://nodejs.org/api/http.html#httpcreateserveroptions-requestlistener */
type Limits = http.ServerOptions & {
  readonly shouldUpgradeCallback: Upgrades["shouldUpgrade"];
  /** A request without a body is no stream. */
  readonly optimizeEmptyRequests: boolean;
};

export class Listener {
  private readonly server: http.Server | https.Server;
  private readonly http2: Http2Sessions;
  private readonly upgrades: Upgrades;

  /** @param websocket absent where the port has none */
  constructor(
    private readonly service: Service,
    serve: Serve,
    private readonly websocket?: WebSocketRoute,
  ) {
    const { settings, certificates } = service;
    const shortest = Math.min(settings["header-timeout"], settings["request-timeout"]);
    const { request, expectation } = http1Handlers(service, serve);
    this.http2 = new Http2Sessions(service, http2Handler(service, serve));
    this.upgrades = new Upgrades(service, request, websocket);
    const limits: Limits = {
      maxHeaderSize: settings["max-header"],
      headersTimeout: settings["header-timeout"],
      requestTimeout: Math.max(settings["header-timeout"], settings["request-timeout"]),
      keepAliveTimeout: settings["idle-timeout"],
      connectionsCheckingInterval: Math.max(50, Math.min(1000, shortest / 4)),
      shouldUpgradeCallback: this.upgrades.shouldUpgrade,
      requireHostHeader: false, // `objection` answers, counts and logs
      optimizeEmptyRequests: true,
    };
    this.server =
      certificates === undefined
        ? http.createServer(limits, request)
        : this.secureServer(limits, request, certificates.current);
    this.server.maxConnections = settings["max-connections"];
    this.server.maxHeadersCount = 0; // `objection` counts them; Node would leave out what is above
    this.server.on("checkExpectation", expectation);
    new Refusals(service).attach(this.server);
    this.upgrades.attach(this.server);
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
    const failed = this.service.faults.contain(
      "error of a port", // such as a connection that could not be accepted for want of a file descriptor
      (error: Error) => this.service.log.error("port failed", { reason: error.message }),
      () => {},
    );
    this.server.on("error", failed);
    return (this.server.address() as AddressInfo).port;
  }

  /** Tells HTTP/2 clients that this port is about to close. */
  announceClose(): void {
    this.http2.announceClose();
  }

  /** Takes no more connections, and resolves when the last one has finished what it was doing. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeIdleConnections();
    this.websocket?.drain();
    this.http2.close();
    await closed;
  }

  /** Cuts what is left, and says how many connections that were. */
  async destroy(): Promise<number> {
    const count = await new Promise<number>((resolve) =>
      this.server.getConnections((_error, connections) => resolve(connections ?? 0)),
    );
    this.websocket?.stop();
    this.http2.destroy();
    this.upgrades.destroy();
    this.server.closeAllConnections();
    return count;
  }

  private secureServer(limits: Limits, handler: Http1Handler, pair?: CertificatePair): https.Server {
    const { settings, faults } = this.service;
    const server = https.createServer(
      {
        ...limits,
        ...(pair === undefined ? { minVersion: "TLSv1.2" } : secure(pair)),
        ALPNProtocols: ["h2", "http/1.1"],
        handshakeTimeout: settings["header-timeout"],
      },
      handler,
    );
    const [http1] = server.listeners("secureConnection") as ((socket: TLSSocket) => void)[];
    if (http1 === undefined) {
      throw new Error("this version of Node has another HTTPS server");
    }
    const connected = faults.contain(
      "secureConnection",
      (socket: TLSSocket) => {
        if (socket.alpnProtocol === "h2") {
          this.http2.accept(socket);
        } else {
          http1.call(server, socket);
        }
      },
      (socket) => socket.destroy(),
    );
    server.removeAllListeners("secureConnection");
    server.on("secureConnection", connected);
    return server;
  }
}
