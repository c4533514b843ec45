/** HTTP/2: frames in every state of a connection and its streams, and floods of them (RFC 9113). */
import { FLAG, field, frame, PREFACE, setting, TYPE, word } from "../test/support/frames";
import { type Fuzzer, farewell, packets } from "./input";
import type { Random } from "./random";

const FIELDS: readonly (readonly [string, string])[] = [
  ["user-agent", "f"],
  ["content-length", "5"],
  ["content-length", "x"],
  ["connection", "close"],
  ["te", "trailers"],
  ["te", "gzip"],
  ["Upper", "case"],
  ["transfer-encoding", "chunked"],
  ["expect", "100-continue"],
  ["range", "bytes=0-1"],
  [":status", "200"],
  [":path", "/twice"],
  ["", "x"],
  ["a\0", "b"],
  ["a", "b\r\nc: d"],
  ["cookie", "a=b"],
  ["host", "other"],
  ["x-forwarded-for", "1.1.1.1"],
  [":protocol", "websocket"],
  ["__proto__", "x"],
];
const PATHS = [
  "/bench",
  "/api",
  "/",
  "/data?size=100",
  "/data?size=1&unit=mb",
  "/?wait=2ms",
  "/echo",
  "/health",
  "",
  "*",
  "x",
  "/\xff",
  "/metrics",
];

function block(random: Random): Buffer {
  const pseudo = [
    field(":method", random.pick(["GET", "GET", "GET", "POST", "HEAD", "CONNECT", "OPTIONS", "BREW", ""])),
    field(":path", random.pick(PATHS)),
    field(":scheme", random.pick(["https", "http", ""])),
    field(":authority", random.pick(["x", "", "a b"])),
  ].filter(() => random.chance(0.97));
  const more = random.list(random.chance(0.02) ? 2000 : random.below(3), () => field(...random.pick(FIELDS)));
  const fields = random.chance(0.05) ? [...more, ...pseudo] : [...pseudo, ...more];
  return Buffer.concat(random.chance(0.03) ? [...fields, random.bytes(random.between(1, 30))] : fields);
}

function headers(random: Random, stream: number): Buffer {
  const payload = block(random);
  const end = random.chance(0.7) ? FLAG.endStream : 0;
  if (payload.length > 16_384 || random.chance(0.1)) {
    const at = Math.min(random.below(payload.length + 1), 16_384);
    const rest = payload.subarray(at, at + 16_384);
    return Buffer.concat([
      frame(TYPE.headers, end, stream, payload.subarray(0, at)),
      frame(TYPE.continuation, FLAG.endHeaders, stream, rest),
    ]);
  }
  return frame(TYPE.headers, end | FLAG.endHeaders, stream, payload);
}

/** Frames as a client sends them, with values that it must not. */
function ordinary(random: Random, stream: number): Buffer {
  const id = random.chance(0.9) ? stream : random.pick([0, 2, 1, stream + 20, 0x7fffffff, 0xffffffff]);
  switch (random.below(12)) {
    case 0:
      return frame(TYPE.data, random.pick([0, 1, FLAG.padded, 9]), id, random.bytes(random.below(200)));
    case 1:
      return frame(
        TYPE.priority,
        0,
        id,
        Buffer.concat([word(random.pick([0, id, 1])), Buffer.from([random.below(256)])]),
      );
    case 2:
      return frame(TYPE.reset, 0, id, word(random.below(16)));
    case 3: {
      const values = random.list(random.below(4), () =>
        setting(random.below(10), random.pick([0, 1, 2, 100, 16_384, 0x7fffffff, 0xffffffff])),
      );
      return frame(TYPE.settings, random.pick([0, 0, 1]), 0, Buffer.concat(values));
    }
    case 4:
      return frame(
        TYPE.push,
        FLAG.endHeaders,
        id,
        Buffer.concat([word(2), block(random)]).subarray(0, 16_000),
      );
    case 5:
      return frame(
        TYPE.ping,
        random.pick([0, 1]),
        random.pick([0, id]),
        random.bytes(random.pick([8, 8, 7])),
      );
    case 6:
      return frame(
        TYPE.goaway,
        0,
        0,
        Buffer.concat([word(id), word(random.below(16)), random.bytes(random.below(20))]),
      );
    case 7:
      return frame(
        TYPE.window,
        0,
        random.pick([0, id]),
        word(random.pick([0, 1, 65_535, 0x7fffffff, 0x80000001])),
      );
    case 8:
      return frame(TYPE.continuation, random.pick([0, 4]), id, random.bytes(random.below(50)));
    case 9:
      return frame(
        random.below(256),
        random.below(256),
        id,
        random.bytes(random.below(40)),
        random.between(0, 60),
      );
    default:
      return headers(random, id);
  }
}

/** The same frame, many times: each of these brought some server down once. */
function flood(random: Random): Buffer {
  const count = random.between(100, 1500);
  const many = (make: (index: number) => Buffer): Buffer =>
    Buffer.concat(Array.from({ length: count }, (_, index) => make(index)));
  const get = block(random).subarray(0, 16_000);
  switch (random.below(8)) {
    case 0: // rapid reset, CVE-2023-44487
      return many((index) =>
        Buffer.concat([
          frame(TYPE.headers, 5, 2 * index + 1, get),
          frame(TYPE.reset, 0, 2 * index + 1, word(8)),
        ]),
      );
    case 1: // CVE-2019-9515
      return many(() => frame(TYPE.settings, 0, 0, setting(random.between(1, 6), random.below(70_000))));
    case 2: // CVE-2019-9512
      return many(() => frame(TYPE.ping, 0, 0, Buffer.alloc(8)));
    case 3: // CVE-2019-9518
      return Buffer.concat([
        frame(TYPE.headers, 4, 1, get),
        many(() => frame(TYPE.data, 0, 1, Buffer.alloc(0))),
      ]);
    case 4: // CVE-2024-27983 and its kin
      return Buffer.concat([
        frame(TYPE.headers, 1, 1, get),
        many(() => frame(TYPE.continuation, 0, 1, field("a", "b"))),
      ]);
    case 5: // CVE-2019-9517: answers without a window to send them in
      return Buffer.concat([
        frame(TYPE.settings, 0, 0, setting(4, 0)),
        many((index) => frame(TYPE.headers, 5, 2 * index + 1, get)),
      ]);
    case 6:
      return many(() => frame(TYPE.window, 0, 0, word(1)));
    default: // made "MadeYouReset", CVE-2025-8671
      return many((index) =>
        Buffer.concat([
          frame(TYPE.headers, 4, 2 * index + 1, get),
          frame(TYPE.window, 0, 2 * index + 1, word(0)),
        ]),
      );
  }
}

export const http2: Fuzzer = {
  name: "http2",
  input(random) {
    const parts = [random.chance(0.97) ? PREFACE : random.bytes(24)];
    if (random.chance(0.9)) {
      parts.push(frame(TYPE.settings, 0, 0, Buffer.alloc(0)));
    }
    if (random.chance(0.03)) {
      parts.push(flood(random));
    }
    let stream = 1;
    for (let count = random.below(8); count > 0; count -= 1) {
      parts.push(ordinary(random, stream));
      stream += random.pick([0, 2]);
    }
    return { over: "h2", steps: [...packets(random, Buffer.concat(parts)), ...farewell(random)] };
  },
};
