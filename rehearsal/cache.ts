import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** What may be made again at any time lies in `$XDG_CACHE_HOME/meridian`, by default `~/.cache/meridian`. */
export const cacheHome = (): string =>
  path.join(process.env["XDG_CACHE_HOME"] || path.join(os.homedir(), ".cache"), "meridian");

/** Moves a folder to where it is kept, unless another process was faster: then it stays where it is. */
export function moveIfAbsent(from: string, to: string): void {
  try {
    fs.renameSync(from, to);
  } catch (error) {
    if (!fs.existsSync(to)) throw error;
  }
}
