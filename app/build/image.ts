/**
 * `npm run image`: a program's image as an archive. On Linux, for its own processor, it is packed without Docker and without
 * a registry; otherwise Docker or Podman builds it.
 *
 *     npm run image [-- FILE] [--program movies] [--architecture arm64]          default: app/dist/api-image.tar
 */
import fs from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { buildByEngine } from "./engine";
import { ARCHITECTURES, type Architecture, isArchitecture, machineArchitecture } from "./machine";
import { NODE_VERSION } from "./node";
import { buildImage, canPack, currentCommit } from "./pack";
import { imageName, isProgram, PROGRAMS, type Program } from "./programs";

const USAGE = `Usage: npm run image -- [file]

Makes a program's image, as an archive. On Linux, for its own processor, it is packed without Docker and without a
registry; otherwise, as on macOS and Windows, Docker or Podman builds it.

  file                 where it goes (default: app/dist/<program>-image.tar)
  --program NAME       one of ${Object.keys(PROGRAMS).join(", ")} (default: api)
  --architecture NAME  of the machines that run it, one of ${ARCHITECTURES.join(", ")} (default: this machine's)
  -V, --version        the version that the image has
  -h, --help           this text
`;

/** What the command line asks for; a file to write, or a text to print. */
function read(args: string[]): {
  readonly program: Program;
  readonly architecture: Architecture | undefined;
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
      architecture: { type: "string" },
    },
  });
  const name = values.program;
  if (!isProgram(name)) {
    throw new Error(`expected a program, one of ${Object.keys(PROGRAMS).join(", ")}, got ${name}`);
  }
  const { architecture = machineArchitecture() } = values;
  if (architecture !== undefined && !isArchitecture(architecture)) {
    throw new Error(`expected an architecture, one of ${ARCHITECTURES.join(", ")}, got ${architecture}`);
  }
  const program = PROGRAMS[name];
  const asked = { program, architecture };
  if (values.help) return { ...asked, text: USAGE };
  if (values.version) return { ...asked, text: `${program.version}\n` };
  if (positionals.length > 1) throw new Error(`expected one file, got ${positionals.join(", ")}`);
  return { ...asked, file: positionals[0] };
}

async function main(args: string[]): Promise<void> {
  const { program, architecture, file, text } = read(args);
  if (text === undefined) await write(program, architecture, file);
  else process.stdout.write(text);
}

async function write(
  program: Program,
  architecture: Architecture | undefined,
  target = path.join(__dirname, `../dist/${program.name}-image.tar`),
): Promise<void> {
  if (architecture === undefined) {
    throw new Error(`expected --architecture ${ARCHITECTURES.join(" or ")}, because this is ${process.arch}`);
  }
  fs.mkdirSync(path.dirname(target), { recursive: true });
  const part = `${path.resolve(target)}.part`;
  try {
    const made = canPack(architecture)
      ? await pack(program, part)
      : `linux/${architecture} by ${buildByEngine(program, architecture, currentCommit(), part)}`;
    const mebibytes = (fs.statSync(part).size / 1024 ** 2).toFixed(1);
    fs.renameSync(part, target);
    process.stdout.write(
      `${path.relative(process.cwd(), target)}  ${imageName(program)}  ${made}  ${mebibytes} MiB\n`,
    );
  } finally {
    fs.rmSync(part, { force: true });
  }
}

async function pack(program: Program, target: string): Promise<string> {
  process.stderr.write(`packing ${imageName(program)} with node v${NODE_VERSION}\n`);
  const { archive, digest } = await buildImage(program);
  fs.writeFileSync(target, archive);
  return digest;
}

if (require.main === module) {
  main(process.argv.slice(2)).catch((error: Error) => {
    process.stderr.write(`image: ${error.message}\n`);
    process.exit(1);
  });
}
