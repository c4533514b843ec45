import fs from "node:fs";
import path from "node:path";

const LOCK = ".meridian.lock";

/** How long a lock is believed whose holder does nothing: between two of its signs of life lies one renaming. */
const PATIENCE = 10_000;

/**
 * Does something in a folder while no other process does so. A lock that a process left behind when it was killed is
 * taken over: who holds one lets it grow, which is seen from other containers and machines as well.
 *
 * @param work - calls its argument at least every few seconds
 * @param patience - milliseconds without a sign of life after which a lock is taken over
 */
export function exclusively<T>(folder: string, work: (stillHere: () => void) => T, patience = PATIENCE): T {
  const lock = path.join(folder, LOCK);
  const file = take(lock, patience);
  let signs = 0;
  try {
    return work(() => {
      signs += 1;
      fs.ftruncateSync(file, signs);
    });
  } finally {
    fs.closeSync(file);
    fs.rmSync(lock, { force: true });
  }
}

function take(lock: string, patience: number): number {
  let seen = "";
  let since = performance.now();
  for (;;) {
    try {
      return fs.openSync(lock, "wx");
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const { ino, size } = fs.statSync(lock, { throwIfNoEntry: false }) ?? {};
    if (seen !== `${ino} ${size}`) {
      seen = `${ino} ${size}`;
      since = performance.now();
    }
    if (performance.now() - since > patience) fs.rmSync(lock, { force: true });
    else pause(20);
  }
}

/** Synthesis is one step: nothing else could run meanwhile. */
const pause = (milliseconds: number) =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
