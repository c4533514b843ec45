/** Another service, as one calls it. */
import fs from "node:fs";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import tls from "node:tls";
import type { CallSettings } from "./settings";

export interface Answered {
  readonly status: number;
  readonly body: Buffer;
}

export interface Call {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** No answer came. */
export class Unanswered extends Error {}

/** Connections that are unused for longer are closed: well before the other side closes them. */
const IDLE_MS = 30_000;

const CONNECTIONS = { keepAlive: true, maxSockets: 64, timeout: IDLE_MS } as const;

/** No answer of ours is longer. */
const MOST_BYTES = 1024 ** 2;

/** How often the authorities' file is looked at: a mounted Secret changes while the process runs. */
const FRESH_MS = 10_000;

const NOBODY_THERE = ["ECONNREFUSED"];
const CLOSED_MEANWHILE = ["ECONNRESET", "EPIPE"];

/** Whether the request reached no server, or met an unused connection that the other side was just closing. */
const mayBeTriedAgain = (
  { code = "" }: NodeJS.ErrnoException,
  { reusedSocket }: http.ClientRequest,
): boolean => NOBODY_THERE.includes(code) || (reusedSocket && CLOSED_MEANWHILE.includes(code));

/** The first attempt met a connection that was gone. */
class Retry extends Error {}

export class Peer {
  private readonly plain = new http.Agent(CONNECTIONS);
  private https: https.Agent | undefined;
  /** Whom to believe; `undefined` leaves it to Node, which knows the public authorities. */
  private authority: string | undefined;
  private readAt = Number.NEGATIVE_INFINITY;

  constructor(
    readonly name: string,
    private readonly url: URL,
    private readonly settings: CallSettings,
  ) {}

  /**
   * Tries twice where that can do no harm; what is called here may be done twice.
   *
   * @throws Unanswered
   */
  async call(call: Call): Promise<Answered> {
    try {
      return await this.attempt(call).catch((error: unknown) => {
        if (error instanceof Retry) {
          return this.attempt(call);
        }
        throw error;
      });
    } catch (error) {
      throw new Unanswered(`${this.name} did not answer: ${(error as Error).message}`);
    }
  }

  private attempt({ method, path, headers, body }: Call): Promise<Answered> {
    return new Promise((resolve, reject) => {
      const request = this.open(path, { method, headers: { ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes > MOST_BYTES) {
            request.destroy(new Error(`more than ${MOST_BYTES} bytes`));
          }
          chunks.push(chunk);
        });
        response.on("error", reject);
        response.on("end", () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }));
      });
      const timer = setTimeout(
        () => request.destroy(new Error(`not within ${this.settings["call-timeout"]}ms`)),
        this.settings["call-timeout"],
      );
      request.on("close", () => clearTimeout(timer));
      request.on("error", (error) =>
        reject(mayBeTriedAgain(error, request) ? new Retry(error.message) : error),
      );
      request.end(body);
    });
  }

  private open(
    path: string,
    options: http.RequestOptions,
    answered: (response: http.IncomingMessage) => void,
  ): http.ClientRequest {
    const target = new URL(path, this.url);
    return target.protocol === "http:"
      ? http.request(target, { ...options, agent: this.plain }, answered)
      : https.request(target, { ...options, agent: this.secure(target.hostname) }, answered);
  }

  /** Anew where the authorities have changed. */
  private secure(hostname: string): https.Agent {
    const { authority: file, "peer-host": peerHost } = this.settings;
    if (this.https === undefined || performance.now() - this.readAt > FRESH_MS) {
      this.readAt = performance.now();
      const authority = file !== "" && fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
      if (this.https === undefined || authority !== this.authority) {
        this.authority = authority;
        const host = peerHost || hostname;
        this.https = new https.Agent({
          ...CONNECTIONS,
          ...(net.isIP(host) === 0 ? { servername: host } : {}),
          secureContext: tls.createSecureContext(authority === undefined ? {} : { ca: authority }),
        });
      }
    }
    return this.https;
  }
}
