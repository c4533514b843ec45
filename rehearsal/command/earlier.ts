import fs from "node:fs";
import path from "node:path";
import { InputError } from "../input-error";
import { bringUp, type Options } from "../rehearse";
import { isWork } from "../stage";
import { synthesizeRevision } from "../synthesis/revision";
import type { Synthesis } from "../synthesis/synth";

/**
 * Puts the states of an earlier configuration into the work folder: those that an earlier rehearsal left, or those of a
 * revision, which is synthesized and brought up.
 *
 * @param from - an earlier rehearsal's work folder, or whatever Git takes for a commit
 * @returns what it was, for people
 */
export async function bringUpEarlier(
  from: string,
  work: string,
  synthesis: Omit<Synthesis, "outdir" | "variables">,
  options: Options,
  temporary: string,
): Promise<string> {
  if (fs.existsSync(path.join(work, "state"))) {
    throw new InputError(
      `--work ${work}: holds states already, and --from begins with those of another configuration; name a new or an empty folder`,
    );
  }
  if (fs.existsSync(from) && fs.statSync(from).isDirectory() && isWork(from)) {
    fs.cpSync(path.join(from, "state"), path.join(work, "state"), { recursive: true });
    fs.copyFileSync(path.join(from, ".rehearsal"), path.join(work, ".rehearsal"));
    return `the states in ${from}`;
  }
  const { commit, project, folder, own } = await synthesizeRevision(from, synthesis, temporary);
  const errors = await bringUp({ ...options, folder, project, work, faults: [] });
  if (errors.length > 0)
    throw new InputError(
      `revision ${from} cannot be brought up, so nothing can follow it:\n${errors.join("\n")}`,
    );
  return [`revision ${commit.slice(0, 12)}`, ...own].join(" with ");
}
