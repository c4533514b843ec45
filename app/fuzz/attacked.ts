import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { bundle } from "../build/bundle";
import { Target } from "./target";

/**
 * Attacks an API, bundled for it, in a folder of its own, which holds its certificate; both are gone after.
 *
 * @param node the Node that runs it
 */
export async function attacked<Result>(
  name: string,
  flags: readonly string[],
  node: string,
  attack: (target: Target, folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `meridian-${name}-`));
  let target: Target | undefined;
  try {
    const program = path.join(folder, "api.cjs");
    await bundle(program, name);
    target = await Target.start(program, folder, flags, node);
    return await attack(target, folder);
  } finally {
    target?.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
