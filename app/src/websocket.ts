/** `/echo`: a websocket that sends back what it receives. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { RawData, WebSocket, WebSocketServer } from "ws";
import type { Exchange } from "../server/exchange";
import type { WebSocketRoute } from "../server/upgrades";
import type { Api } from "./api";
import { checkTextEarly } from "./websocket-text";

/** A peer that has not answered a ping by the next one is gone. */
const PING_MS = 30_000;

/** What may wait to be sent before the websocket stops reading. */
const BACKLOG_BYTES = 1024 ** 2;

/** No window of memory is kept between messages; what is short is not worth it. */
const COMPRESSION = { serverNoContextTakeover: true, clientNoContextTakeover: true, threshold: 1024 };

/** RFC 6455: the server goes away. */
const GOING_AWAY = 1001;

const ignore = (): void => {};

export class EchoServer implements WebSocketRoute {
  readonly path = "/echo";

  private server: WebSocketServer | undefined;
  private readonly answered = new WeakSet<WebSocket>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly service: Api) {}

  accept(request: IncomingMessage, socket: Duplex, head: Buffer, exchange: Exchange): void {
    const { faults, metrics } = this.service;
    exchange.routed(metrics.route(this.path));
    const end = (): void => {
      exchange.upgraded(500);
      socket.destroy();
    };
    const refused = faults.contain("close of a websocket's handshake", () => exchange.upgraded(400), end);
    const opened = faults.contain(
      "websocket",
      (client: WebSocket) => {
        socket.off("close", refused);
        exchange.upgraded(101);
        this.echo(client);
      },
      end,
    );
    socket.once("close", refused);
    this.server ??= this.createServer();
    this.server.handleUpgrade(request, socket, head, opened);
  }

  /** The library is loaded for the first websocket: it takes 2 MiB. */
  private createServer(): WebSocketServer {
    const { settings, faults } = this.service;
    const library = require("ws") as typeof import("ws");
    const server = new library.WebSocketServer({
      noServer: true,
      maxPayload: settings["max-message"],
      maxFragments: settings["max-fragments"],
      perMessageDeflate: settings["websocket-compression"] && COMPRESSION,
    });
    const ping = faults.contain(
      "ping of a websocket",
      (client: WebSocket) => this.ping(client),
      (client) => client.terminate(),
    );
    this.timer = setInterval(() => server.clients.forEach(ping), PING_MS);
    this.timer.unref();
    return server;
  }

  /** Asks every client to leave. */
  drain(): void {
    for (const client of this.server?.clients ?? []) {
      client.close(GOING_AWAY, "draining");
    }
  }

  stop(): void {
    clearInterval(this.timer);
    for (const client of this.server?.clients ?? []) {
      client.terminate();
    }
  }

  private echo(client: WebSocket): void {
    const { metrics, faults } = this.service;
    const contain = <Args extends readonly unknown[]>(where: string, listener: (...args: Args) => void) =>
      faults.contain(where, listener, () => client.terminate());
    checkTextEarly(client);
    metrics.websockets += 1;
    this.answered.add(client);
    const sent = contain("answer on a websocket", () => client.isPaused && client.resume());
    const pong = contain("pong of a websocket", () => this.answered.add(client));
    const closed = contain("close of a websocket", () => {
      metrics.websockets -= 1;
    });
    const received = contain("message of a websocket", (message: RawData, isBinary: boolean) => {
      client.send(message, { binary: isBinary }, sent);
      if (client.bufferedAmount > BACKLOG_BYTES) {
        client.pause();
      }
    });
    client.on("pong", pong);
    client.on("error", ignore); // too large, malformed, reset: ws closes with the fitting code
    client.on("close", closed);
    client.on("message", received);
    if (this.service.draining) {
      client.close(GOING_AWAY, "draining");
    }
  }

  private ping(client: WebSocket): void {
    if (this.answered.delete(client)) {
      client.ping();
    } else {
      client.terminate();
    }
  }
}
