/** Packs an image out of this system's libraries: the same files that the Dockerfile makes, without Docker. */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { bundle } from "./bundle";
import { type Architecture, machineArchitecture } from "./machine";
import { imageNode } from "./node";
import { ociArchive } from "./oci";
import { imageName, PROGRAMS, type Program } from "./programs";
import { NODE, programFile, programFiles, runtimeFiles, USER } from "./rootfs";

const SECOND_NS = 1e9;

const entryPoint = ({ name }: Program): readonly string[] => [NODE, programFile(name)];

/** What the Dockerfile says as well; a test compares the two. */
export const imageConfig = (program: Program, commit: string) => ({
  User: `${USER}:${USER}`,
  ExposedPorts: Object.fromEntries(program.ports.map((port) => [`${port}/tcp`, {}])),
  Env: ["PATH=/usr/local/bin"],
  Entrypoint: entryPoint(program),
  WorkingDir: "/",
  Labels: {
    "org.opencontainers.image.title": program.title,
    "org.opencontainers.image.description": program.description,
    "org.opencontainers.image.source": "https://github.com/meridian-platform/meridian",
    "org.opencontainers.image.licenses": "Apache-2.0",
    "org.opencontainers.image.version": program.version,
    "org.opencontainers.image.revision": commit,
  },
  ...(program.healthcheck === undefined
    ? {}
    : {
        Healthcheck: {
          Test: ["CMD", ...entryPoint(program), program.healthcheck],
          Interval: 10 * SECOND_NS,
          Timeout: 5 * SECOND_NS,
          StartPeriod: 5 * SECOND_NS,
          Retries: 3,
        },
      }),
});

/** The commit that is checked out, or "unknown" outside a repository. */
export function currentCommit(): string {
  try {
    return execFileSync("git", ["rev-parse", "HEAD"], {
      cwd: __dirname,
      encoding: "utf8",
      stdio: "pipe",
    }).trim();
  } catch {
    return "unknown";
  }
}

/** Whether an image for such a processor takes this system's libraries. */
export const canPack = (architecture: Architecture): boolean =>
  process.platform === "linux" && architecture === machineArchitecture();

/** Packs the image for this machine's architecture. */
export async function buildImage(
  program: Program = PROGRAMS.api,
  commit = currentCommit(),
): Promise<{ archive: Buffer; digest: string }> {
  const architecture = machineArchitecture();
  if (architecture === undefined || !canPack(architecture)) {
    throw new Error(
      `expected Linux on x64 or arm64, because the image takes this system's libraries, got ${process.platform} on ` +
        process.arch,
    );
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-bundle-"));
  try {
    const bundled = await bundle(path.join(folder, "program.cjs"), commit, program);
    return ociArchive({
      name: imageName(program),
      architecture,
      layers: [runtimeFiles(imageNode()), programFiles(program.name, bundled)],
      config: imageConfig(program, commit),
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
