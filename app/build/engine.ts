/** Builds an image by its Dockerfile with Docker or Podman: where this system's libraries are not the image's. */
import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Architecture } from "./machine";
import { imageName, type Program } from "./programs";

const ROOT = path.join(__dirname, "../..");

type Arguments = readonly string[];

interface Engine {
  readonly command: string;
  /** Docker finds the Dockerfile's own list of what to leave out by itself, if BuildKit builds. */
  readonly ignoring: (dockerfile: string) => Arguments;
}

const ENGINES: readonly Engine[] = [
  { command: "docker", ignoring: () => [] },
  { command: "podman", ignoring: (dockerfile) => ["--ignorefile", `${dockerfile}.dockerignore`] },
];

/** Why an engine cannot be used; nothing where it answers. `version` asks Docker's daemon, and Podman's machine, too. */
function complaint({ command }: Engine): string | undefined {
  const { error, status, stderr } = spawnSync(command, ["version"], { encoding: "utf8" });
  if (error !== undefined) return `${command} is not installed`;
  return status === 0 ? undefined : `${command} does not answer: ${stderr.trim().split("\n").at(-1)}`;
}

function findEngine(platform: string): Engine {
  const complaints: string[] = [];
  for (const engine of ENGINES) {
    const found = complaint(engine);
    if (found === undefined) return engine;
    complaints.push(found);
  }
  throw new Error(
    `expected Docker or Podman, which make an image for ${platform} here (${complaints.join("; ")}); install one and start ` +
      "it: https://docs.docker.com/desktop or https://podman.io",
  );
}

function run({ command }: Engine, args: Arguments): void {
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    // The command's own output is one line, of what it made.
    stdio: ["ignore", process.stderr, process.stderr],
    env: { ...process.env, DOCKER_BUILDKIT: "1" },
  });
  if (status !== 0) throw new Error(`${command} ${args[0]} ended with ${status}; what it said stands above`);
}

/**
 * Writes an archive that `ctr images import` names, as the packed one. The bases come from Docker's hub.
 *
 * @returns the command that made it
 * @throws Error where neither engine answers, or the one that does cannot build it
 */
export function buildByEngine(
  program: Program,
  architecture: Architecture,
  commit: string,
  file: string,
): string {
  const platform = `linux/${architecture}`;
  const engine = findEngine(platform);
  const name = imageName(program);
  run(engine, [
    "build",
    ...["--platform", platform, "--file", program.dockerfile, ...engine.ignoring(program.dockerfile)],
    ...["--build-arg", `VERSION=${program.version}`, "--build-arg", `COMMIT=${commit}`, "--tag", name, "."],
  ]);
  run(engine, ["save", "--output", file, name]);
  return engine.command;
}
