/**
 * `healthcheck`: asks the running program whether it lives, for the image's HEALTHCHECK. The server must present exactly
 * the certificate in the file (names are not compared: it is asked at its loopback address), and the handshake proves
 * that it has the key.
 */
import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
import http, { type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import type { TLSSocket } from "node:tls";
import type { ServerSettings } from "./settings";

const TIMEOUT_MS = 3000;

const answer = (
  get: typeof https.get,
  options: RequestOptions & https.RequestOptions,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const request = get({ ...options, timeout: TIMEOUT_MS }, (response) => resolve(response.resume()));
    request.on("timeout", () => request.destroy(new Error(`no answer within ${TIMEOUT_MS}ms`)));
    request.on("error", reject);
  });

/** @throws with the reason where it is not healthy */
export async function healthcheck(settings: ServerSettings, path = "/healthz"): Promise<void> {
  const target = {
    host: settings.host === "" ? "127.0.0.1" : settings.host,
    port: settings.port,
    path,
    agent: false,
  };
  if (settings["plain-http"]) {
    expectOk(path, await answer(http.get as typeof https.get, target));
    return;
  }
  const expected = new X509Certificate(await readFile(settings.cert)).fingerprint256;
  const response = await answer(https.get, { ...target, rejectUnauthorized: false });
  const presented = (response.socket as TLSSocket).getPeerX509Certificate()?.fingerprint256;
  if (presented !== expected) {
    throw new Error("the server presents another certificate than the file holds");
  }
  expectOk(path, response);
}

function expectOk(path: string, { statusCode }: IncomingMessage): void {
  if (statusCode !== 200) {
    throw new Error(`${path} answered ${statusCode}`);
  }
}
