import { type SpawnSyncReturns, spawnSync } from "node:child_process";

/** Runs a script with mounts of its own, which end with it. */
export const withMounts = (
  script: string,
  cwd: string,
  variables: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> =>
  spawnSync("unshare", ["--mount", "bash", "-euc", script], {
    cwd,
    env: { ...process.env, NODE: process.execPath, ...variables },
    encoding: "utf8",
  });

/** Whether this process may mount file systems in a mount namespace of its own, as root may on Linux. */
export const canMount: boolean = withMounts("mount -t tmpfs none /mnt", "/").status === 0;

/** A test of what only such a process can bring about; where it is left out, its name says why. */
export const itWithMounts = (name: string, test: () => void, timeout?: number): void =>
  (canMount ? it : it.skip)(canMount ? name : `${name} (left out: needs root and Linux)`, test, timeout);
