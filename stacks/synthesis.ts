import "./workspace/creation-traces";
import * as fs from "node:fs";
import * as path from "node:path";
import { App } from "cdktf";
import type { Environment } from "../config/schema/environment";
import { definePlatform } from "./platform";
import { PlatformStack, type WorkspaceDescription } from "./workspace/platform-stack";

export interface SynthesisOptions {
  /** Where the workspaces go. */
  readonly outdir: string;

  /** HCL instead of JSON. @default - as the cdktf CLI asks through `SYNTH_HCL_OUTPUT`, else JSON */
  readonly hcl?: boolean;
}

/**
 * Synthesizes environments into one output folder, whole or not at all: workspaces are written beside it first and moved
 * in once everything has succeeded. Workspaces that are no longer produced are removed; what `terraform init` left in
 * those that stay is kept.
 *
 * @returns what was written, in the order in which the workspaces were defined
 */
export function synthesize(
  environments: readonly Environment[],
  options: SynthesisOptions,
): readonly WorkspaceDescription[] {
  const outdir = path.resolve(options.outdir);
  fs.mkdirSync(path.dirname(outdir), { recursive: true });
  const staging = fs.mkdtempSync(`${outdir}.`);
  const restoreFormat = useFormat(options.hcl);
  const app = new App({ outdir: staging });
  try {
    for (const environment of environments) definePlatform(app, environment);
    app.synth();
    install(staging, outdir);
  } finally {
    restoreFormat();
    fs.rmSync(staging, { recursive: true, force: true });
  }
  if (environments.some(({ state }) => state.kind === "local")) {
    // Local state holds private keys: nobody else on the machine may read it.
    fs.mkdirSync(path.join(outdir, "../state"), { recursive: true, mode: 0o700 });
  }
  return describe(app);
}

/** The workspaces of an app, in the order in which they were defined. */
export const describe = (app: App): readonly WorkspaceDescription[] =>
  app.node.children.flatMap((stack) => (stack instanceof PlatformStack ? [stack.describe()] : []));

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

/** What synthesis writes into a workspace's folder; the rest is Terraform's. */
const WRITTEN = ["cdk.tf.json", "cdk.tf", "metadata.json", "assets"];

function install(staging: string, outdir: string): void {
  const produced = fs.readdirSync(path.join(staging, "stacks"));
  const stacks = path.join(outdir, "stacks");
  fs.mkdirSync(stacks, { recursive: true });
  for (const workspace of fs.readdirSync(stacks)) {
    if (!produced.includes(workspace)) fs.rmSync(path.join(stacks, workspace), { recursive: true });
  }
  for (const workspace of produced) {
    const target = path.join(stacks, workspace);
    if (!fs.existsSync(target)) {
      fs.renameSync(path.join(staging, "stacks", workspace), target);
      continue;
    }
    for (const file of WRITTEN) {
      fs.rmSync(path.join(target, file), { recursive: true, force: true });
      const written = path.join(staging, "stacks", workspace, file);
      if (fs.existsSync(written)) fs.renameSync(written, path.join(target, file));
    }
  }
  fs.renameSync(path.join(staging, "manifest.json"), path.join(outdir, "manifest.json"));
}
