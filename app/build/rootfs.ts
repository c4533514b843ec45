/**
 * The image's files: the runtime with the shared libraries that it needs, and the bundle. Nothing else is in the
 * image: no shell, no package manager.
 *
 * The Dockerfile writes them into a folder, with the Node that runs it; `npm run image` packs them by itself.
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import type { TarEntry } from "./tar";

/** The customary number of "nonroot"; numeric, so that `runAsNonRoot` can be checked without the image's files. */
export const USER = 65532;

export const NODE = "/usr/local/bin/node";
export const programFile = (name: string): string => `/app/${name}.cjs`;

/** Files that the dynamic linker loads for a program, as `ldd` lists them. */
function sharedLibraries(program: string): readonly string[] {
  const listing = execFileSync("ldd", [program], { encoding: "utf8" });
  return [...listing.matchAll(/(?:=> )?(\/\S+) \(0x/g)].map(([, file]) => file as string);
}

const file = (target: string, source: string, mode: number): TarEntry => ({
  path: target.slice(1),
  mode,
  content: fs.readFileSync(source),
});

const text = (target: string, content: string): TarEntry => ({
  path: target.slice(1),
  mode: 0o644,
  content: Buffer.from(content),
});

/** Changes only with the Node release and the system's libraries. */
export const runtimeFiles = (node: string): readonly TarEntry[] => [
  file(NODE, fs.realpathSync(node), 0o755),
  ...sharedLibraries(node).map((library) => file(library, library, 0o755)),
  text("/etc/passwd", `root:x:0:0:root:/:/sbin/nologin\napi:x:${USER}:${USER}:api:/:/sbin/nologin\n`),
  text("/etc/group", `root:x:0:\napi:x:${USER}:\n`),
];

/**
 * Changes with every version: the program, what it loads only where it is needed, and the folder where the certificate's
 * volume is mounted.
 */
export const programFiles = (
  name: string,
  [program = "", ...parts]: readonly string[],
): readonly TarEntry[] => [
  file(programFile(name), program, 0o644),
  ...parts.map((part) => file(programFile(path.basename(part, ".cjs")), part, 0o644)),
  { path: "cert/", mode: 0o700, owner: USER },
];

/** Writes entries into a folder, as they would lie in the image. */
export function writeFiles(root: string, entries: readonly TarEntry[]): void {
  for (const { path: name, mode, content, owner = 0 } of entries) {
    const target = path.join(root, name);
    fs.mkdirSync(content === undefined ? target : path.dirname(target), { recursive: true });
    if (content !== undefined) {
      fs.writeFileSync(target, content);
    }
    fs.chmodSync(target, mode);
    if (process.getuid?.() === 0) {
      fs.chownSync(target, owner, owner);
    }
  }
}
