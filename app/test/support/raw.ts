/** Bytes on a TLS connection, as they are. */
import { once } from "node:events";
import net from "node:net";
import tls, { type TLSSocket } from "node:tls";

export async function connectTls(port: number, protocol?: string, more?: object): Promise<TLSSocket> {
  const socket = tls.connect({
    ...more,
    port,
    host: "localhost",
    rejectUnauthorized: false,
    ...(protocol === undefined ? {} : { ALPNProtocols: [protocol] }),
  });
  socket.on("error", () => {});
  await once(socket, "secureConnect");
  return socket;
}

/** All that comes back until the other side closes. */
export async function untilClosed(socket: net.Socket): Promise<string> {
  let text = "";
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
  });
  if (!socket.closed) {
    await once(socket, "close");
  }
  return text;
}

/** The answer to bytes on a connection of their own. */
export async function exchangeRaw(port: number, bytes: string): Promise<string> {
  const socket = await connectTls(port);
  socket.write(bytes, "latin1");
  return untilClosed(socket);
}

/** Bytes on a connection without TLS. */
export async function exchangePlain(port: number, bytes: string): Promise<string> {
  const socket = net.connect(port, "localhost");
  socket.on("error", () => {});
  socket.write(bytes, "latin1");
  return untilClosed(socket);
}

export const upgradeTo = (protocol: string, target: string): string =>
  `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`;
