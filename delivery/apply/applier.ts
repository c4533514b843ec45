import type { Change } from "../../rehearsal/changes";
import { InputError } from "../../rehearsal/input-error";
import { schedule } from "../../rehearsal/schedule";
import type { Snapshot, Workspace } from "../changes/snapshot";
import { needsOf } from "../changes/waves";
import type { Engine } from "../engine/engine";
import type { Policies } from "../plan/policies";
import type { Reviewed, ReviewedFolder, ReviewedWorkspace } from "../reviewed/folder";
import type { Applied, Ledger } from "../state/ledger";
import type { StateStore } from "../state/store";
import { WorkspaceApply, workspaceOf } from "./workspace-apply";

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
  private readonly one: WorkspaceApply;

  constructor(private readonly applying: Applying) {
    this.one = new WorkspaceApply(applying);
  }

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
    return { results, waiting: this.one.waiting };
  }

  /** Whatever this run does not get to is planned by the next. */
  private async announce(): Promise<void> {
    const { reviewed, ledger } = this.applying;
    const { run, commit } = reviewed;
    const entries = reviewed.workspaces.flatMap((entry): [Workspace, Applied][] => {
      const known = ledger.of(entry.workspace);
      if (entry.kind === "destroy" || known?.run === run || known?.pending === run) return [];
      const first = { commit: entry.from ?? commit, digest: "", run: "", at: "" };
      return [[workspaceOf(entry, this.applying), { ...(known ?? first), pending: run }]];
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
      return await this.one.apply(entry);
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
}
