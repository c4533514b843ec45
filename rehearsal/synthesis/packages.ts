import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { cacheHome } from "../cache";
import { InputError } from "../input-error";

const run = promisify(execFile);

interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly integrity?: string;
        readonly link?: boolean;
        readonly dev?: boolean;
        readonly devOptional?: boolean;
      }
    >
  >;
}

/**
 * Gives a project's other revision the packages that its own lock file names: those of the project where it has them all,
 * else installed ones, which are kept in the cache for the next time.
 *
 * @throws InputError where they cannot be installed
 */
export async function providePackages(project: string, folder: string, signal?: AbortSignal): Promise<void> {
  const target = path.join(folder, "node_modules");
  const wanted = readLock(folder);
  if (has(readLock(project), wanted)) return fs.symlinkSync(path.join(project, "node_modules"), target);
  const kept = path.join(cacheHome(), "packages", digestOf(folder), "node_modules");
  if (!fs.existsSync(kept)) await install(folder, kept, signal);
  fs.symlinkSync(kept, target);
}

function readLock(folder: string): Lock {
  return JSON.parse(fs.readFileSync(path.join(folder, "package-lock.json"), "utf8")) as Lock;
}

/** Whether everything that synthesis needs is there in the same version. More does no harm. */
function has(ours: Lock, theirs: Lock): boolean {
  return Object.entries(theirs.packages)
    .filter(
      ([place, { link, dev, devOptional }]) =>
        place.includes("node_modules/") && !link && !dev && !devOptional,
    )
    .every(([place, { version, integrity }]) => {
      const found = ours.packages[place];
      return found?.version === version && (!integrity || found?.integrity === integrity);
    });
}

function digestOf(folder: string): string {
  return createHash("sha256")
    .update(fs.readFileSync(path.join(folder, "package-lock.json")))
    .digest("hex")
    .slice(0, 16);
}

/** Without what only development needs, and without scripts: nothing of an old revision runs but its synthesis. */
async function install(folder: string, kept: string, signal?: AbortSignal): Promise<void> {
  const args = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"];
  try {
    await run("npm", args, { cwd: folder, maxBuffer: 2 ** 26, ...(signal ? { signal } : {}) });
  } catch (error) {
    const { stderr = "", message } = error as Error & { stderr?: string };
    throw new InputError(
      `the packages of the earlier revision differ from those installed, and cannot be installed: ${(stderr || message).trim()}`,
    );
  }
  fs.mkdirSync(path.join(folder, "node_modules"), { recursive: true }); // npm makes none for nothing
  fs.mkdirSync(path.dirname(kept), { recursive: true });
  try {
    fs.renameSync(path.join(folder, "node_modules"), kept);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") {
      if (fs.existsSync(kept)) return fs.rmSync(path.join(folder, "node_modules"), { recursive: true }); // another was faster
      throw error;
    }
    fs.cpSync(path.join(folder, "node_modules"), kept, { recursive: true, verbatimSymlinks: true });
    fs.rmSync(path.join(folder, "node_modules"), { recursive: true });
  }
}
