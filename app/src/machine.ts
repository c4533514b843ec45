/** What this machine is called, and the addresses of its network interfaces. */
import os from "node:os";

export interface Machine {
  readonly hostname: string;
  readonly addresses: readonly string[];
}

/** Asking the system costs more than the rest of an answer, and a pod's name and addresses do not change. */
const FRESH_MS = 10_000;

let known: Machine | undefined;
let askedAt = 0;

/** @param now by `performance.now()` */
export function machine(now: number): Machine {
  if (known === undefined || now - askedAt > FRESH_MS) {
    askedAt = now;
    const interfaces = Object.values(os.networkInterfaces());
    known = {
      hostname: os.hostname(),
      addresses: interfaces.flatMap((list) => (list ?? []).map(({ address }) => address)),
    };
  }
  return known;
}
