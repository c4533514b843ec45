import "./workspace/creation-traces";
import fs from "node:fs";
import path from "node:path";
import { App } from "cdktf";
import type { Environment } from "../config/schema/environment";
import { explained } from "../config/system-error";
import { type Claimed, claim, makeFolder, release } from "./output/claim";
import { install } from "./output/install";
import { type RequiredProvider, writeLocks } from "./output/locks";
import type { Listed } from "./output/marker";
import { makeStaging } from "./output/staging";
import { definePlatform } from "./platform";
import { CHECKOUT } from "./pushed-images";
import { PlatformStack, type WorkspaceDescription } from "./workspace/platform-stack";

export interface SynthesisOptions {
  /** Where the workspaces go. */
  readonly outdir: string;

  /** HCL instead of JSON. @default - as the cdktf CLI asks through `SYNTH_HCL_OUTPUT`, else JSON */
  readonly hcl?: boolean;

  /** The checkout whose `deploy/` says which images were pushed, and whose `config/locks` has checksums. @default - this one */
  readonly checkout?: string;
}

/** What a synthesis did. */
export interface Synthesis {
  /** What was written, in the order in which the workspaces were defined. */
  readonly workspaces: readonly WorkspaceDescription[];

  /** The same, each with its environment. */
  readonly written: Listed;

  /** Workspaces of other environments that the folder holds, as they were before, each with its environment. */
  readonly kept: Listed;

  /** The providers that workspaces require, by environment and workspace. */
  readonly required: Readonly<Record<string, Readonly<Record<string, readonly RequiredProvider[]>>>>;

  /** The environments whose workspaces got no checksums of providers, since `config/locks` has not all of them. */
  readonly unlocked: readonly string[];
}

/**
 * Synthesizes environments into one output folder, whole or not at all: workspaces are written beside the others first,
 * and moved in once everything has succeeded. Workspaces of these environments that are no longer produced are removed;
 * other environments' stay, and so does what `terraform init` left.
 *
 * @throws ConfigurationError where the folder is not one for workspaces, or cannot be written
 */
export function synthesize(environments: readonly Environment[], options: SynthesisOptions): Synthesis {
  const restoreFormat = useFormat(options.hcl);
  let folder: Claimed | undefined;
  let staging: string | undefined;
  try {
    folder = claim(options.outdir);
    staging = makeStaging(folder.path);
    const { checkout } = options;
    const context = checkout === undefined ? {} : { [CHECKOUT]: checkout };
    const app = new App({ outdir: staging, context });
    const written: Record<string, string> = {};
    for (const environment of environments) {
      definePlatform(app, environment);
      for (const { node } of app.node.children) written[node.id] ??= environment.name;
    }
    app.synth();
    const required = requirementsOf(app, written);
    const unlocked = writeLocks(checkout ?? path.join(__dirname, ".."), staging, required);
    if (environments.some(({ state }) => state.kind === "local")) makeStateFolder(folder.path);
    const names = environments.map(({ name }) => name);
    const kept = install(app.manifest, folder.path, written, names);
    return { workspaces: describe(app), written, kept, required, unlocked };
  } catch (error) {
    throw explained(error, "; the workspaces are as they were");
  } finally {
    restoreFormat();
    if (staging !== undefined) fs.rmSync(staging, { recursive: true, force: true });
    if (folder !== undefined) release(folder);
  }
}

/** Local state holds private keys: other users of the machine may not read it. */
const makeStateFolder = (outdir: string) => makeFolder(path.join(outdir, "../state"), 0o700);

/** The workspaces of an app, in the order in which they were defined. */
export const describe = (app: App): readonly WorkspaceDescription[] =>
  app.node.children.flatMap((stack) => (stack instanceof PlatformStack ? [stack.describe()] : []));

function requirementsOf(app: App, written: Listed): Synthesis["required"] {
  const required: Record<string, Record<string, readonly RequiredProvider[]>> = {};
  for (const stack of app.node.children) {
    const environment = written[stack.node.id];
    if (environment === undefined || !(stack instanceof PlatformStack)) continue;
    required[environment] = { ...required[environment], [stack.node.id]: stack.requiredProviders };
  }
  return required;
}

/** Apps and stacks both take the format from the process's environment; what an App is told, its stacks ignore. */
function useFormat(hcl: boolean | undefined): () => void {
  const before = process.env["SYNTH_HCL_OUTPUT"];
  if (hcl === undefined) return () => {};
  process.env["SYNTH_HCL_OUTPUT"] = String(hcl);
  return () => {
    if (before === undefined) delete process.env["SYNTH_HCL_OUTPUT"];
    else process.env["SYNTH_HCL_OUTPUT"] = before;
  };
}
