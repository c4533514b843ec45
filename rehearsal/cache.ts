import os from "node:os";
import path from "node:path";

/** What may be made again at any time lies in `$XDG_CACHE_HOME/meridian`, by default `~/.cache/meridian`. */
export const cacheHome = (): string =>
  path.join(process.env["XDG_CACHE_HOME"] || path.join(os.homedir(), ".cache"), "meridian");
