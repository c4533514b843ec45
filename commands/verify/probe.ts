import http, { type IncomingHttpHeaders } from "node:http";
import https from "node:https";
import net from "node:net";
import type { TLSSocket } from "node:tls";
import type { Target } from "./targets";

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** When the certificate ends. */
  readonly validTo: Date;
}

export interface Question {
  readonly path: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Speaks this version of TLS, and no other. */
  readonly version?: "TLSv1.1";
}

/** What is read of an answer; more says no more. */
const LONGEST = 64 * 1024;

/** Where a target is connected to: `address`, or `address:port`; by its name where there is none. */
export function placeOf({ host, address }: Pick<Target, "host" | "address">, port: number) {
  const [, name = host, given] = /^(\[[^\]]+\]|[^:]+)(?::(\d+))?$/.exec(address ?? host) ?? [];
  return { host: name.replace(/^\[|\]$/g, ""), port: given === undefined ? port : Number(given) };
}

/**
 * Asks a target over TLS, as its users do: its name is sent and must be in its certificate, which must come from its CA.
 *
 * @throws where nothing answers, or something that cannot prove the name
 */
export function ask(target: Target, question: Question, timeout: number): Promise<Reply> {
  const { path, method = "GET", headers = {}, body, version } = question;
  const old = { minVersion: version, maxVersion: version, ciphers: "DEFAULT@SECLEVEL=0" } as const;
  return new Promise((resolve, reject) => {
    const request = https.request({
      ...placeOf(target, 443),
      ...(net.isIP(target.host) ? {} : { servername: target.host }),
      ...(target.ca === undefined ? {} : { ca: target.ca }),
      ...(version === undefined ? {} : old),
      path,
      method,
      headers: { host: target.host, ...headers },
      agent: false, // every question has a connection of its own, so that a balancer decides each time
      timeout,
    });
    request.on("response", (response) => {
      const { valid_to: end } = (response.socket as TLSSocket).getPeerCertificate();
      collect(response, (text) =>
        resolve({
          status: response.statusCode as number,
          headers: response.headers,
          body: text,
          validTo: new Date(end),
        }),
      );
    });
    request.on("timeout", () => request.destroy(new Error(`no answer within ${timeout / 1000} s`)));
    request.on("error", reject);
    request.end(body);
  });
}

/** Asks without TLS: the status and where it leads; undefined where nothing answers. */
export function askPlainly(
  target: Target,
  port: number,
  timeout: number,
): Promise<{ readonly status: number; readonly location: string | undefined } | undefined> {
  return new Promise((resolve) => {
    const options = { host: placeOf(target, port).host, port, path: "/api", agent: false, timeout } as const;
    const request = http.get({ ...options, headers: { host: target.host } }, (response) => {
      response.resume();
      resolve({ status: response.statusCode as number, location: response.headers.location });
    });
    request.on("timeout", () => request.destroy());
    request.on("error", () => resolve(undefined));
  });
}

function collect(response: NodeJS.ReadableStream & { destroy(): void }, done: (text: string) => void): void {
  let text = "";
  response.setEncoding("utf8");
  response.on("data", (chunk: string) => {
    text += chunk;
    if (text.length > LONGEST) response.destroy();
  });
  response.on("close", () => done(text));
}
