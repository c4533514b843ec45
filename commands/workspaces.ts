import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { App } from "cdktf";
import type { Environment } from "../config/schema/environment";
import { definePlatform } from "../stacks/platform";
import { describe } from "../stacks/synthesis";
import type { WorkspaceDescription } from "../stacks/workspace/platform-stack";

/** The workspaces of an environment; nothing is synthesized. */
export function workspacesOf(environment: Environment): readonly WorkspaceDescription[] {
  const unused = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-graph-"));
  try {
    const app = new App({ outdir: unused });
    definePlatform(app, environment);
    return describe(app);
  } finally {
    fs.rmSync(unused, { recursive: true });
  }
}
