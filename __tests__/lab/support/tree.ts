import fs from "node:fs";
import path from "node:path";
import type { Tree } from "../../../constructs/gitops/follower";

/** Writes the files of a tree into a new folder below `parent`, with every image at one digest, and gives that folder. */
export function writeTree(parent: string, tree: Tree, digest: string): string {
  const root = fs.mkdtempSync(path.join(parent, "tree-"));
  for (const [file, text] of Object.entries(tree)) {
    fs.mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text.replace(/sha256:0{64}/, digest));
  }
  return root;
}
