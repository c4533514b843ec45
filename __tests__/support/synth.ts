import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { parseEnvironment } from "../../config/parse";
import type { Environment, EnvironmentInput } from "../../config/schema/environment";
import { synthesize } from "../../stacks/synthesis";
import { environments } from "../fixtures/environments";

type Block = Record<string, Record<string, Record<string, unknown>>>;

/** A synthesized workspace, as Terraform reads it. */
export interface Workspace {
  readonly resource?: Block;
  readonly data?: Block;
  readonly provider?: Record<string, Record<string, unknown>[]>;
  readonly output?: Record<string, { value: unknown; sensitive?: boolean }>;
  readonly variable?: Record<string, Record<string, unknown>>;
  readonly terraform: {
    readonly backend: Record<string, unknown>;
    readonly required_providers: Record<string, { version: string; source: string }>;
  };
}

export interface Output {
  /** Workspaces by id, without cdktf's own metadata. */
  readonly workspaces: Readonly<Record<string, Workspace>>;
  /** For every workspace, those that it reads. */
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
  /** The bytes of every file, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Synthesizes environments the way that `npm run synth` does, and reads what was written. */
export function synthesizeToMemory(all: readonly Environment[], options: { hcl?: boolean } = {}): Output {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-test-"));
  try {
    const outdir = path.join(folder, "cdktf.out");
    synthesize(all, { outdir, ...options });
    return { ...readManifest(outdir), files: readFiles(outdir) };
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** An environment of the fixtures, with changes made to a copy. */
export function environment(
  name: keyof typeof environments,
  change: (input: EnvironmentInput) => void = () => {},
): Environment {
  const input = structuredClone(environments[name]) as EnvironmentInput;
  change(input);
  return parseEnvironment(input, name);
}

/** The resources of a type in a workspace, in the order of their names. */
export const resourcesOf = (
  workspace: Workspace | undefined,
  type: string,
): readonly Record<string, unknown>[] => Object.values(workspace?.resource?.[type] ?? {});

function readManifest(outdir: string): Pick<Output, "workspaces" | "dependencies"> {
  const manifest = JSON.parse(fs.readFileSync(path.join(outdir, "manifest.json"), "utf8")) as {
    stacks: Record<string, { dependencies: string[]; synthesizedStackPath: string }>;
  };
  const entries = Object.entries(manifest.stacks);
  return {
    dependencies: Object.fromEntries(entries.map(([id, { dependencies }]) => [id, dependencies])),
    workspaces: Object.fromEntries(
      entries
        .filter(([, { synthesizedStackPath }]) => synthesizedStackPath.endsWith(".json"))
        .map(([id, { synthesizedStackPath }]) => [
          id,
          withoutMetadata(path.join(outdir, synthesizedStackPath)),
        ]),
    ),
  };
}

const withoutMetadata = (file: string): Workspace =>
  JSON.parse(fs.readFileSync(file, "utf8"), (key, value) => (key === "//" ? undefined : value));

const readFiles = (outdir: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(outdir, { recursive: true, encoding: "utf8" })
      .filter((file) => fs.statSync(path.join(outdir, file)).isFile())
      .sort()
      .map((file) => [file, fs.readFileSync(path.join(outdir, file), "utf8")]),
  );
