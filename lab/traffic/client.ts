/** A user's side of HTTPS: names are sent and verified as real ones, addresses are given by hand. */

import type { IncomingHttpHeaders } from "node:http";
import http2 from "node:http2";
import type { AgentOptions } from "node:https";
import https from "node:https";
import type { PeerCertificate, TLSSocket } from "node:tls";

export interface Target {
  readonly host: string;
  readonly address: string;
  /** @default 443 */
  readonly port?: number;
  /** CA that the server's certificate must come from, PEM. */
  readonly ca: string;
  /** Client certificate and key, PEM, where the server asks for one. */
  readonly client?: { readonly cert: string; readonly key: string };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** SHA-256 of the certificate that the connection was made with. */
  readonly fingerprint: string;
  readonly subject: string;
}

export type Headers = Readonly<Record<string, string | readonly string[]>>;

const tlsOptions = ({ host, address, ca, client }: Target): AgentOptions & { servername: string } => ({
  ca,
  servername: host,
  ...(client ?? {}),
  lookup: (_name, options, done) =>
    options.all ? done(null, [{ address, family: 4 }]) : done(null, address, 4),
});

/** An agent that keeps `connections` open. */
export const agentFor = (target: Target, connections = Number.POSITIVE_INFINITY): https.Agent =>
  new https.Agent({ ...tlsOptions(target), keepAlive: true, maxSockets: connections });

export interface RequestOptions {
  readonly headers?: Headers;
  /** Milliseconds until the request counts as lost. @default 10000 */
  readonly timeout?: number;
  /** @default - a connection of its own */
  readonly agent?: https.Agent;
}

export function get(target: Target, path: string, options: RequestOptions = {}): Promise<Answer> {
  const { headers = {}, timeout = 10_000, agent } = options;
  return new Promise((resolve, reject) => {
    const request = https.request(
      {
        host: target.host,
        port: target.port ?? 443,
        path,
        headers: headers as Record<string, string>,
        timeout,
        ...(agent ? { agent } : { agent: false as const, ...tlsOptions(target) }),
      },
      (response) => {
        const certificate = (response.socket as TLSSocket).getPeerCertificate() as PeerCertificate;
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode as number,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
            fingerprint: certificate.fingerprint256 ?? "",
            subject: String(certificate.subject?.CN ?? ""),
          }),
        );
      },
    );
    request.on("timeout", () => request.destroy(new Error(`no answer in ${timeout} ms`)));
    request.on("error", reject);
    request.end();
  });
}

/** The region that answered, or the status where none did. */
export async function regionOf(target: Target, headers: Headers = {}): Promise<string> {
  const { status, body } = await get(target, "/api", { headers });
  return status === 200 ? (JSON.parse(body) as { region: string }).region : String(status);
}

/** Counts the bytes of an answer without keeping them. */
export function download(target: Target, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    https
      .get({ host: target.host, path, agent: false, ...tlsOptions(target) }, (response) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on("error", reject);
        response.on("end", () =>
          response.complete ? resolve(bytes) : reject(new Error(`cut after ${bytes} bytes`)),
        );
      })
      .on("error", reject);
  });
}

/** One request over HTTP/2, and the protocol that was negotiated. */
export function getHttp2(
  target: Target,
  path: string,
): Promise<{ readonly status: number; readonly alpn: string }> {
  const session = http2.connect(`https://${target.host}`, {
    ...tlsOptions(target),
    ALPNProtocols: ["h2"],
  } as never);
  return new Promise((resolve, reject) => {
    session.on("error", reject);
    const stream = session.request({ ":path": path });
    stream.on("response", (headers) => {
      resolve({ status: headers[":status"] as number, alpn: session.alpnProtocol ?? "" });
      stream.resume();
      stream.on("end", () => session.close());
    });
    stream.on("error", reject);
    stream.end();
  });
}

/** Opens a websocket, sends one text and gives what came back. Frames are short, so a byte holds the length. */
export function echo(target: Target, path: string, text: string): Promise<string> {
  const mask = Buffer.from([1, 2, 3, 4]);
  const payload = Buffer.from(text).map((byte, index) => byte ^ (mask[index % 4] as number));
  return new Promise((resolve, reject) => {
    const request = https.request({
      host: target.host,
      path,
      agent: false,
      ...tlsOptions(target),
      headers: {
        connection: "Upgrade",
        upgrade: "websocket",
        "sec-websocket-version": "13",
        "sec-websocket-key": Buffer.alloc(16, 7).toString("base64"),
      },
    });
    request.on("error", reject);
    request.on("response", ({ statusCode }) =>
      reject(new Error(`answered ${statusCode} instead of upgrading`)),
    );
    request.on("upgrade", (_response, socket) => {
      socket.on("data", (frame: Buffer) => {
        resolve(frame.subarray(2, 2 + ((frame[1] as number) & 0x7f)).toString());
        socket.destroy();
      });
      socket.on("error", reject);
      socket.write(Buffer.concat([Buffer.from([0x81, 0x80 | payload.length]), mask, payload]));
    });
    request.end();
  });
}
