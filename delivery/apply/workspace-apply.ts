import fs from "node:fs";
import { readChanges } from "../../rehearsal/changes";
import { InputError } from "../../rehearsal/input-error";
import type { Workspace } from "../changes/snapshot";
import { type RealPlan, WorkspaceRun } from "../engine/workspace-run";
import { differences, exactChanges, type ShownPlan } from "../plan/exact";
import { bindingOf, broken } from "../reviewed/binding";
import type { ReviewedWorkspace } from "../reviewed/folder";
import { archive, move } from "../state/retire";
import { placeOf, resourcesIn } from "../state/store";
import type { Applying, Result } from "./applier";
import { refuseLosses } from "./losses";

/** The configuration that a reviewed plan is of: of what is removed, the former one. */
export const workspaceOf = (
  { workspace, kind }: ReviewedWorkspace,
  { head, former }: Pick<Applying, "head" | "former">,
): Workspace => (kind === "destroy" ? former : head).get(workspace) as Workspace;

/** Applies what was reviewed of one workspace: as it was saved while all holds, else planned anew and compared. */
export class WorkspaceApply {
  /** What has come to need another approval. */
  readonly waiting: ReviewedWorkspace[] = [];

  constructor(private readonly applying: Applying) {}

  async apply(entry: ReviewedWorkspace): Promise<Result> {
    const { head, former, store, folder, identity, engine, approval } = this.applying;
    const workspace = workspaceOf(entry, this.applying);
    if (entry.approval && entry.approval !== approval) {
      this.waiting.push(entry);
      return {
        workspace: workspace.id,
        outcome: "stopped",
        detail: waits(entry.approval),
        changes: entry.changes,
      };
    }
    const run = new WorkspaceRun(engine, workspace);
    if (entry.kind === "move") await move(store, former.get(entry.was as string) as Workspace, workspace);
    const now = await bindingOf(workspace, [head, former], store);
    const isSaved = "terraform.plan.age" in entry.sealed;
    const reasons = broken(entry.binding, now);
    if (isSaved && reasons.length === 0) {
      const done = await this.applySaved(entry, run, await folder.plan(entry, identity));
      if (done) return this.end(entry, done.completed, "as reviewed");
    }
    return this.planAnew(entry, run, reasons.length > 0 ? reasons : ["its state"]);
  }

  /** @returns undefined where Terraform finds the plan stale */
  private applySaved(entry: ReviewedWorkspace, run: WorkspaceRun, plan: Buffer) {
    const { folder, identity } = this.applying;
    return run.withPlan(plan, async (file) => {
      const reviewed = await folder.changes(entry, identity);
      const held = exactChanges(JSON.parse(await run.show(file)) as ShownPlan);
      if (JSON.stringify(held) !== JSON.stringify(reviewed)) {
        throw new InputError("the plan is not the one that was shown; nothing is applied. Plan again");
      }
      return run.apply(file);
    });
  }

  private async planAnew(
    entry: ReviewedWorkspace,
    run: WorkspaceRun,
    reasons: readonly string[],
  ): Promise<Result> {
    const { folder, identity, store, allowed } = this.applying;
    const workspace = workspaceOf(entry, this.applying);
    const more = entry.kind === "destroy" ? ["-destroy"] : [];
    const plan = await run.plan(["-lock-timeout=10m", ...more]);
    try {
      const exact = exactChanges(JSON.parse(plan.json) as ShownPlan);
      const isPreview = entry.waitsFor.length > 0;
      const isNew = isPreview && resourcesIn(await store.read(placeOf(workspace))) === 0;
      const found = isNew ? [] : differences(await folder.changes(entry, identity), exact, isPreview);
      if (found.length > 0) return await this.ask(entry, plan, found, reasons);
      this.applying.policies.refuseViolations(entry.workspace, plan.json);
      refuseLosses(entry.workspace, readChanges(plan.json), allowed);
      const done =
        exact.length > 0 || entry.kind === "destroy" ? await run.apply(plan.file) : { completed: 0 };
      if (!done) throw new InputError("the state was changed while it was planned; run it again");
      const why = isPreview
        ? "planned for real, as previewed"
        : `planned anew since ${reasons.join(", ")} changed; as reviewed`;
      return await this.end(entry, done.completed, isNew ? "planned for real, as it is new" : why);
    } finally {
      fs.rmSync(plan.file, { force: true });
    }
  }

  /** The new plan takes the place of the reviewed one, and waits for an approval of its own. */
  private async ask(
    entry: ReviewedWorkspace,
    plan: RealPlan,
    found: readonly string[],
    reasons: readonly string[],
  ): Promise<Result> {
    const { reviewed, folder, head, former, store } = this.applying;
    const workspace = workspaceOf(entry, this.applying);
    const exact = exactChanges(JSON.parse(plan.json) as ShownPlan);
    const sealed = await folder.keep(workspace.id, plan.file, exact, await this.applying.recipients());
    const binding = await bindingOf(workspace, [head, former], store);
    const changes = readChanges(plan.json);
    const kind = entry.kind === "destroy" ? "destroy" : "plan";
    const approval = `${reviewed.run}-${sealed["changes.age"]?.slice(0, 8)}`;
    this.waiting.push({ ...entry, kind, binding, changes, sealed, approval, waitsFor: [] });
    return {
      workspace: workspace.id,
      outcome: "stopped",
      detail: `planned anew since ${reasons.join(", ")} changed, and not as reviewed; ${waits(approval)}`,
      differences: found,
      changes,
    };
  }

  private async end(entry: ReviewedWorkspace, completed: number, how: string): Promise<Result> {
    const { reviewed, ledger, store, former } = this.applying;
    const workspace = workspaceOf(entry, this.applying);
    const { run, commit } = reviewed;
    const detail = `${completed} ${completed === 1 ? "resource" : "resources"}, ${how}`;
    if (entry.kind === "destroy") {
      await archive(store, workspace);
      await ledger.record([[workspace, undefined]]);
      return { workspace: workspace.id, outcome: "destroyed", detail };
    }
    const applied = { commit, digest: workspace.digest, run, at: new Date().toISOString() };
    const old = entry.was ? former.get(entry.was) : undefined;
    await ledger.record([[workspace, applied], ...(old ? [[old, undefined] as const] : [])]);
    return { workspace: workspace.id, outcome: completed > 0 ? "applied" : "unchanged", detail };
  }
}

const waits = (approval: string): string => `waits for an approval: --continue ${approval}`;
