import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { gzipSync } from "node:zlib";
import { type Configuration, readConfiguration } from "../configuration";
import { engineProgram } from "../engine-program";
import { InputError } from "../input-error";
import { printed } from "../printed";

/**
 * Writes the real schemas of all providers that synthesized workspaces require into a folder, for `--schemas`. Terraform
 * downloads the providers for it, with the user's own settings: this and the mirror are the only parts of a rehearsal that
 * need a network.
 */
export async function makeSchemas(
  files: readonly string[],
  folder: string,
  signal?: AbortSignal,
): Promise<string> {
  return withRequirements(files, async (root) => {
    await run(["init", "-input=false", "-no-color"], root, signal);
    const schemas = await run(["providers", "schema", "-json"], root, signal);
    fs.mkdirSync(folder, { recursive: true });
    const file = path.join(folder, "providers.json.gz");
    fs.writeFileSync(file, gzipSync(schemas));
    return file;
  });
}

/** Downloads the same providers into a filesystem mirror, for `--providers`. */
export async function makeMirror(
  files: readonly string[],
  folder: string,
  signal?: AbortSignal,
): Promise<string> {
  return withRequirements(files, async (root) => {
    fs.mkdirSync(folder, { recursive: true });
    await run(["providers", "mirror", path.resolve(folder)], root, signal);
    return folder;
  });
}

/** Calls back with a folder whose configuration requires every provider that the workspaces require, and nothing else. */
async function withRequirements(
  files: readonly string[],
  make: (root: string) => Promise<string>,
): Promise<string> {
  const configurations = await Promise.all(files.map(readConfiguration));
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "rehearsal-providers-"));
  try {
    const terraform = { required_providers: versions(configurations) };
    fs.writeFileSync(path.join(root, "main.tf.json"), JSON.stringify({ terraform }));
    return await make(root);
  } finally {
    fs.rmSync(root, { recursive: true, force: true });
  }
}

function versions(configurations: readonly Configuration[]): Record<string, object> {
  const required = configurations.flatMap(({ requirements }) => requirements);
  return Object.fromEntries(
    required.map(({ address, version }) => [
      address.split("/").at(-1) as string,
      { source: address, ...(version ? { version } : {}) },
    ]),
  );
}

async function run(args: readonly string[], cwd: string, signal?: AbortSignal): Promise<string> {
  const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
  const child = spawn(engineProgram(), args, { cwd, stdio, ...(signal ? { signal } : {}) });
  const { code, stdout, stderr } = await printed(child);
  if (code === 0) return stdout;
  throw new InputError(
    `${engineProgram()} ${args[0]} ended with code ${code}\n${stripVTControlCharacters(stderr || stdout).trim()}`,
  );
}
