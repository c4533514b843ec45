/**
 * Text on a websocket is checked as it arrives: RFC 6455, section 8.1, lets an endpoint fail the connection with the
 * first byte that is no UTF-8, and Autobahn's cases 6.4 expect it. The library checks a message when it is complete.
 *
 * This reaches into the library's receiver, whose version is pinned; Autobahn's cases and `websocket.test.ts` notice
 * where another version has other insides.
 */
import type { WebSocket } from "ws";

/** Of ws 8.23, lib/receiver.js. */
interface Receiver {
  readonly _buffers: readonly Buffer[];
  readonly _bufferedBytes: number;
  readonly _payloadLength: number;
  readonly _mask: Buffer | undefined;
  readonly _opcode: number;
  readonly _fin: boolean;
  readonly _compressed: boolean;
  getData(callback: (error?: Error) => void): void;
  createError(kind: ErrorConstructor, message: string, prefix: boolean, status: number, code: string): Error;
}

const TEXT = 1;

/** Checks the text of one connection, also where a character comes in two pieces. */
class TextCheck {
  private decoder = new TextDecoder("utf-8", { fatal: true });
  /** Bytes of the present frame that were checked. */
  private checked = 0;

  /** Whether what is there of the present frame may be the start of UTF-8 text. */
  accepts({ _buffers, _bufferedBytes, _payloadLength, _mask, _fin }: Receiver): boolean {
    const available = Math.min(_bufferedBytes, _payloadLength);
    const complete = available === _payloadLength;
    try {
      for (const piece of this.unchecked(_buffers, available)) {
        this.decoder.decode(unmasked(piece, _mask, this.checked), { stream: true });
        this.checked += piece.length;
      }
      if (complete && _fin) {
        this.decoder.decode();
      }
    } catch {
      return false;
    }
    if (complete) {
      this.checked = 0;
    }
    return true;
  }

  private *unchecked(buffers: readonly Buffer[], available: number): Generator<Buffer> {
    let start = 0;
    for (const buffer of buffers) {
      const from = Math.max(0, this.checked - start);
      const to = Math.min(buffer.length, available - start);
      if (from < to) {
        yield buffer.subarray(from, to);
      }
      start += buffer.length;
    }
  }
}

function unmasked(piece: Buffer, mask: Buffer | undefined, offset: number): Buffer {
  const copy = Buffer.from(piece);
  if (mask !== undefined) {
    for (let index = 0; index < copy.length; index += 1) {
      copy[index] = (copy[index] as number) ^ (mask[(offset + index) % 4] as number);
    }
  }
  return copy;
}

/** Fails the connection with 1007 at the first byte that no UTF-8 can have. Compressed text is checked when complete. */
export function checkTextEarly(client: WebSocket): void {
  const receiver = (client as unknown as { readonly _receiver: Receiver })._receiver;
  const text = new TextCheck();
  const getData = receiver.getData.bind(receiver);
  receiver.getData = (callback) => {
    if (receiver._opcode !== TEXT || receiver._compressed || text.accepts(receiver)) {
      getData(callback);
    } else {
      callback(receiver.createError(Error, "invalid UTF-8 sequence", true, 1007, "WS_ERR_INVALID_UTF8"));
    }
  };
}
