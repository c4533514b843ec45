/** What this program was built from; the bundler fills it in. */
import type { Build } from "./metrics";

declare const __VERSION__: string | undefined;
declare const __COMMIT__: string | undefined;

export const BUILD: Build = {
  version: typeof __VERSION__ === "string" ? __VERSION__ : "development",
  commit: typeof __COMMIT__ === "string" ? __COMMIT__ : "unknown",
};
