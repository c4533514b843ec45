/** Pipelines: what is written to an HTTP/1 connection waits for the answers to earlier requests on it. */
import type { ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { Faults } from "./faults";

/** The answer that a connection is giving now; Node keeps it here, and nowhere else. */
export const answering = (socket: Duplex): ServerResponse | null =>
  (socket as { _httpMessage?: ServerResponse | null })._httpMessage ?? null;

/**
 * Calls `next` when every answer to a request that arrived completely has left, at once where there is none; never
 * where the connection ends before that.
 */
export function inTurn(socket: Duplex, faults: Faults, next: () => void): void {
  const earlier = answering(socket);
  if (earlier?.req.complete) {
    const again = faults.contain(
      "turn of a connection",
      () => inTurn(socket, faults, next),
      () => socket.destroy(),
    );
    earlier.once("close", again);
  } else if (socket.writable) {
    next();
  } else {
    socket.destroy();
  }
}
