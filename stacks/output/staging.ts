import fs from "node:fs";
import os from "node:os";
import path from "node:path";

const PREFIX = ".meridian.staging";
const NAME = /^\.meridian\.staging\.(.+)\.(\d+)\.[^.]+$/;

/** What no synthesis takes. */
const AN_HOUR = 3_600_000;

/**
 * Makes a folder for one synthesis inside the output folder, hence on the same file system, and removes those of
 * syntheses that ended before they could.
 */
export function makeStaging(folder: string): string {
  const own = fs.mkdtempSync(path.join(folder, `${PREFIX}.${os.hostname()}.${process.pid}.`));
  const now = fs.statSync(own).mtimeMs; // by the file system's clock
  for (const name of fs.readdirSync(folder)) {
    const other = path.join(folder, name);
    if (other !== own && isLeft(other, now)) fs.rmSync(other, { recursive: true, force: true });
  }
  return own;
}

/** Whether a staging folder is abandoned: its process has ended, or runs on another machine and must have by its age. */
function isLeft(folder: string, now: number): boolean {
  const [, host, pid] = path.basename(folder).match(NAME) ?? [];
  if (host === undefined) return false;
  if (host === os.hostname() && !isAlive(Number(pid))) return true;
  return now - (fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0) > AN_HOUR;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
