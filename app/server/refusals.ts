/** What no request comes of: handshakes that fail, and bytes that the HTTP/1 parser refuses. */
import type http from "node:http";
import type { Socket } from "node:net";
import type { TLSSocket } from "node:tls";
import type { RouteMetrics } from "./metrics";
import type { Service } from "./service";
import { answering, inTurn } from "./turn";

/** How the parser's errors are answered; everything else is a malformed request. */
const PARSE_ERRORS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
  HPE_INVALID_VERSION: "505 HTTP Version Not Supported",
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
};

export class Refusals {
  private readonly invalid: RouteMetrics;
  /** A connection is refused once; the parser complains of every packet that follows. */
  private readonly refused = new WeakSet<Socket>();

  constructor(private readonly service: Service) {
    this.invalid = service.metrics.route("invalid");
  }

  attach(server: http.Server): void {
    const { faults, log } = this.service;
    const refuse = faults.contain(
      "clientError",
      (error: NodeJS.ErrnoException, socket: Socket) => this.refuse(error, socket),
      (_error, socket) => socket.destroy(),
    );
    const failed = faults.contain(
      "tlsClientError",
      (error: Error, socket: TLSSocket) =>
        log.warn("tls handshake failed", { peer: socket.remoteAddress ?? "gone", reason: error.message }),
      (_error, socket) => socket.destroy(),
    );
    server.on("clientError", refuse);
    server.on("tlsClientError", failed);
  }

  /** Answers as far as the connection still allows an answer. */
  private refuse(error: NodeJS.ErrnoException, socket: Socket): void {
    if ((socket as { secureConnecting?: boolean }).secureConnecting || error.code === "ECONNRESET") {
      socket.destroy(); // the handshake failed or took too long, or the client left: no answer could be read
      return;
    }
    if (!this.refused.has(socket)) {
      this.refused.add(socket);
      inTurn(socket, this.service.faults, () => this.answer(error, socket));
    }
  }

  private answer(error: NodeJS.ErrnoException, socket: Socket): void {
    if (answering(socket)?.headersSent) {
      socket.destroy(); // the answer to this very request is on its way, and its end would not be seen
      return;
    }
    const status = PARSE_ERRORS[error.code ?? ""] ?? "400 Bad Request";
    this.invalid.observe("other", Number(status.slice(0, 3)), 0);
    this.service.log.warn("request refused", {
      status,
      peer: socket.remoteAddress ?? "gone",
      reason: error.message,
    });
    const date = new Date().toUTCString();
    socket.end(`HTTP/1.1 ${status}\r\nDate: ${date}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`, () =>
      socket.destroy(),
    );
  }
}
