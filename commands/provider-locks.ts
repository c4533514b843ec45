import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type Problem, refused } from "../config/problem";
import type { Environment } from "../config/schema/environment";
import { engineProgram } from "../rehearsal/engine-program";
import { LOCK_FILE, lockOf } from "../stacks/output/locks";
import { type Synthesis, synthesize } from "../stacks/synthesis";

/** Where people and pipelines run Terraform. */
export const PLATFORMS = ["linux_amd64", "linux_arm64", "darwin_amd64", "darwin_arm64", "windows_amd64"];

interface Source {
  /** A filesystem mirror of providers. @default - the registry */
  readonly mirror?: string;
  readonly platform: readonly string[];
}

/**
 * Asks the registry, or a mirror, for the checksums of all that an environment requires, and writes them down.
 *
 * @returns the file, and what is in it
 * @throws ConfigurationError with what Terraform says
 */
export const writeLock = (environment: Environment, checkout: string, { mirror, platform }: Source): string =>
  synthesized(environment, checkout, (folder, { required }) => {
    const providers = Object.values(required[environment.name] ?? {}).flat();
    const required_providers = Object.fromEntries(
      providers.map(({ address, version }) => [address.replace(/^.*\//, ""), { source: address, version }]),
    );
    fs.writeFileSync(
      path.join(folder, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers } }),
    );
    const from = mirror === undefined ? [] : [`-fs-mirror=${path.resolve(mirror)}`];
    const args = ["providers", "lock", "-no-color", ...from, ...platform.map((each) => `-platform=${each}`)];
    const { status, error, stderr } = spawnSync(engineProgram(), args, { cwd: folder, encoding: "utf8" });
    if (status !== 0) {
      const message = `${engineProgram()} providers lock failed: ${(error?.message ?? stderr).trim()}`;
      throw refused(environment.name, message);
    }
    const file = path.join(checkout, lockOf(environment.name));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.copyFileSync(path.join(folder, LOCK_FILE), file);
    return `${lockOf(environment.name)}: ${Object.keys(required_providers).sort().join(", ")}`;
  });

/** What an environment's lock lacks. */
export const lockProblems = (environment: Environment, checkout: string): readonly Problem[] =>
  synthesized(environment, checkout, (_, { unlocked }) =>
    unlocked.map((name) => ({
      path: [],
      message: `${lockOf(name)} has not every provider that ${name} requires; expected what npm run locks -- ${name} writes`,
    })),
  );

/** What a use of an environment's workspaces gives; they are gone afterwards. */
function synthesized<T>(
  environment: Environment,
  checkout: string,
  use: (folder: string, synthesis: Synthesis) => T,
): T {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-locks-"));
  try {
    const outdir = path.join(folder, "out/cdktf.out");
    return use(folder, synthesize([environment], { outdir, checkout }));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}
