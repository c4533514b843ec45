/** A few inputs of each fuzzer; `npm run fuzz -w @meridian/api` plays as many as one likes, and docs/api.md has figures. */
import { run } from "../fuzz/campaign";
import { FUZZERS } from "../fuzz/fuzzers";
import { Random } from "../fuzz/random";
import { boundaries } from "../fuzz/smuggling/cases";
import { disagreement } from "../fuzz/smuggling/compare";
import { compare } from "../fuzz/smuggling/run";
import { readStrictly, type Seen } from "../fuzz/smuggling/strict";
import { PROGRAM } from "./support/api";

it.each(FUZZERS)(
  "$name: the process lives, others are answered, nothing is left behind",
  async (fuzzer) => {
    const outcome = await run({ program: PROGRAM, fuzzer, seed: 2, from: 0, count: 150 });
    expect(outcome.problems).toEqual([]);
    expect(outcome.bystanders).toBeGreaterThan(0);
    expect(outcome.logLines).toBeGreaterThan(10);
  },
  60_000,
);

it("the API sees the requests that a strict reading sees", async () => {
  const comparison = await compare({ program: PROGRAM, seed: 2, from: 0, count: 400, go: false });
  expect(comparison.problems).toEqual([]);
  expect(comparison.requests).toBeGreaterThan(100);
  expect(comparison.refused).toBeGreaterThan(100);
}, 60_000);

it("inputs are the same for the same seed, and others for another", () => {
  const [first] = FUZZERS;
  const input = (seed: number, index: number) => JSON.stringify(first?.input(new Random(seed, index)));
  expect(input(1, 5)).toBe(input(1, 5));
  expect(new Set([input(1, 5), input(1, 6), input(2, 5)]).size).toBe(3);
  expect(boundaries(new Random(1, 1))).toEqual(boundaries(new Random(1, 1)));
});

describe("the strict reading", () => {
  const HOST = "Host: x\r\n";
  const NEXT = `GET /2 HTTP/1.1\r\n${HOST}\r\n`;
  const post = (framing: string, body: string): string =>
    `POST /1 HTTP/1.1\r\n${HOST}${framing}\r\n${body}${NEXT}`;

  it.each([
    ["a length", post("Content-Length: 3\r\n", "abc"), ["POST /1", "GET /2"]],
    [
      "chunks",
      post("Transfer-Encoding: chunked\r\n", "3;x=y\r\nabc\r\n0\r\nA: b\r\n\r\n"),
      ["POST /1", "GET /2"],
    ],
    ["a length that swallows the next request", post("Content-Length: 200\r\n", ""), []],
    ["a length and chunks", post("Content-Length: 3\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"), []],
    ["two lengths", post("Content-Length: 0\r\nContent-Length: 3\r\n", "abc"), []],
    ["a signed length", post("Content-Length: +3\r\n", "abc"), []],
    ["a coding before chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), []],
    ["a space before the colon", post("Content-Length : 3\r\n", "abc"), []],
    ["a folded header", post("A: b\r\n\tContent-Length: 3\r\n", ""), []],
    ["a line that ends with LF alone", post("A: b\nContent-Length: 3\r\n", "abc"), []],
    ["a chunk's size with a prefix", post("Transfer-Encoding: chunked\r\n", "0x3\r\nabc\r\n0\r\n\r\n"), []],
  ])("of %s", (_what, text, requests) => {
    expect(readStrictly(Buffer.from(text, "latin1")).requests).toEqual(requests);
  });

  it("tells refusals, which are safe, from different requests, which are not", () => {
    const seen = (end: Seen["end"], ...requests: string[]): Seen => ({ requests, end });
    expect(disagreement(seen("refused", "GET /1"), seen("waiting", "GET /1", "GET /2"))).toBeUndefined();
    expect(disagreement(seen("closed"), seen("waiting", "GET /1"))).toBeUndefined();
    expect(disagreement(seen("waiting", "GET /1"), seen("waiting", "GET /1", "GET /2"))).toMatch(/one waits/);
    expect(disagreement(seen("waiting", "GET /1"), seen("waiting", "GET /2"))).toMatch(/request 1 is/);
  });
});
