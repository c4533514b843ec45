/** Requests over TLS, each on a connection of its own. */
import type { IncomingHttpHeaders } from "node:http";
import http2, { type OutgoingHttpHeaders } from "node:http2";
import https, { type RequestOptions } from "node:https";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

export interface Ask extends RequestOptions {
  readonly body?: string | Buffer;
}

/** The answer to one request on a connection of its own, unless `options.agent` says otherwise. */
export function ask(port: number, target: string, { body, ...options }: Ask = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = https.request(
      { host: "localhost", port, path: target, agent: false, rejectUnauthorized: false, ...options },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () => {
          const whole = Buffer.concat(chunks);
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: whole,
            text: whole.toString(),
          });
        });
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

export interface Wanted {
  readonly method?: string;
  readonly path: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

export type Protocol = "HTTP/1.1" | "HTTP/2";

export const PROTOCOLS: readonly Protocol[] = ["HTTP/1.1", "HTTP/2"];

export function request(protocol: Protocol, port: number, wanted: Wanted): Promise<Answer> {
  if (protocol === "HTTP/2") {
    return requestHttp2(port, wanted);
  }
  const { path, body, ...options } = wanted;
  return ask(port, path, { ...options, ...(body === undefined ? {} : { body }) } as Parameters<
    typeof ask
  >[2]);
}

function requestHttp2(port: number, { method = "GET", path, headers, body }: Wanted): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const session = http2.connect(`https://localhost:${port}`, { rejectUnauthorized: false });
    session.on("error", reject);
    const stream = session.request(
      { ":method": method, ":path": path, ...headers },
      { endStream: body === undefined },
    );
    const chunks: Buffer[] = [];
    let answer: http2.IncomingHttpHeaders & http2.IncomingHttpStatusHeader = {};
    stream.on("response", (head) => {
      answer = head;
    });
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("error", reject);
    stream.on("close", () => {
      session.close();
      const whole = Buffer.concat(chunks);
      resolve({ status: answer[":status"] ?? 0, headers: answer, body: whole, text: whole.toString() });
    });
    if (body !== undefined) {
      stream.end(body);
    }
  });
}
