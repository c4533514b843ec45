/**
 * `npm run image`: the API's image as an OCI archive, made without Docker and without a registry.
 *
 *     npm run image [-- FILE]          default: app/dist/api-image.tar
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import manifest from "../package.json";
import { bundle } from "./bundle";
import { imageNode, NODE_VERSION } from "./node";
import { ociArchive } from "./oci";
import { NODE, PROGRAM, programFiles, runtimeFiles, USER } from "./rootfs";

export const IMAGE_NAME = `ghcr.io/meridian-platform/api:${manifest.version}`;

const ENTRY_POINT = [NODE, PROGRAM];
const ARCHITECTURES: Readonly<Record<string, "amd64" | "arm64">> = { x64: "amd64", arm64: "arm64" };
const SECOND_NS = 1e9;

/** What the Dockerfile says as well; a test compares the two. */
export const imageConfig = (commit: string) => ({
  User: `${USER}:${USER}`,
  ExposedPorts: { "8443/tcp": {}, "9443/tcp": {} },
  Env: ["PATH=/usr/local/bin"],
  Entrypoint: ENTRY_POINT,
  WorkingDir: "/",
  Labels: {
    "org.opencontainers.image.title": "Meridian API",
    "org.opencontainers.image.description": "Says who answered: the API of the Meridian platform",
    "org.opencontainers.image.source": "https://github.com/meridian-platform/meridian",
    "org.opencontainers.image.licenses": "Apache-2.0",
    "org.opencontainers.image.version": manifest.version,
    "org.opencontainers.image.revision": commit,
  },
  Healthcheck: {
    Test: ["CMD", ...ENTRY_POINT, "healthcheck"],
    Interval: 10 * SECOND_NS,
    Timeout: 5 * SECOND_NS,
    StartPeriod: 5 * SECOND_NS,
    Retries: 3,
  },
});

/** The commit that is checked out, or "unknown" outside a repository. */
function currentCommit(): string {
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

/** Packs the image for this machine's architecture. */
export async function buildImage(commit = currentCommit()): Promise<{ archive: Buffer; digest: string }> {
  const architecture = ARCHITECTURES[process.arch];
  if (process.platform !== "linux" || architecture === undefined) {
    throw new Error(
      `expected Linux on x64 or arm64, because the image takes this system's libraries, got ${process.platform} on ` +
        `${process.arch}; build app/Dockerfile instead`,
    );
  }
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-bundle-"));
  try {
    const program = path.join(folder, "api.cjs");
    await bundle(program, commit);
    return ociArchive({
      name: IMAGE_NAME,
      architecture,
      layers: [runtimeFiles(imageNode()), programFiles(program)],
      config: imageConfig(commit),
    });
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const USAGE = `Usage: npm run image -- [file]

Packs the API's image as an OCI archive, without Docker and without a registry.

  file            where it goes (default: app/dist/api-image.tar)
  -V, --version   the version that the image has
  -h, --help      this text
`;

/** What the command line asks for; a file to write, or a text to print. */
function read(args: string[]): { readonly file?: string | undefined; readonly text?: string } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { help: { type: "boolean", short: "h" }, version: { type: "boolean", short: "V" } },
  });
  if (values.help) return { text: USAGE };
  if (values.version) return { text: `${manifest.version}\n` };
  if (positionals.length > 1) throw new Error(`expected one file, got ${positionals.join(", ")}`);
  return { file: positionals[0] };
}

async function main(args: string[]): Promise<void> {
  const { file, text } = read(args);
  if (text === undefined) await pack(file);
  else process.stdout.write(text);
}

async function pack(target = path.join(__dirname, "../dist/api-image.tar")): Promise<void> {
  process.stderr.write(`packing ${IMAGE_NAME} with node v${NODE_VERSION}\n`);
  const { archive, digest } = await buildImage();
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(`${target}.part`, archive);
  fs.renameSync(`${target}.part`, target);
  const mebibytes = (archive.length / 1024 ** 2).toFixed(1);
  process.stdout.write(
    `${path.relative(process.cwd(), target)}  ${IMAGE_NAME}  ${digest}  ${mebibytes} MiB\n`,
  );
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: Error) => {
    process.stderr.write(`image: ${error.message}\n`);
    process.exit(1);
  });
}
