/** Requests that want another protocol on their connection: a websocket gets it, the rest is answered as if it had not asked. */
import http, { type IncomingMessage } from "node:http";
import { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Exchange } from "./exchange";
import { Http1Exchange, type Http1Handler, hasBody } from "./http1";
import type { Service } from "./service";
import { answering, inTurn } from "./turn";

/** What takes connections over. */
export interface WebSocketRoute {
  readonly path: string;
  /** Takes over the connection; the request counts as answered with the handshake. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, exchange: Exchange): void;
  /** Asks every client to leave. */
  drain(): void;
  /** Cuts every client off. */
  stop(): void;
}

/** HTTP/1.0 knows no upgrades: https://www.rfc-editor.org/rfc/rfc9110#section-7.8 */
const wants = (request: IncomingMessage, { path }: WebSocketRoute): boolean =>
  request.httpVersion === "1.1" &&
  request.method === "GET" &&
  request.url?.split("?", 1)[0] === path &&
  request.headers.upgrade?.toLowerCase() === "websocket" &&
  !hasBody(request);

const ignore = (): void => {};

export class Upgrades {
  private readonly sockets = new Set<Duplex>();

  constructor(
    private readonly service: Service,
    private readonly handler: Http1Handler,
    private readonly websocket: WebSocketRoute | undefined,
  ) {}

  /** Asked by Node from 24.9 on; before that every request with an upgrade is handed over, and comes to `answer`. */
  get shouldUpgrade(): (request: IncomingMessage) => boolean {
    const { websocket } = this;
    const decide = this.service.faults.contain(
      "choice of an upgrade",
      (request: IncomingMessage) => websocket !== undefined && wants(request, websocket),
      () => false,
    );
    return (request) => decide(request) ?? false;
  }

  /** Node hands the connection over with the request and takes its own listeners away. */
  attach(server: http.Server): void {
    const { faults } = this.service;
    const take = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      if (!(socket instanceof Socket)) {
        socket.destroy(); // CONNECT with a body, from Node 26 on
        return;
      }
      this.adopt(socket);
      inTurn(socket, faults, () => this.answer(request, socket, head));
    };
    const end = (_request: IncomingMessage, socket: Duplex): void => void socket.destroy();
    server.on("upgrade", faults.contain("upgrade", take, end));
    server.on("connect", faults.contain("connect", take, end));
  }

  destroy(): void {
    for (const socket of this.sockets) {
      socket.destroy();
    }
  }

  /** What Node's listeners did for earlier answers that are still being sent. */
  private adopt(socket: Socket): void {
    const contain = (where: string, listener: () => void) =>
      this.service.faults.contain(where, listener, () => socket.destroy());
    this.sockets.add(socket);
    const closed = contain("close of an upgraded connection", () => this.sockets.delete(socket));
    const drained = contain("drain of an upgraded connection", () => answering(socket)?.emit("drain"));
    const stalled = contain("timeout of an upgraded connection", () => socket.destroy());
    socket.once("close", closed);
    socket.on("error", ignore); // it closes
    socket.on("drain", drained);
    socket.on("timeout", stalled);
    socket.setTimeout(this.service.settings["stall-timeout"]);
  }

  private answer(request: IncomingMessage, socket: Socket, head: Buffer): void {
    const response = new http.ServerResponse(request);
    if (this.websocket !== undefined && wants(request, this.websocket)) {
      this.websocket.accept(request, socket, head, new Http1Exchange(this.service, request, response));
      return;
    }
    const finished = this.service.faults.contain(
      "finish of a refused upgrade",
      () => {
        response.detachSocket(socket);
        socket.end();
      },
      () => socket.destroy(),
    );
    response.shouldKeepAlive = false;
    response.assignSocket(socket);
    response.once("finish", finished);
    if (hasBody(request)) {
      response.writeHead(400).end(); // its body is lost: the parser took it for the other protocol
    } else {
      this.handler(request, response);
    }
  }
}
