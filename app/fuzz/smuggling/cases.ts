/** Bytes whose boundaries servers could draw differently; the last request shows where they drew them. */
import { CODINGS, chunked, ENDS, LENGTHS } from "../http1";
import type { Random } from "../random";

const SENTINEL = "GET /sentinel HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

const NAMES = ["Content-Length", "Transfer-Encoding"] as const;
const ODD = [
  (name: string) => `${name} `,
  (name: string) => ` ${name}`,
  (name: string) => `${name}\t`,
  (name: string) => name.toUpperCase(),
  (name: string) => name.replace("-", "_"),
  (name: string) => `X: y\r\n ${name}`,
  (name: string) => `X: y\n${name}`,
  (name: string) => `X: y\r${name}`,
  (name: string) => `${name}\0`,
  (name: string) => `\x0b${name}`,
  (name: string) => `${name}:`,
];
const SEPARATORS = [": ", ": ", ": ", ":", ":\t", " : ", ": \x0b", ":\r\n ", ": \xa0"];

function framing(random: Random, name: (typeof NAMES)[number]): string {
  const value = random.pick(name === "Content-Length" ? LENGTHS : CODINGS);
  const spelt = random.chance(0.8) ? name : random.pick(ODD)(name);
  return `${spelt}${random.chance(0.85) ? ": " : random.pick(SEPARATORS)}${value}${random.pick(random.chance(0.9) ? ["\r\n"] : ENDS)}`;
}

interface Framed {
  readonly framings: readonly string[];
  readonly body: string;
}

/** A body whose end its header tells, so that what comes behind it is seen. */
function honest(random: Random): Framed {
  const chunks = random.list(random.below(3), () => "x".repeat(random.between(1, 30)));
  return random.pick<Framed>([
    { framings: [], body: "" },
    { framings: [`Content-Length: ${chunks.join("").length}\r\n`], body: chunks.join("") },
    {
      framings: ["Transfer-Encoding: chunked\r\n"],
      body: `${chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join("")}0\r\n\r\n`,
    },
  ]);
}

function dishonest(random: Random): Framed {
  return {
    framings: random.list(random.pick([1, 1, 1, 2, 2, 3]), () => framing(random, random.pick(NAMES))),
    body: random.pick([
      "",
      "hello",
      "x",
      chunked(random),
      chunked(random),
      "0\r\n\r\n",
      "5\r\nhello\r\n0\r\n\r\n",
    ]),
  };
}

function request(random: Random, number: number): string {
  const start = `${random.pick(["GET", "POST", "PUT", "OPTIONS"])} ${random.pick([`/r${number}`, `http://x/r${number}`])} ${random.pick(["HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0"])}`;
  const { framings, body } = random.chance(0.4) ? honest(random) : dishonest(random);
  const others = random.list(random.below(2), () =>
    random.pick(["A: b\r\n", "Connection: keep-alive\r\n", "A: b\r\n\tc\r\n", "A\r\n", "Trailer: X\r\n"]),
  );
  const lines = random.chance(0.5) ? [...framings, ...others] : [...others, ...framings];
  const host = random.chance(0.97)
    ? "Host: x\r\n"
    : random.pick(["Host: x\r\nHost: y\r\n", "Host: a b\r\n", ""]);
  return `${start}\r\n${host}${lines.join("")}\r\n${body}`;
}

export function boundaries(random: Random): Buffer {
  const requests = random.list(random.pick([1, 2, 3]), () => request(random, random.below(10)));
  return Buffer.from(`${requests.join("")}${SENTINEL}`, "latin1");
}
