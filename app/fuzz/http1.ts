/** HTTP/1: request lines, headers, bodies in chunks, pipelines, `Expect`, upgrades, from a grammar that also errs. */
import { type Fuzzer, farewell, packets } from "./input";
import type { Random } from "./random";

const METHODS = [
  "GET",
  "GET",
  "GET",
  "POST",
  "HEAD",
  "PUT",
  "OPTIONS",
  "TRACE",
  "CONNECT",
  "get",
  "PRI",
  "BREW",
  "",
  "G\0T",
];
const TARGETS = [
  "/",
  "/bench",
  "/api",
  "/echo",
  "/health",
  "/healthz",
  "/error",
  "/data?size=100",
  "/data?size=1&unit=mb",
  "/?wait=2ms",
  "/data?size=300&attachment=true",
  "*",
  "https://x/bench",
  "http://x",
  "x:443",
  "//x/y",
  "/../..//etc",
  "/%00%ff?%",
  "/\xff",
  "/a b",
  "",
  "/?wait=1e9s",
  "/data?size=-1",
  "/data?size=99999999999999999999&unit=tb",
  "/#f",
  "HTTP/1.1",
];
const VERSIONS = [
  "HTTP/1.1",
  "HTTP/1.1",
  "HTTP/1.1",
  "HTTP/1.1",
  "HTTP/1.0",
  "HTTP/2.0",
  "HTTP/0.9",
  "HTTP/1.2",
  "HTTP/3.0",
  "HTTP/11",
  "http/1.1",
  "",
  "HTTP/1.1 ",
  "ICE/1.0",
];
export const ENDS = [
  "\r\n",
  "\r\n",
  "\r\n",
  "\r\n",
  "\r\n",
  "\r\n",
  "\r\n",
  "\r\n",
  "\n",
  "\r",
  "\r\r\n",
  "\n\r",
];
export const LENGTHS = [
  "0",
  "1",
  "5",
  "+5",
  "-1",
  "0x5",
  "5, 5",
  "5 ",
  " 5",
  "05",
  "99999999999999999999",
  "2097152",
  "",
  "5\t",
  "1e1",
];
export const CODINGS = [
  "chunked",
  "chunked",
  "Chunked",
  "chunked, chunked",
  "gzip, chunked",
  "chunked, gzip",
  "identity",
  "\x0bchunked",
  "chunked\x00",
  "xchunked",
  "",
  "chunked;q=1",
];
const HEADERS = [
  "Connection: close",
  "Connection: keep-alive",
  "Connection: Upgrade\r\nUpgrade: websocket",
  "Connection: Upgrade\r\nUpgrade: h2c",
  "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
  "Expect: 100-continue",
  "Expect: 200-ok",
  "Range: bytes=0-5",
  "Range: bytes=-5",
  "Range: bytes=9-1,2-3",
  'If-Range: "data-300"',
  "If-None-Match: *",
  "If-Modified-Since: yesterday",
  "Host: y",
  "Host:",
  "Host: a b",
  "Host : x",
  "X-Forwarded-For: 1.2.3.4, ::1",
  'User-Agent: \x80\xff"\\',
  " folded",
  "\tfolded",
  "no colon",
  ": no name",
  "A\0B: c",
  "A: b\0c",
  "A: b\rc",
  "Trailer: X",
  "TE: trailers",
  "Keep-Alive: timeout=1, max=1",
  "Proxy-Connection: keep-alive",
  "Cookie: a=b",
  "__proto__: x",
  "constructor: y",
  "Accept-Encoding: gzip",
];

export function chunked(random: Random): string {
  const chunks = random.list(random.below(4), () => {
    const size = random.between(0, 40);
    const number = random.pick([
      size.toString(16),
      size.toString(16),
      `0${size.toString(16)}`,
      `${size}`,
      "-1",
      "0x5",
      "ffffffffffffffff",
      "",
      "g",
    ]);
    const extension = random.pick([
      "",
      "",
      "",
      ";a=b",
      ';a="\n"',
      " ;x",
      `;${"y".repeat(random.below(20_000))}`,
    ]);
    return `${number}${extension}${random.pick(ENDS)}${"x".repeat(size)}${random.pick(ENDS)}`;
  });
  return `${chunks.join("")}${random.pick(["0\r\n\r\n", "0\r\n\r\n", "0\r\nA: b\r\n\r\n", "0\r\n", "", "00\r\n\r\n", "0\r\nContent-Length: 5\r\n\r\n"])}`;
}

function request(random: Random): string {
  const lines = [random.chance(0.95) ? "Host: x" : random.pick(["Host: x\r\nHost: x", "X: y", ""])];
  for (let count = random.chance(0.02) ? random.between(500, 3000) : random.below(5); count > 0; count -= 1) {
    lines.push(random.pick(HEADERS));
  }
  if (random.chance(0.02)) {
    lines.push(`Long: ${"z".repeat(random.between(10_000, 20_000))}`);
  }
  let body = "";
  const kind = random.below(8);
  if (kind === 0 || kind === 1) {
    lines.push(`Content-Length: ${random.pick(LENGTHS)}`);
    body = "hello".slice(0, random.below(6));
  }
  if (kind === 1 || kind === 2 || kind === 3) {
    lines.push(`Transfer-Encoding: ${random.pick(CODINGS)}`);
    body = chunked(random);
  }
  if (random.chance(0.5)) {
    lines.reverse();
  }
  const start = [random.pick(METHODS), random.pick(TARGETS), random.pick(VERSIONS)].join(
    random.chance(0.95) ? " " : random.pick(["  ", "\t", ""]),
  );
  const head = [start, ...lines]
    .map((line) => line + random.pick(random.chance(0.9) ? ["\r\n"] : ENDS))
    .join("");
  return `${random.chance(0.05) ? "\r\n" : ""}${head}${random.chance(0.97) ? "\r\n" : ""}${body}`;
}

export const http1: Fuzzer = {
  name: "http1",
  input(random) {
    const pipeline = random.list(random.pick([1, 1, 1, 2, 3, 8]), () => request(random)).join("");
    const bytes = Buffer.from(pipeline, "latin1");
    return {
      over: random.chance(0.5) ? "plain" : "http/1.1",
      steps: [...packets(random, bytes), ...farewell(random)],
    };
  },
};
