/**
 * Node's answer over HTTP/1.1, with a shorter way for one that is whole: header and body are one text and one write. Node's
 * own way makes and judges the header anew for every answer, and costs as much as all that the program itself does.
 */
import type { ServerResponse } from "node:http";

/** Of every Node from 20 on: what is set when a header has been sent. */
interface Sent {
  finished: boolean;
  _header: string;
  _headerSent: boolean;
}

let dateText = "";
let dateEnd = 0;

/** Made once a second. */
function date(now: number): string {
  if (now >= dateEnd) {
    const wall = Date.now();
    dateEnd = now + 1000 - (wall % 1000);
    dateText = `Date: ${new Date(wall).toUTCString()}\r\n`;
  }
  return dateText;
}

/**
 * Sends an answer to a GET of HTTP/1.1 whose connection stays.
 *
 * @param head status line and headers, but for those about the connection, the length and the date
 * @param length of the body in bytes
 * @param now of `performance.now()`
 * @param idle milliseconds for which the connection may then stay unused
 * @returns false where Node has to do it: behind other answers, and where the connection is to close
 */
export function sendWhole(
  response: ServerResponse,
  head: string,
  body: string,
  length: number,
  now: number,
  idle: number,
): boolean {
  const { socket } = response;
  if (socket === null || !socket.writable || !response.shouldKeepAlive || response.headersSent) {
    return false;
  }
  const text =
    `${head}Content-Length: ${length}\r\n${date(now)}` +
    `Connection: keep-alive\r\nKeep-Alive: timeout=${Math.floor(idle / 1000)}\r\n\r\n${body}`;
  const sent = response as unknown as Sent;
  sent.finished = true;
  sent._header = head;
  sent._headerSent = true;
  socket.write(text, length === body.length ? "latin1" : "utf8");
  response.emit("finish"); // Node goes on with the connection
  return true;
}
