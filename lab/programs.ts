/** The programs that the lab runs: built from Go modules, kept outside the checkout by version. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { LabError } from "./error";
import type { Progress } from "./progress";

/** Every module in `lab/programs`, in the order of building: what is needed first comes first. */
const MODULES = [
  "pause",
  "tls",
  "containerd",
  "kubernetes",
  "coredns",
  "local-path",
  "helm",
  "traefik",
  "flagger",
  "kustomize-controller",
  "argocd",
  "thanos",
  "h2spec",
] as const;
/** Built where a test asks for them alone: a quarter of an hour on two cores. */
const EXTENDED: readonly ModuleName[] = ["argocd"];

export type ModuleName = (typeof MODULES)[number];

const root = path.join(__dirname, "programs");

/** Where programs and images are kept: `$XDG_CACHE_HOME/meridian`, by default `~/.cache/meridian`. */
export const cacheDir = path.join(
  process.env["XDG_CACHE_HOME"] || path.join(os.homedir(), ".cache"),
  "meridian",
);

/** Version strings that the programs would otherwise not know: their own release sets them the same way. */
const VERSION_FLAGS: Partial<Record<ModuleName, (version: string) => string>> = {
  kubernetes: (version) => {
    const [major, minor] = version.slice(1).split(".");
    const at = "k8s.io/component-base/version";
    return `-X ${at}.gitVersion=${version} -X ${at}.gitMajor=${major} -X ${at}.gitMinor=${minor}`;
  },
  helm: (version) => `-X helm.sh/helm/v3/internal/version.version=${version}`,
  traefik: (version) => `-X github.com/traefik/traefik/v3/pkg/version.Version=${version.slice(1)}`,
};

/** Thanos takes labels for slices (https://github.com/thanos-io/thanos/blob/v0.40.1/.promu.yml); built otherwise it crashes over its first block. */
const TAGS: Partial<Record<ModuleName, string>> = { thanos: "slicelabels" };

interface GoModule {
  readonly name: ModuleName;
  readonly dir: string;
  readonly version: string;
  /** Import paths of the programs. */
  readonly packages: readonly string[];
  /** Folder of the finished programs. */
  readonly bin: string;
}

/** Reads one module; the version and the programs stand in its go.mod and nowhere else. */
function goModule(name: ModuleName): GoModule {
  const dir = path.join(root, name);
  const text = fs.readFileSync(path.join(dir, "go.mod"), "utf8");
  const packages = [...text.matchAll(/^(?:tool |\t)([\w.-]+\/[\w./-]+)$/gm)].map(
    (match) => match[1] as string,
  );
  const required = [...text.matchAll(/^(?:require |\t)(\S+) (v\S+)/gm)];
  const version = required.find(([, module]) => `${packages[0]}/`.startsWith(`${module}/`))?.[2] ?? "v1";
  const digest = createHash("sha256");
  for (const file of fs.readdirSync(dir, { recursive: true, encoding: "utf8" }).sort()) {
    if (/\.(go|mod|sum)$/.test(file)) digest.update(file).update(fs.readFileSync(path.join(dir, file)));
  }
  const key = `${name}-${version}-${digest.digest("hex").slice(0, 8)}`;
  return { name, dir, version, packages: packages.length ? packages : ["."], bin: path.join(cacheDir, key) };
}

/**
 * Name of a program's file: the last path element that is no major version, as Go gives it; the module's own where that
 * says nothing.
 */
function programName({ name }: GoModule, pkg: string): string {
  const last = pkg
    .split("/")
    .filter((part) => !/^v\d+$/.test(part))
    .pop() as string;
  return [".", "cmd"].includes(last) ? name : last;
}

/** Version of a module, as `v1.2.3`. */
export const moduleVersion = (name: ModuleName): string => goModule(name).version;

/** Path of a built program. */
export function program(name: string): string {
  for (const module of MODULES.map(goModule)) {
    if (module.packages.some((pkg) => programName(module, pkg) === name)) return path.join(module.bin, name);
  }
  throw new Error(`no module in lab/programs builds ${name}`);
}

/** Folders of all built programs, for PATH. */
export const programDirs = (): string[] => MODULES.map((name) => goModule(name).bin);

/** Builds one program; the error carries the compiler's last lines. */
function build(module: GoModule, pkg: string, out: string): Promise<void> {
  const flags = `-s -w ${VERSION_FLAGS[module.name]?.(module.version) ?? ""}`.trim();
  const tags = TAGS[module.name];
  return new Promise((resolve, reject) => {
    const go = spawn(
      "nice",
      [
        "go",
        "build",
        ...(tags ? ["-tags", tags] : []),
        "-trimpath",
        "-buildvcs=false",
        "-ldflags",
        flags,
        "-o",
        out,
        pkg,
      ],
      {
        cwd: module.dir,
        env: { ...process.env, CGO_ENABLED: "0", GOWORK: "off" },
        stdio: ["ignore", "ignore", "pipe"],
      },
    );
    let errors = "";
    go.stderr.on("data", (chunk) => {
      errors = (errors + chunk).slice(-2000);
    });
    go.on("error", reject);
    go.on("close", (code) =>
      code === 0
        ? resolve()
        : reject(new LabError(`${pkg} ${module.version} does not build\n${errors.trim()}`)),
    );
  });
}

/**
 * Builds what is missing. A cold build takes about a quarter of an hour on two cores; a warm one, nothing.
 *
 * @param names - of the programs. @default - all that `npm run test:lab` runs
 */
export async function buildPrograms(progress: Progress, names?: readonly string[]): Promise<void> {
  const missing = MODULES.map(goModule).flatMap((module) =>
    module.packages
      .map((pkg) => ({ module, pkg, out: path.join(module.bin, programName(module, pkg)) }))
      .filter(
        ({ out }) =>
          !fs.existsSync(out) && (names?.includes(path.basename(out)) ?? !EXTENDED.includes(module.name)),
      ),
  );
  for (const [index, { module, pkg, out }] of missing.entries()) {
    const step = progress.step(
      `build ${path.basename(out)} ${module.version} (${index + 1} of ${missing.length})`,
    );
    fs.mkdirSync(module.bin, { recursive: true });
    const partial = `${out}.partial-${process.pid}`;
    try {
      await build(module, pkg, partial);
      fs.renameSync(partial, out);
    } finally {
      fs.rmSync(partial, { force: true });
    }
    step.done();
  }
}
