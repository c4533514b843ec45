/** TLS: hello messages in pieces, damaged and nonsensical, odd protocols and versions, renegotiation, client certificates. */
import type { ConnectionOptions } from "node:tls";
import { selfSigned } from "../build/self-signed";
import { type Fuzzer, farewell, type Input, packets } from "./input";
import type { Random } from "./random";

const prefixed = (bytes: number, content: Buffer): Buffer => {
  const length = Buffer.alloc(bytes);
  length.writeUIntBE(content.length, 0, bytes);
  return Buffer.concat([length, content]);
};

const uint16 = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);

const extension = (type: number, content: Buffer): Buffer =>
  Buffer.concat([uint16(type), prefixed(2, content)]);

const alpn = (...names: readonly string[]): Buffer =>
  extension(16, prefixed(2, Buffer.concat(names.map((name) => prefixed(1, Buffer.from(name, "latin1"))))));

const serverName = (name: string): Buffer =>
  extension(0, prefixed(2, Buffer.concat([Buffer.from([0]), prefixed(2, Buffer.from(name, "latin1"))])));

function extensions(random: Random): Buffer[] {
  const all = [
    serverName(random.pick(["localhost", "", "a\0b", "x".repeat(300), "\xff.example"])),
    extension(10, prefixed(2, Buffer.concat([uint16(29), uint16(23)]))), // groups
    extension(13, prefixed(2, Buffer.concat([uint16(0x0403), uint16(0x0804), uint16(0x0401)]))), // signatures
    extension(
      43,
      prefixed(
        1,
        Buffer.concat(
          random.list(random.between(0, 3), () => uint16(random.pick([0x304, 0x303, 0x302, 0x7f1c]))),
        ),
      ),
    ),
    extension(
      51,
      prefixed(2, Buffer.concat([uint16(29), prefixed(2, random.bytes(random.pick([32, 32, 32, 31, 0])))])),
    ), // key share
    alpn(
      ...random.list(random.below(4), () =>
        random.pick(["h2", "http/1.1", "h3", "", "\xff\0", "y".repeat(255)]),
      ),
    ),
    extension(random.below(65_536), random.bytes(random.below(40))),
  ];
  return all.filter(() => random.chance(0.9));
}

/** RFC 8446, section 4.1.2. */
function clientHello(random: Random): Buffer {
  const ciphers = random.list(random.between(0, 6), () =>
    uint16(random.pick([0x1301, 0x1302, 0xc02b, 0xc02f, 0x00ff, 0x5600, 0x0005])),
  );
  const content = Buffer.concat([
    uint16(random.pick([0x0303, 0x0303, 0x0301, 0x0300, 0xffff])),
    random.bytes(32),
    prefixed(1, random.bytes(random.pick([0, 32, 32, 33]))),
    prefixed(2, Buffer.concat(ciphers)),
    prefixed(1, Buffer.from([0])),
    prefixed(2, Buffer.concat(extensions(random))),
  ]);
  return Buffer.concat([Buffer.from([random.pick([1, 1, 1, 1, 0, 2])]), prefixed(3, content)]);
}

const record = (type: number, version: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.from([type]), uint16(version), prefixed(2, content)]);

/** A hello message in one record or several, and what may follow it. */
function records(random: Random): Buffer {
  const hello = clientHello(random);
  const at = random.chance(0.2) ? random.below(hello.length) : hello.length;
  const parts = [record(22, 0x0301, hello.subarray(0, at))];
  if (at < hello.length) {
    parts.push(record(22, 0x0303, hello.subarray(at)));
  }
  for (let count = random.below(4); count > 0; count -= 1) {
    const content = random.bytes(random.pick([0, 1, 2, 40, 300]));
    parts.push(
      record(random.pick([20, 21, 22, 23, 24, 255]), random.pick([0x0303, 0x0301, 0x0200]), content),
    );
  }
  return Buffer.concat(parts);
}

/** Some client's certificate: the API asks for none. */
const CLIENT = selfSigned({ commonName: "client" });

const REQUEST = Buffer.from("GET /bench HTTP/1.1\r\nHost: x\r\n\r\n");

function handshake(random: Random): Input {
  const tls = random.pick<ConnectionOptions>([
    { maxVersion: "TLSv1.2" },
    { minVersion: "TLSv1.3" },
    { ALPNProtocols: ["h3"] },
    { ALPNProtocols: ["h2", "http/1.1"] },
    { ALPNProtocols: ["http/1.1", "spdy/3"] },
    { servername: "elsewhere.example" },
    { cert: CLIENT.cert, key: CLIENT.key },
  ]);
  const renegotiate = tls.maxVersion === "TLSv1.2";
  return { over: "http/1.1", tls, renegotiate, steps: [...packets(random, REQUEST), ...farewell(random)] };
}

export const tls: Fuzzer = {
  name: "tls",
  input(random) {
    if (random.chance(0.15)) {
      return handshake(random);
    }
    const bytes = random.chance(0.05) ? Buffer.from("GET / HTTP/1.1\r\nHost: x\r\n\r\n") : records(random);
    return { over: "raw", steps: [...packets(random, bytes), ...farewell(random)] };
  },
};
