/** Other people's connections: each asks for something all the while, and must be answered. */
import { once } from "node:events";
import http2 from "node:http2";
import https from "node:https";
import WebSocket from "ws";
import { pause } from "../test/support/wait";

const EVERY_MS = 50;
const PATIENCE_MS = 10_000;

type Ask = (signal: AbortSignal) => Promise<void>;

export class Bystanders {
  answers = 0;
  readonly problems: string[] = [];
  private running = true;
  private readonly loops: readonly Promise<void>[];
  private readonly agent = new https.Agent({ keepAlive: true, maxSockets: 1 });

  private constructor(
    private readonly port: number,
    private session: http2.ClientHttp2Session,
    private readonly socket: WebSocket,
  ) {
    socket.on("error", (error) => this.problems.push(`websocket: ${error.message}`));
    this.loops = [
      this.loop("HTTP/1.1", (signal) => this.http1(signal)),
      this.loop("HTTP/2", (signal) => this.http2(signal)),
      this.loop("websocket", (signal) => this.echo(signal)),
    ];
  }

  static async start(port: number): Promise<Bystanders> {
    const socket = new WebSocket(`wss://localhost:${port}/echo`, { rejectUnauthorized: false });
    const [session] = await Promise.all([connect(port), once(socket, "open")]);
    return new Bystanders(port, session, socket);
  }

  async stop(): Promise<void> {
    this.running = false;
    await Promise.all(this.loops);
    this.agent.destroy();
    this.session.destroy();
    this.socket.terminate();
  }

  private async loop(name: string, ask: Ask): Promise<void> {
    while (this.running && this.problems.length === 0) {
      try {
        await ask(AbortSignal.timeout(PATIENCE_MS));
        this.answers += 1;
      } catch (error) {
        this.problems.push(`a bystander on ${name} had no answer: ${(error as Error).message}`);
      }
      await pause(EVERY_MS);
    }
  }

  private async http1(signal: AbortSignal): Promise<void> {
    const options = { port: this.port, path: "/bench", rejectUnauthorized: false, agent: this.agent, signal };
    const request = https.get(options);
    const response = await once(request, "response", { signal }).then(
      ([first]) => first,
      (error) => (request.reusedSocket ? undefined : Promise.reject(error)), // closed while it was unused
    );
    if (response === undefined) {
      return this.http1(signal);
    }
    expectStatus(response.statusCode);
    response.resume();
    await once(response, "end", { signal });
  }

  /** A connection that the API has ended, unused while this machine was busy, is replaced as any client would. */
  private async http2(signal: AbortSignal): Promise<void> {
    if (this.session.closed || this.session.destroyed) {
      this.session = await connect(this.port);
    }
    const { session } = this;
    try {
      const stream = session.request({ ":path": "/api" }, { signal });
      const [headers] = await once(stream, "response", { signal });
      expectStatus(headers[":status"]);
      stream.resume();
      await once(stream, "close", { signal });
    } catch (error) {
      if (!session.closed || signal.aborted) {
        throw error;
      }
      await this.http2(signal);
    }
  }

  private async echo(signal: AbortSignal): Promise<void> {
    this.socket.send("here?");
    await once(this.socket, "message", { signal });
  }
}

/** Its errors are those of its streams. */
async function connect(port: number): Promise<http2.ClientHttp2Session> {
  const session = http2.connect(`https://localhost:${port}`, { rejectUnauthorized: false });
  await once(session, "remoteSettings");
  session.on("error", () => {});
  return session;
}

function expectStatus(status: number | undefined): void {
  if (status !== 200) {
    throw new Error(`status ${status}`);
  }
}
