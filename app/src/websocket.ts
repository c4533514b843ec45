/** `/echo`: a websocket that sends back what it receives. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import type { Exchange } from "./exchange";
import type { Service } from "./service";

/** A peer that has not answered a ping by the next one is gone. */
const PING_MS = 30_000;

/** What may wait to be sent before the websocket stops reading. */
const BACKLOG_BYTES = 1024 ** 2;

/** RFC 6455: the server goes away. */
const GOING_AWAY = 1001;

export class EchoServer {
  private readonly server: WebSocketServer;
  private readonly answered = new WeakSet<WebSocket>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly service: Service) {
    this.server = new WebSocketServer({
      noServer: true,
      maxPayload: service.settings["max-message"],
      perMessageDeflate: false, // compression would keep a window of memory per connection
    });
    this.timer = setInterval(() => this.ping(), PING_MS);
    this.timer.unref();
  }

  /** Takes over the connection. The request counts as answered, and its time ends, with the handshake. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer, exchange: Exchange): void {
    const refused = (): void => exchange.upgraded(400);
    socket.once("close", refused);
    this.server.handleUpgrade(request, socket, head, (client) => {
      socket.off("close", refused);
      exchange.upgraded(101);
      this.echo(client);
    });
  }

  /** Asks every client to leave. */
  drain(): void {
    for (const client of this.server.clients) {
      client.close(GOING_AWAY, "draining");
    }
  }

  stop(): void {
    clearInterval(this.timer);
    for (const client of this.server.clients) {
      client.terminate();
    }
  }

  private echo(client: WebSocket): void {
    const { metrics } = this.service;
    metrics.websockets += 1;
    this.answered.add(client);
    client.on("pong", () => this.answered.add(client));
    client.on("error", () => {}); // too large, malformed, reset: ws closes with the fitting code
    client.on("close", () => {
      metrics.websockets -= 1;
    });
    client.on("message", (message, isBinary) => {
      client.send(message, { binary: isBinary }, () => client.isPaused && client.resume());
      if (client.bufferedAmount > BACKLOG_BYTES) {
        client.pause();
      }
    });
    if (this.service.draining) {
      client.close(GOING_AWAY, "draining");
    }
  }

  private ping(): void {
    for (const client of this.server.clients) {
      if (this.answered.delete(client)) {
        client.ping();
      } else {
        client.terminate();
      }
    }
  }
}
