import fs from "node:fs";
import path from "node:path";
import { InputError } from "../input-error";
import { bringUp, type Options, rehearse } from "../rehearse";
import { table } from "../report/table";
import { upgradeText } from "../report/upgrade";
import { isWork } from "../stage";
import { synthesizeRevision } from "../synthesis/revision";
import type { Synthesis } from "../synthesis/synth";
import { Upgrade } from "../upgrade";
import { type Answer, optionsFor, type Question } from "./question";
import { reported } from "./reported";

/** Rehearses a synthesized folder over an earlier configuration. */
export async function upgradeFrom(
  from: string,
  folder: string,
  synthesis: Omit<Synthesis, "outdir">,
  question: Question,
): Promise<Answer> {
  const { flags, temporary, shown } = question;
  const work = flags.work ? path.resolve(flags.work) : path.join(temporary, "work");
  const options = { ...optionsFor(folder, question), work, destroy: false };
  shown.say(`bringing up ${from}`);
  const earlier = await bringUpEarlier(
    from,
    synthesis,
    { ...options, onProgress: () => undefined },
    temporary,
  );
  const report = await rehearse({ ...options, upgrade: new Upgrade(flags.allow) });
  return reported(
    report,
    folder,
    synthesis,
    question,
    (it) => `${table(it, process.stdout.isTTY)}\n${upgradeText(earlier, it)}`,
  );
}

/**
 * Puts the states of an earlier configuration into the work folder: those that an earlier rehearsal left, or those of a
 * revision, which is synthesized and brought up.
 *
 * @param from - an earlier rehearsal's work folder, or a name that Git resolves to a commit
 * @returns what it was, for people
 */
async function bringUpEarlier(
  from: string,
  synthesis: Omit<Synthesis, "outdir" | "variables">,
  options: Options & { readonly work: string },
  temporary: string,
): Promise<string> {
  const { work } = options;
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
  const errors = await bringUp({ ...options, folder, project, faults: [] });
  if (errors.length > 0) {
    throw new InputError(
      `revision ${from} cannot be brought up, so nothing can follow it:\n${errors.join("\n")}`,
    );
  }
  return [`revision ${commit.slice(0, 12)}`, ...own].join(" with ");
}
