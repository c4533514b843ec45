/** Requests' bodies: read before the route answers, and never more of them than the limit. */
import type { Exchange } from "./exchange";

const ignore = (): void => {};
const EMPTY = Buffer.alloc(0);

/**
 * Reads the body, and hands it on where `keep` says so; otherwise it is only counted. Answers 413 or 408 by itself,
 * and then never calls back, as it does where the client goes away.
 */
export function receiveBody(exchange: Exchange, keep: boolean, then: (body: Buffer) => void): void {
  const { body, headers, service } = exchange;
  const limit = service.settings["max-body"];
  const chunks: Buffer[] = [];
  let received = 0;
  let settled = false;

  const settle = (): boolean => {
    const first = !settled;
    settled = true;
    clearTimeout(timer);
    return first;
  };
  const refuse = (status: number, reason: string): void => {
    if (settle()) {
      exchange.refuse(status, reason);
    }
  };
  const tooLarge = (): void => refuse(413, `the body exceeds ${limit} bytes`);

  // HTTP/1.1's own timer covers the header as well; HTTP/2 has none.
  const late = exchange.contain("timer of a body", () => refuse(408, "the body did not arrive in time"));
  const timer = setTimeout(late, service.settings["request-timeout"]);
  exchange.onAbort(settle);
  if (Number(headers["content-length"] ?? 0) > limit) {
    tooLarge();
    return;
  }
  const receive = exchange.contain("data of a body", (chunk: Buffer) => {
    received += chunk.length;
    if (received > limit) {
      tooLarge();
    } else if (keep) {
      chunks.push(chunk);
    }
  });
  const finish = exchange.contain("end of a body", () => {
    if (!settle()) {
      return;
    }
    if (exchange.gone) {
      exchange.record(true); // a stream that was reset ends its body, too, before its "close"
    } else {
      then(keep ? Buffer.concat(chunks) : EMPTY);
    }
  });
  body.on("data", receive);
  body.once("end", finish);
  body.once("error", ignore); // "close" of the answer follows
}
