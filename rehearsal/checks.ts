import fs from "node:fs";
import path from "node:path";
import type { Stage, Staged } from "./stage";
import { AGAIN, differenceOf } from "./synthesis/repeat";
import { wiringProblems } from "./wiring";
import type { Workspace } from "./workspace";
import { judge } from "./world/judge";
import { writtenSecrets } from "./written-secrets";

/** What can be said of a workspace before Terraform reads it. */
export function checkWritten(staged: Staged, { findings }: Workspace, stage: Stage): void {
  for (const problem of wiringProblems(staged, stage.neighbours))
    findings.add({ step: "wiring", ...problem });
  if (!stage.world.marks) return;
  const written = writtenSecrets(staged.configuration, (provider) => stage.schemaOf(staged, provider));
  for (const { address, summary } of written) {
    findings.add({ step: "secrets", rule: "secret", address, summary, detail: "" });
  }
}

/** Judges an environment once all of it stands, from this rehearsal or an earlier one. */
export function judgeWorld(
  stage: Stage,
  environment: string,
  workspaces: ReadonlyMap<string, Workspace>,
  standing: ReadonlySet<string>,
): void {
  const members = stage.members(environment);
  const stands = ({ id, state }: (typeof members)[number]) =>
    (standing.has(id) || !workspaces.has(id)) && fs.existsSync(state);
  if (!members.every(stands)) return;
  try {
    for (const [id, findings] of judge(members, stage.project)) workspaces.get(id)?.judged(findings);
  } catch (error) {
    // A mistake of the rehearsal must not cost what else was found.
    const detail = (error as Error).stack ?? String(error);
    const [workspace] = workspaces.values();
    workspace?.findings.add({
      step: "world",
      rule: "emulator",
      summary: `${environment} cannot be judged`,
      detail,
    });
    workspace?.judged([]);
  }
}

/** Nothing of a workspace may differ from what was synthesized again. */
export function compareWith(again: string, folder: string, workspaces: ReadonlyMap<string, Workspace>): void {
  for (const [id, workspace] of workspaces) {
    const difference = differenceOf(id, folder, again);
    if (!difference) continue;
    const { file, line, first, again: other } = difference;
    const snippet = {
      file: path.basename(file),
      line,
      code: `first ${first.trim()}\nagain ${other.trim()}`,
      values: [],
    };
    const detail = "synthesis may depend on nothing but the configuration";
    workspace.findings.add({
      step: "synthesis",
      rule: "deterministic",
      summary: `${AGAIN}, this comes out differently`,
      detail,
      file,
      snippet,
    });
    workspace.conclude();
  }
}
