import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { machineArchitecture } from "../build/machine";
import { temporaryFolder } from "./support/api";

const image = path.join(__dirname, "../build/image.ts");
const FOREIGN = machineArchitecture() === "amd64" ? "arm64" : "amd64";
const BUILD = [
  ...["--build-arg", "VERSION=0.1.0", "--build-arg", expect.stringMatching(/^COMMIT=[0-9a-f]{40}$/)],
  ...["--tag", "ghcr.io/meridian-platform/api:0.1.0", "."],
];

/** What stands in the place of an engine: bash, run for each of its commands. */
type StandIns = Readonly<Partial<Record<"docker" | "podman", string>>>;

const WORKS = 'case $1 in save) echo archive > "$3" ;; esac';

/** Asks for an image that cannot be packed here. */
function build(engines: StandIns) {
  const folder = temporaryFolder();
  for (const [name, script] of Object.entries(engines)) {
    const log = `printf '%s\\n' "${name}" "$@" "" >> "${folder}/log"`;
    fs.writeFileSync(path.join(folder, name), `#!/bin/bash\n${log}\n${script}\n`, { mode: 0o755 });
  }
  // Only what the stand-ins need, and git for the commit; this machine may have engines of its own.
  for (const tool of ["bash", "git"]) {
    const found = spawnSync("sh", ["-c", `command -v ${tool}`], { encoding: "utf8" }).stdout.trim();
    fs.symlinkSync(found, path.join(folder, tool));
  }
  const file = path.join(folder, "image.tar");
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", image, "--architecture", FOREIGN, file],
    { encoding: "utf8", cwd: path.join(__dirname, "../.."), env: { ...process.env, PATH: folder } },
  );
  const log = path.join(folder, "log");
  const asked = fs.existsSync(log) ? fs.readFileSync(log, "utf8").trimEnd().split("\n\n") : [];
  const left = fs.readdirSync(folder).filter((name) => name.startsWith("image"));
  return { status, stdout, stderr, asked: asked.map((lines) => lines.split("\n")), left };
}

it("is built by Docker for the architecture of the machines that run it", () => {
  const { status, stdout, asked, left } = build({ docker: WORKS, podman: WORKS });
  expect(status).toBe(0);
  expect(asked).toEqual([
    ["docker", "version"],
    ["docker", "build", "--platform", `linux/${FOREIGN}`, "--file", "app/Dockerfile", ...BUILD],
    [
      "docker",
      ...["save", "--output", expect.stringContaining("/image.tar.part")],
      "ghcr.io/meridian-platform/api:0.1.0",
    ],
  ]);
  expect(left).toEqual(["image.tar"]);
  expect(stdout).toContain(`image.tar  ghcr.io/meridian-platform/api:0.1.0  linux/${FOREIGN} by docker`);
});

it("is built by Podman where Docker does not answer, without what the Dockerfile's list leaves out", () => {
  const { status, asked } = build({ docker: "exit 1", podman: WORKS });
  expect(status).toBe(0);
  const file = ["--file", "app/Dockerfile", "--ignorefile", "app/Dockerfile.dockerignore"];
  expect(asked[2]).toEqual(["podman", "build", "--platform", `linux/${FOREIGN}`, ...file, ...BUILD]);
});

it("says of each engine why it is none, and where to get one", () => {
  const { status, stderr } = build({ docker: "echo 'is the daemon running?' >&2; exit 1" });
  expect(status).toBe(1);
  expect(stderr).toBe(
    `image: expected Docker or Podman, which make an image for linux/${FOREIGN} here (docker does not answer: is the ` +
      "daemon running?; podman is not installed); install one and start it: https://docs.docker.com/desktop or " +
      "https://podman.io\n",
  );
});

it("leaves no half of an archive", () => {
  const { status, stderr, left } = build({ docker: 'case $1 in save) echo half > "$3"; exit 7 ;; esac' });
  expect([status, left]).toEqual([1, []]);
  expect(stderr).toContain("docker save ended with 7");
});

describe("the architecture of a machine", () => {
  const machine = path.join(__dirname, "../build/machine.ts");

  /** What a Node for Intel finds on a Mac whose sysctl does as a line of shell says. */
  const onMac = (sysctl: string) => {
    const folder = temporaryFolder();
    fs.writeFileSync(path.join(folder, "sysctl"), `#!/bin/sh\n${sysctl}\n`, { mode: 0o755 });
    const program = `console.log(require(${JSON.stringify(machine)}).machineArchitecture("darwin", "x64"))`;
    const env = { ...process.env, PATH: `${folder}:${process.env["PATH"]}` };
    return spawnSync(process.execPath, ["--import", "tsx", "-e", program], { encoding: "utf8", env }).stdout;
  };

  it("is the processor's own, where macOS translates a Node for Intel", () => {
    expect(onMac("echo 1")).toBe("arm64\n");
    expect(onMac("echo \"sysctl: unknown oid 'hw.optional.arm64'\" >&2; exit 1")).toBe("amd64\n");
  });

  it("is Node's own elsewhere, and none where K3s is not made for it", () => {
    expect(machineArchitecture("win32", "x64")).toBe("amd64");
    expect(machineArchitecture("linux", "ia32")).toBeUndefined();
  });
});
