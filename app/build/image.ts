/**
 * `npm run image`: a program's image as an OCI archive, made without Docker and without a registry.
 *
 *     npm run image [-- FILE] [--program movies]          default: app/dist/api-image.tar
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { bundle } from "./bundle";
import { imageNode, NODE_VERSION } from "./node";
import { ociArchive } from "./oci";
import { imageName, isProgram, PROGRAMS, type Program } from "./programs";
import { NODE, programFile, programFiles, runtimeFiles, USER } from "./rootfs";

const ARCHITECTURES: Readonly<Record<string, "amd64" | "arm64">> = { x64: "amd64", arm64: "arm64" };
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
export async function buildImage(
  program: Program = PROGRAMS.api,
  commit = currentCommit(),
): Promise<{ archive: Buffer; digest: string }> {
  const architecture = ARCHITECTURES[process.arch];
  if (process.platform !== "linux" || architecture === undefined) {
    throw new Error(
      `expected Linux on x64 or arm64, because the image takes this system's libraries, got ${process.platform} on ` +
        `${process.arch}; build app/Dockerfile instead`,
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

const USAGE = `Usage: npm run image -- [file]

Packs a program's image as an OCI archive, without Docker and without a registry.

  file            where it goes (default: app/dist/<program>-image.tar)
  --program NAME  one of ${Object.keys(PROGRAMS).join(", ")} (default: api)
  -V, --version   the version that the image has
  -h, --help      this text
`;

/** What the command line asks for; a file to write, or a text to print. */
function read(args: string[]): {
  readonly program: Program;
  readonly file?: string | undefined;
  readonly text?: string;
} {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h" },
      version: { type: "boolean", short: "V" },
      program: { type: "string", default: "api" },
    },
  });
  const name = values.program;
  if (!isProgram(name)) {
    throw new Error(`expected a program, one of ${Object.keys(PROGRAMS).join(", ")}, got ${name}`);
  }
  const program = PROGRAMS[name];
  if (values.help) return { program, text: USAGE };
  if (values.version) return { program, text: `${program.version}\n` };
  if (positionals.length > 1) throw new Error(`expected one file, got ${positionals.join(", ")}`);
  return { program, file: positionals[0] };
}

async function main(args: string[]): Promise<void> {
  const { program, file, text } = read(args);
  if (text === undefined) await pack(program, file);
  else process.stdout.write(text);
}

async function pack(
  program: Program,
  target = path.join(__dirname, `../dist/${program.name}-image.tar`),
): Promise<void> {
  process.stderr.write(`packing ${imageName(program)} with node v${NODE_VERSION}\n`);
  const { archive, digest } = await buildImage(program);
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(`${target}.part`, archive);
  fs.renameSync(`${target}.part`, target);
  const mebibytes = (archive.length / 1024 ** 2).toFixed(1);
  process.stdout.write(
    `${path.relative(process.cwd(), target)}  ${imageName(program)}  ${digest}  ${mebibytes} MiB\n`,
  );
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: Error) => {
    process.stderr.write(`image: ${error.message}\n`);
    process.exit(1);
  });
}
