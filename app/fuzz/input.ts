/** One input: what a client does on one connection. */
import type { ConnectionOptions } from "node:tls";
import type { Random } from "./random";

/** Bytes to send, `end` (a half-close), `reset`, or a pause in milliseconds. */
export type Step = Buffer | "end" | "reset" | number;

export interface Input {
  /** What the bytes travel on: TCP to the port without TLS or with it, or TLS with this protocol by ALPN. */
  readonly over: "plain" | "raw" | "http/1.1" | "h2";
  readonly steps: readonly Step[];
  /** Of the TLS connection; without one it makes no difference. */
  readonly tls?: ConnectionOptions;
  /** Asks for another handshake, which TLS 1.2 has and the server must refuse. */
  readonly renegotiate?: boolean;
}

export interface Fuzzer {
  readonly name: string;
  readonly input: (random: Random) => Input;
}

/** Cuts bytes into packets, and sometimes damages them. */
export function packets(random: Random, whole: Buffer): Step[] {
  const bytes = random.chance(0.3) ? damage(random, whole) : whole;
  if (random.chance(0.6) || bytes.length < 2) {
    return [bytes];
  }
  const steps: Step[] = [];
  let start = 0;
  for (let piece = random.between(1, 6); piece > 0 && start < bytes.length; piece -= 1) {
    const end = piece === 1 ? bytes.length : random.between(start + 1, bytes.length);
    steps.push(bytes.subarray(start, end));
    if (random.chance(0.1)) {
      steps.push(random.between(1, 5));
    }
    start = end;
  }
  return steps;
}

function damage(random: Random, whole: Buffer): Buffer {
  const bytes = Buffer.from(whole);
  const at = random.below(Math.max(1, bytes.length));
  const length = random.between(1, 8);
  switch (random.below(4)) {
    case 0:
      bytes[at] = random.below(256);
      return bytes;
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), random.bytes(length), bytes.subarray(at)]);
    default:
      return bytes.subarray(0, at);
  }
}

/** How a connection ends: politely, half, abruptly, or when the server likes. */
export const farewell = (random: Random): Step[] =>
  random.pick<Step[]>([["end"], ["end"], ["reset"], [random.between(1, 20), "end"]]);
