import fs from "node:fs";
import path from "node:path";

/** They are not the project's own, or are what the folder itself has. */
const LEFT_OUT = ["cdktf.out", "node_modules", ".git"];

/**
 * Puts what lies beside `cdktf.out` in the project beside another synthesized folder, as links, so that relative paths in workspaces lead
 * where they lead from the project: to local states and kubeconfigs.
 *
 * @param folder - the one that holds `cdktf.out`
 */
export function surround(folder: string, project: string): void {
  fs.mkdirSync(path.join(project, "state"), { recursive: true, mode: 0o700 });
  for (const entry of fs.readdirSync(project)) {
    const link = path.join(folder, entry);
    if (!LEFT_OUT.includes(entry) && !fs.existsSync(link)) fs.symlinkSync(path.join(project, entry), link);
  }
}
