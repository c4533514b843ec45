/** Frames of HTTP/2 as bytes (RFC 9113, section 6), for who sends what Node's own client would not. */

export const PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

export const TYPE = {
  data: 0,
  headers: 1,
  priority: 2,
  reset: 3,
  settings: 4,
  push: 5,
  ping: 6,
  goaway: 7,
  window: 8,
  continuation: 9,
};

export const FLAG = { endStream: 1, endHeaders: 4, padded: 8, priority: 32 };

/** @param length as the frame says it is */
export function frame(
  type: number,
  flags: number,
  stream: number,
  payload: Buffer,
  length = payload.length,
): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(length & 0xffffff, 0, 3);
  head[3] = type;
  head[4] = flags;
  head.writeUInt32BE(stream >>> 0, 5);
  return Buffer.concat([head, payload]);
}

export const word = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value >>> 0);
  return buffer;
};

export const setting = (id: number, value: number): Buffer =>
  Buffer.concat([Buffer.from([0, id]), word(value)]);

/** A literal field without indexing (RFC 7541, section 6.2.2); values up to 126 bytes. */
export const field = (name: string, value: string): Buffer =>
  Buffer.concat([
    Buffer.from([0, name.length]),
    Buffer.from(name, "latin1"),
    Buffer.from([value.length]),
    Buffer.from(value, "latin1"),
  ]);

/** A header block. */
export const request = (method: string, path: string, ...more: readonly Buffer[]): Buffer =>
  Buffer.concat([
    field(":method", method),
    field(":path", path),
    field(":scheme", "https"),
    field(":authority", "x"),
    ...more,
  ]);
