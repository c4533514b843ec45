/** Does what an input says, and gives up after a moment: a fuzzer's client waits for nothing in particular. */
import { once } from "node:events";
import net from "node:net";
import tls, { type ConnectionOptions, type SecureContext, type TLSSocket } from "node:tls";
import type { Input, Step } from "./input";

export interface Ports {
  readonly plain: number;
  readonly tls: number;
}

const CONNECT_MS = 3000;

/** How long an answer may take, once everything is sent. */
const PATIENCE_MS = 250;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

const context: SecureContext = tls.createSecureContext();
const sessions = new Map<string, Buffer>();

/** Sessions are resumed, so that most of the time goes into what is sent. */
function secure(raw: net.Socket, protocol: string, options: ConnectionOptions | undefined): TLSSocket {
  const session = options === undefined ? sessions.get(protocol) : undefined;
  const socket = tls.connect({
    socket: raw,
    rejectUnauthorized: false,
    ALPNProtocols: [protocol],
    ...(options === undefined ? { secureContext: context } : options),
    ...(session === undefined ? {} : { session }),
  });
  if (options === undefined) {
    socket.on("session", (fresh) => sessions.set(protocol, fresh));
  }
  return socket;
}

async function take(raw: net.Socket, socket: net.Socket, step: Step): Promise<void> {
  if (typeof step === "number") {
    await pause(step);
  } else if (step === "end") {
    socket.end();
  } else if (step === "reset") {
    raw.resetAndDestroy();
  } else {
    socket.write(step);
  }
}

export async function play(input: Input, ports: Ports): Promise<void> {
  const { over, tls: options, renegotiate, steps } = input;
  const raw = net.connect(over === "plain" ? ports.plain : ports.tls, "127.0.0.1");
  const closed = new Promise<void>((resolve) => raw.once("close", () => resolve()));
  const socket = over === "plain" || over === "raw" ? raw : secure(raw, over, options);
  for (const each of new Set([raw, socket])) {
    each.on("error", () => {}); // refused, reset, no handshake: all of these are answers
  }
  socket.resume();
  const ready = once(socket, socket === raw ? "connect" : "secureConnect");
  await Promise.race([ready, closed, pause(CONNECT_MS)]).catch(() => {});
  if (renegotiate === true && !socket.destroyed) {
    (socket as TLSSocket).renegotiate({}, () => {});
  }
  for (const step of steps) {
    if (!socket.destroyed) {
      await take(raw, socket, step);
    }
  }
  await Promise.race([closed, pause(PATIENCE_MS)]);
  socket.destroy();
  raw.destroy();
}
