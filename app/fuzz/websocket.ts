/** WebSockets: fragments, control frames, masks, lengths, compression, text that is no UTF-8 (RFC 6455, RFC 7692). */
import { deflateRawSync } from "node:zlib";
import { type Fuzzer, farewell, packets } from "./input";
import type { Random } from "./random";

const KEYS = [
  "dGhlIHNhbXBsZSBub25jZQ==",
  "dGhlIHNhbXBsZSBub25jZQ==",
  "dGhlIHNhbXBsZSBub25jZQ==",
  "short",
  "",
];
const EXTENSIONS = [
  "",
  "",
  "permessage-deflate",
  "permessage-deflate; client_max_window_bits=8",
  'permessage-deflate; x="',
  "unknown, ,;",
];
const TEXTS = [
  Buffer.from("hello"),
  Buffer.from("grüß"),
  Buffer.from([0xff]),
  Buffer.from([0xe2, 0x82]),
  Buffer.from([0xac]),
  Buffer.from([0xed, 0xa0, 0x80]),
  Buffer.from([0xf4, 0x90, 0x80, 0x80]),
  Buffer.alloc(0),
  Buffer.from([0xc0, 0xaf]),
];

function handshake(random: Random): Buffer {
  const lines = [
    `GET ${random.pick(["/echo", "/echo", "/echo?x", "/bench"])} HTTP/1.1`,
    "Host: x",
    "Connection: Upgrade",
    "Upgrade: websocket",
  ];
  lines.push(
    `Sec-WebSocket-Version: ${random.pick(["13", "13", "13", "8", "x"])}`,
    `Sec-WebSocket-Key: ${random.pick(KEYS)}`,
  );
  const extensions = random.pick(EXTENSIONS);
  if (extensions !== "") {
    lines.push(`Sec-WebSocket-Extensions: ${extensions}`);
  }
  if (random.chance(0.1)) {
    lines.push(`Sec-WebSocket-Protocol: ${random.pick(["chat", "a, a", '"', ","])}`);
  }
  return Buffer.from(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
}

/** @param announced the length that the frame claims, which need not be the payload's, nor written the shortest way */
function frame(random: Random, first: number, payload: Buffer, announced = payload.length): Buffer {
  const masked = random.chance(0.95);
  const form = random.chance(0.95) ? (announced < 126 ? 0 : announced < 65_536 ? 1 : 2) : random.below(3);
  const head = [Buffer.from([first, (masked ? 0x80 : 0) | (form === 0 ? announced & 0x7f : 125 + form)])];
  if (form > 0) {
    const extended = Buffer.alloc(form === 1 ? 2 : 8);
    extended.writeUIntBE(announced % 2 ** (form === 1 ? 16 : 48), form === 1 ? 0 : 2, form === 1 ? 2 : 6);
    if (form === 2 && random.chance(0.2)) {
      extended[0] = 0x80;
    }
    head.push(extended);
  }
  const mask = random.bytes(4);
  const body = masked
    ? Buffer.from(payload.map((byte, index) => byte ^ (mask[index % 4] as number)))
    : payload;
  return Buffer.concat([...head, ...(masked ? [mask] : []), body]);
}

function payload(random: Random): Buffer {
  switch (random.below(5)) {
    case 0:
      return random.bytes(random.below(200));
    case 1:
      return deflateRawSync(Buffer.alloc(random.pick([10, 1000, 1_000_000]), "a"));
    case 2:
      return Buffer.alloc(random.pick([125, 126, 127, 1024, 65_535, 65_536, 70_000]), "b");
    default:
      return Buffer.concat(random.list(random.between(1, 3), () => random.pick(TEXTS)));
  }
}

function anyFrame(random: Random): Buffer {
  const fin = random.chance(0.75) ? 0x80 : 0;
  const reserved = random.chance(0.85) ? 0 : random.pick([0x40, 0x20, 0x10, 0x70]);
  const opcode = random.pick([0, 0, 1, 1, 1, 2, 2, 8, 9, 9, 10, 3, 7, 11, 15]);
  if (opcode === 8 && random.chance(0.8)) {
    const code = random.pick([1000, 1001, 1002, 1005, 1006, 1015, 999, 3000, 5000, 65_535]);
    return frame(random, 0x88, Buffer.concat([Buffer.from([code >> 8, code & 255]), random.pick(TEXTS)]));
  }
  const content = opcode >= 8 && random.chance(0.8) ? random.bytes(random.below(126)) : payload(random);
  return frame(
    random,
    fin | reserved | opcode,
    content,
    random.chance(0.95) ? content.length : random.below(2 ** 31),
  );
}

export const websocket: Fuzzer = {
  name: "websocket",
  input(random) {
    const count = random.chance(0.03) ? random.between(100, 400) : random.below(8);
    const bytes = Buffer.concat([handshake(random), ...random.list(count, () => anyFrame(random))]);
    return {
      over: random.chance(0.5) ? "plain" : "http/1.1",
      steps: [...packets(random, bytes), ...farewell(random)],
    };
  },
};
