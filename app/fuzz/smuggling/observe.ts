/** What a running server saw in some bytes, read from its answers. */
import { once } from "node:events";
import http from "node:http";
import net from "node:net";
import { pause } from "../../test/support/wait";
import type { Seen } from "./strict";

/** A server that says nothing for this long, and meanwhile answers others, waits for more bytes. */
const QUIET_MS = 100;

/** Asks for something else: whether it is answered, so that the server had time for what came before. */
async function answersOthers(port: number): Promise<boolean> {
  try {
    const [response] = await once(http.get({ port, host: "127.0.0.1", agent: false }), "response");
    response.resume();
    await once(response, "end");
    return response.statusCode === 200;
  } catch {
    return false; // a machine so busy that the request timed out
  }
}

interface Reply {
  readonly status: number;
  readonly body: string;
}

/** Answers one after another; the last may end with the connection. */
function replies(text: string): Reply[] {
  const found: Reply[] = [];
  let rest = text;
  for (;;) {
    const end = rest.indexOf("\r\n\r\n");
    const status = /^HTTP\/1\.[01] (\d{3}) /.exec(rest)?.[1];
    if (end < 0 || status === undefined) {
      return found;
    }
    const length = /\r\ncontent-length: (\d+)\r\n/i.exec(rest.slice(0, end + 2))?.[1];
    const stop = length === undefined ? rest.length : end + 4 + Number(length);
    found.push({ status: Number(status), body: rest.slice(end + 4, stop) });
    rest = rest.slice(stop);
  }
}

/** The API's `/` repeats the request; the Go program says it alone. */
function seenIn(body: string): string {
  const [, line = body] = /^RemoteAddr: .*\n(.*) HTTP\/1\.[01]\r$/m.exec(body) ?? [];
  return line.trimEnd();
}

export async function observe(port: number, bytes: Buffer): Promise<Seen> {
  const socket = net.connect(port, "127.0.0.1");
  let text = "";
  let heard = performance.now();
  let closed = false;
  socket.on("data", (chunk: Buffer) => {
    text += chunk.toString("latin1");
    heard = performance.now();
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    closed = true;
  });
  socket.write(bytes);
  while (!closed && performance.now() - heard < QUIET_MS) {
    const before = await answersOthers(port);
    await pause(QUIET_MS / 4);
    if (!(before && (await answersOthers(port)))) {
      heard = performance.now();
    }
  }
  socket.destroy();
  const all = replies(text).filter(({ status }) => status !== 100);
  const refused = all.findIndex(({ status }) => status >= 400);
  const answered = refused < 0 ? all : all.slice(0, refused);
  return {
    requests: answered.map(({ body }) => seenIn(body)),
    end: refused >= 0 ? "refused" : closed ? "closed" : "waiting",
  };
}
