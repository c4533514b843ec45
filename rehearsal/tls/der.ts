/** Distinguished Encoding Rules, as much as certificates need. https://www.itu.int/rec/T-REC-X.690 */
export function encode(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(body.length), body]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes = Buffer.from(
    length.toString(16).padStart(2 * Math.ceil(length.toString(16).length / 2), "0"),
    "hex",
  );
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
}

export const sequence = (...parts: readonly Buffer[]) => encode(0x30, ...parts);
export const set = (...parts: readonly Buffer[]) => encode(0x31, ...parts);
export const octets = (bytes: Buffer) => encode(0x04, bytes);
export const boolean = (value: boolean) => encode(0x01, Buffer.from([value ? 0xff : 0]));
export const utf8 = (text: string) => encode(0x0c, Buffer.from(text));
export const printable = (text: string) => encode(0x13, Buffer.from(text));
export const ia5 = (tag: number, text: string) => encode(tag, Buffer.from(text));

/** A positive number; its bytes, most significant first. */
export function integer(bytes: Buffer): Buffer {
  const first = bytes[0] ?? 0;
  return encode(0x02, first & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** Bits, of which the last byte leaves some unused. */
export const bits = (bytes: Buffer, unused = 0) => encode(0x03, Buffer.from([unused]), bytes);

/** `2.5.29.15` */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  const bytes = rest.flatMap((number) => {
    const digits = [number & 0x7f];
    for (let left = number >> 7; left > 0; left >>= 7) digits.unshift((left & 0x7f) | 0x80);
    return digits;
  });
  return encode(0x06, Buffer.from([first * 40 + second, ...bytes]));
}

/** Years before 2050 have two digits. https://datatracker.ietf.org/doc/html/rfc5280#section-4.1.2.5 */
export function time(date: Date): Buffer {
  const text = date.toISOString().replace(/[-:T]/g, "").slice(0, 14);
  return date.getUTCFullYear() < 2050
    ? encode(0x17, Buffer.from(`${text.slice(2)}Z`))
    : encode(0x18, Buffer.from(`${text}Z`));
}

export interface Element {
  readonly tag: number;
  readonly body: Buffer;
  /** With tag and length. */
  readonly whole: Buffer;
}

/** The elements that lie in some bytes, one after another. */
export function elements(bytes: Buffer): Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at + 1] ?? 0;
    const count = first & 0x80 ? first & 0x7f : 0;
    const length = count > 0 ? bytes.readUIntBE(at + 2, count) : first;
    const start = at + 2 + count;
    found.push({
      tag: bytes[at] ?? 0,
      body: bytes.subarray(start, start + length),
      whole: bytes.subarray(at, start + length),
    });
    at = start + length;
  }
  return found;
}

export function pemOf(label: string, bytes: Buffer): string {
  const body = bytes.toString("base64").replace(/.{1,64}/g, "$&\n");
  return `-----BEGIN ${label}-----\n${body}-----END ${label}-----\n`;
}

/** The bytes of the first block of a label; undefined where there is none. */
export function bytesOf(label: string, text: string): Buffer | undefined {
  const body = new RegExp(`-----BEGIN ${label}-----([\\s\\S]+?)-----END ${label}-----`).exec(text)?.[1];
  return body === undefined ? undefined : Buffer.from(body.replace(/\s/g, ""), "base64");
}
