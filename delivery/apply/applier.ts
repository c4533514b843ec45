import fs from "node:fs";
import { type Change, readChanges } from "../../rehearsal/changes";
import { InputError } from "../../rehearsal/input-error";
import { schedule } from "../../rehearsal/schedule";
import type { Snapshot, Workspace } from "../changes/snapshot";
import { needsOf } from "../changes/waves";
import type { Engine } from "../engine/engine";
import { type RealPlan, WorkspaceRun } from "../engine/workspace-run";
import { differences, exactChanges, type ShownPlan } from "../plan/exact";
import type { Policies } from "../plan/policies";
import { bindingOf, broken } from "../reviewed/binding";
import type { Reviewed, ReviewedFolder, ReviewedWorkspace } from "../reviewed/folder";
import type { Applied, Ledger } from "../state/ledger";
import { archive, move } from "../state/retire";
import { placeOf, resourcesIn, type StateStore } from "../state/store";
import { refuseLosses } from "./losses";

export interface Applying {
  readonly reviewed: Reviewed;
  readonly folder: ReviewedFolder;
  readonly head: Snapshot;
  /** Removed and renamed workspaces, by their former id. */
  readonly former: Snapshot;
  readonly ledger: Ledger;
  readonly engine: Engine;
  readonly store: StateStore;
  /** File of the private half of the key. */
  readonly identity: string;
  readonly recipients: () => Promise<readonly string[]>;
  readonly policies: Policies;
  /** Addresses of what may be replaced or destroyed. */
  readonly allowed: readonly string[];
  /** The approval that is given. */
  readonly approval: string | undefined;
  readonly parallel: number;
  readonly signal: AbortSignal;
  readonly onEnd: (result: Result) => void;
}

/** What became of a workspace. */
export interface Result {
  readonly workspace: string;
  readonly outcome: "applied" | "unchanged" | "destroyed" | "stopped" | "failed" | "skipped";
  /** For people. */
  readonly detail: string;
  /** How its plan differs from the one that was reviewed, where that stopped it. */
  readonly differences?: readonly string[];
  /** What would be done instead. */
  readonly changes?: readonly Change[];
}

/** Applies reviewed plans, wave by wave. A failure stops what needs the workspace; the rest goes on. */
export class Applier {
  private readonly results = new Map<string, Result>();
  private readonly waiting: ReviewedWorkspace[] = [];

  constructor(private readonly applying: Applying) {}

  async run(): Promise<{ results: Result[]; waiting: readonly ReviewedWorkspace[] }> {
    const { reviewed, parallel } = this.applying;
    for (const [workspace, why] of Object.entries(reviewed.failed)) {
      this.note({ workspace, outcome: "failed", detail: `was not planned: ${why}` });
    }
    await this.announce();
    const entries = new Map(reviewed.workspaces.map((entry) => [entry.workspace, entry]));
    for (const wave of reviewed.waves) {
      const members = wave.filter((id) => entries.has(id));
      await schedule(
        members,
        () => [],
        parallel,
        async (id) => {
          this.note(await this.applyOrSkip(entries.get(id) as ReviewedWorkspace));
          return true;
        },
      );
    }
    const order = [...Object.keys(reviewed.failed), ...reviewed.waves.flat()];
    const results = [...this.results.values()].sort(
      (a, b) => order.indexOf(a.workspace) - order.indexOf(b.workspace),
    );
    return { results, waiting: this.waiting };
  }

  /** Whatever this run does not get to is planned by the next. */
  private async announce(): Promise<void> {
    const { reviewed, ledger } = this.applying;
    const { run, commit } = reviewed;
    const entries = reviewed.workspaces.flatMap((entry): [Workspace, Applied][] => {
      const known = ledger.of(entry.workspace);
      if (entry.kind === "destroy" || known?.run === run || known?.pending === run) return [];
      const first = { commit: entry.from ?? commit, digest: "", run: "", at: "" };
      return [[this.workspaceOf(entry), { ...(known ?? first), pending: run }]];
    });
    if (entries.length > 0) await ledger.record(entries);
  }

  private note(result: Result): void {
    this.results.set(result.workspace, result);
    this.applying.onEnd(result);
  }

  private async applyOrSkip(entry: ReviewedWorkspace): Promise<Result> {
    const { workspace } = entry;
    const missing = this.needed(entry).filter((id) => !this.stands(id));
    if (missing.length > 0) return { workspace, outcome: "skipped", detail: `needs ${missing.join(", ")}` };
    if (this.applying.signal.aborted) return { workspace, outcome: "skipped", detail: "interrupted" };
    const known = this.applying.ledger.of(workspace);
    if (known?.run === this.applying.reviewed.run && !known.pending) {
      return { workspace, outcome: "unchanged", detail: "was applied by this run before" };
    }
    try {
      return await this.apply(entry);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { workspace, outcome: "failed", detail: error.message };
    }
  }

  /** Of this run: producers, or for what is removed its readers. */
  private needed({ workspace, kind }: ReviewedWorkspace): string[] {
    const { head, former, reviewed } = this.applying;
    const all = [...reviewed.workspaces.map((entry) => entry.workspace), ...Object.keys(reviewed.failed)];
    if (kind !== "destroy") {
      const needs = needsOf(head.get(workspace) as Workspace, head);
      return all.filter((id) => needs.has(id));
    }
    const { dependencies: _, ...own } = former.get(workspace) as Workspace;
    return all.filter((id) => id !== workspace && this.mayRead(id, own.id));
  }

  /** Whether a workspace reads, or read until this run, one that is removed: all of head come before, for they may have done so. */
  private mayRead(id: string, gone: string): boolean {
    const { head, former } = this.applying;
    const was = former.get(id);
    if (was && !head.has(id)) return needsOf(was, former).has(gone);
    return (head.get(id) as Workspace | undefined)?.environment === former.get(gone)?.environment;
  }

  private stands(id: string): boolean {
    return ["applied", "unchanged", "destroyed"].includes(this.results.get(id)?.outcome ?? "");
  }

  private workspaceOf({ workspace, kind }: ReviewedWorkspace): Workspace {
    const { head, former } = this.applying;
    return (kind === "destroy" ? former : head).get(workspace) as Workspace;
  }

  private async apply(entry: ReviewedWorkspace): Promise<Result> {
    const { head, former, store, folder, identity, engine, approval } = this.applying;
    const workspace = this.workspaceOf(entry);
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
    const workspace = this.workspaceOf(entry);
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
    const workspace = this.workspaceOf(entry);
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
    const workspace = this.workspaceOf(entry);
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
