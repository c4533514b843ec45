import fs from "node:fs";
import path from "node:path";
import { type Change, readChanges } from "../../rehearsal/changes";
import { InputError } from "../../rehearsal/input-error";
import { producerOf } from "../../rehearsal/remote-state";
import { schedule } from "../../rehearsal/schedule";
import type { Snapshot, Workspace } from "../changes/snapshot";
import { needsOf } from "../changes/waves";
import type { Engine } from "../engine/engine";
import { WorkspaceRun } from "../engine/workspace-run";
import { bindingOf } from "../reviewed/binding";
import type { ReviewedFolder, ReviewedWorkspace } from "../reviewed/folder";
import { placeOf, type StateStore } from "../state/store";
import { type ExactChange, exactChanges, type ShownPlan, withoutInvented } from "./exact";
import type { Policies } from "./policies";
import { PreviewWorld } from "./preview";
import type { Former, Targets } from "./targets";

export interface Planning {
  readonly targets: Targets;
  readonly head: Snapshot;
  /** The synthesized folder of head. */
  readonly folder: string;
  readonly project: string;
  readonly temporary: string;
  readonly engine: Engine;
  readonly store: StateStore;
  readonly reviewed: ReviewedFolder;
  readonly recipients: readonly string[];
  readonly policies: Policies;
  /** Workspaces at a time. */
  readonly parallel: number;
  readonly onPlanned: (planned: Planned) => void;
}

/** What planning a workspace came to. */
export interface Planned {
  readonly workspace: string;
  readonly reviewed?: ReviewedWorkspace;
  /** What the engine prints of the plan; of previews nothing. */
  readonly text?: string;
  /** A reader of which no consumed output changes: it needs no plan. */
  readonly isUnaffected?: boolean;
  /** Why it could not be planned. */
  readonly failed?: string;
}

/** Plans workspaces, each after those that it reads, a few at a time. */
export class Planner {
  private readonly plans = new Map<string, ShownPlan>();
  private readonly results = new Map<string, Planned>();
  private readonly preview: PreviewWorld;

  constructor(private readonly planning: Planning) {
    const { targets, head, folder, project, temporary, store } = planning;
    this.preview = new PreviewWorld(
      head,
      new Set(targets.wanted.keys()),
      folder,
      project,
      path.join(temporary, "preview"),
      store,
      (id) => this.stateOf(id),
    );
  }

  async run(): Promise<Planned[]> {
    const { targets, head, parallel } = this.planning;
    const ids = targets.waves.flat();
    const needs = (id: string) =>
      head.has(id)
        ? [...needsOf(head.get(id) as Workspace, head)].filter((each) => targets.wanted.has(each))
        : [];
    try {
      await schedule(ids, needs, parallel, async (id) => {
        const planned = await this.planOne(id).catch((error: Error) => {
          if (!(error instanceof InputError)) throw error;
          return { workspace: id, failed: error.message };
        });
        this.note(planned);
        return !planned.failed;
      });
    } finally {
      await this.preview.close();
    }
    for (const id of ids.filter((each) => !this.results.has(each))) {
      const missing = needs(id).filter((each) => !this.results.get(each)?.reviewed);
      this.note({ workspace: id, failed: `not planned, since it needs ${missing.join(", ")}` });
    }
    return ids.map((id) => this.results.get(id) as Planned);
  }

  private note(planned: Planned): void {
    this.results.set(planned.workspace, planned);
    this.planning.onPlanned(planned);
  }

  private planOne(id: string): Promise<Planned> {
    const { targets, head } = this.planning;
    const gone = targets.removed.get(id);
    if (gone) return this.planDestruction(gone);
    const workspace = head.get(id) as Workspace;
    const waitsFor = this.waitsFor(workspace);
    if (waitsFor.length > 0) return this.planPreview(workspace, waitsFor);
    const former = targets.renamed.get(id);
    if (former) return this.planMove(workspace, former);
    const isOnlyReader = (targets.wanted.get(id) ?? "").startsWith("reads ");
    return isOnlyReader ? Promise.resolve({ workspace: id, isUnaffected: true }) : this.planReal(workspace);
  }

  /** Producers of which a consumed output changes, or may. */
  private waitsFor({ reads }: Workspace): string[] {
    const { renamed } = this.planning.targets;
    const changing = reads.flatMap(({ producer, outputs }) => {
      if (!producer) return [];
      if (renamed.has(producer)) return [producer]; // its state is not where it is read from yet
      const changes = this.plans.get(producer)?.output_changes ?? {};
      const isChanging = outputs.some((name) => changes[name]?.actions.some((action) => action !== "no-op"));
      return isChanging ? [producer] : [];
    });
    return [...new Set(changing)];
  }

  private async planReal(workspace: Workspace): Promise<Planned> {
    const { head, store, targets, engine } = this.planning;
    const binding = await bindingOf(workspace, [head], store);
    const { file, json, text } = await new WorkspaceRun(engine, workspace).plan(["-lock=false"]);
    const why = targets.wanted.get(workspace.id) as string;
    const reviewed = await this.keep({ workspace, kind: "plan", why, binding }, json, file);
    return { workspace: workspace.id, text, reviewed };
  }

  private async planPreview(workspace: Workspace, waitsFor: readonly string[]): Promise<Planned> {
    const { head, store, targets } = this.planning;
    const binding = await bindingOf(workspace, [head], store);
    const { json, invented } = await this.preview.plan(workspace.id);
    const former = targets.renamed.get(workspace.id);
    const why = targets.wanted.get(workspace.id) as string;
    const subject = { workspace, kind: former ? "move" : "preview", why, binding, waitsFor, former } as const;
    return { workspace: workspace.id, reviewed: await this.keep(subject, json, undefined, invented) };
  }

  /** A renamed workspace: planned from a private copy of the old state, since the new place has none yet. */
  private async planMove(workspace: Workspace, former: Former): Promise<Planned> {
    const { head, store, engine, temporary } = this.planning;
    const binding = await bindingOf(
      former.workspace,
      [new Map([[former.workspace.id, former.workspace]]), head],
      store,
    );
    const state = await store.read(placeOf(former.workspace));
    const copy = path.join(temporary, `${workspace.id}.tfstate`);
    if (state) fs.writeFileSync(copy, JSON.stringify(state), { mode: 0o600 });
    const directory = `${workspace.directory}.move`; // beside it, so that relative paths lead to the same places
    fs.cpSync(workspace.directory, directory, { recursive: true });
    const backend = { terraform: { backend: { local: { path: copy } } } };
    fs.writeFileSync(path.join(directory, "move_override.tf.json"), JSON.stringify(backend));
    const { json, text } = await new WorkspaceRun(engine, { id: workspace.id, directory }).plan([
      "-lock=false",
    ]);
    for (const each of [directory, copy]) fs.rmSync(each, { recursive: true, force: true });
    const why = `renamed from ${former.workspace.id}: its state is moved`;
    const reviewed = await this.keep({ workspace, kind: "move", why, binding, former }, json, undefined);
    return { workspace: workspace.id, text, reviewed };
  }

  private async planDestruction(former: Former): Promise<Planned> {
    const { workspace, commit } = former;
    const { head, store, engine } = this.planning;
    this.refuseWhileRead(workspace);
    if (workspace.protectedResources.length > 0) {
      throw new InputError(
        `is removed, but ${workspace.protectedResources.join(", ")} must not be destroyed (prevent_destroy); put it back, lift the protection in a change of its own, apply that, and remove it then`,
      );
    }
    const binding = await bindingOf(workspace, [head, this.goneSnapshot()], store);
    const { file, json, text } = await new WorkspaceRun(engine, workspace).plan(["-lock=false", "-destroy"]);
    const why = `removed; its configuration is that of ${commit.slice(0, 12)}`;
    const reviewed = await this.keep({ workspace, kind: "destroy", why, binding, former }, json, file);
    return { workspace: workspace.id, text, reviewed };
  }

  private refuseWhileRead(gone: Workspace): void {
    const readers = [...this.planning.head.values()].filter(({ id, reads }) =>
      reads.some((read) => producerOf(id, read, [gone]) === gone.id),
    );
    if (readers.length > 0) {
      throw new InputError(`is removed, but ${readers.map(({ id }) => id).join(", ")} still read it`);
    }
  }

  private goneSnapshot(): Snapshot {
    const { removed } = this.planning.targets;
    return new Map([...removed].map(([id, { workspace }]) => [id, workspace]));
  }

  private stateOf(id: string) {
    const { targets, head, store } = this.planning;
    const workspace = targets.renamed.get(id)?.workspace ?? (head.get(id) as Workspace);
    return store.read(placeOf(workspace));
  }

  private async keep(
    subject: Pick<ReviewedWorkspace, "kind" | "why" | "binding"> & {
      readonly workspace: Workspace;
      readonly waitsFor?: readonly string[];
      readonly former?: Former | undefined;
    },
    json: string,
    plan: string | undefined,
    invented: readonly string[] = [],
  ): Promise<ReviewedWorkspace> {
    const { workspace, former, waitsFor = [], ...rest } = subject;
    const { reviewed, recipients } = this.planning;
    if (plan || rest.kind === "move") this.planning.policies.refuseViolations(workspace.id, json);
    const shown = JSON.parse(json) as ShownPlan;
    this.plans.set(workspace.id, shown);
    this.preview.learn(workspace.id, shown);
    const exact: ExactChange[] = withoutInvented(exactChanges(shown), invented);
    const sealed = await reviewed.keep(workspace.id, plan, exact, recipients);
    if (plan) fs.rmSync(plan, { force: true });
    const was = former && former.workspace.id !== workspace.id ? { was: former.workspace.id } : {};
    const changes: Change[] = readChanges(json);
    return {
      workspace: workspace.id,
      environment: workspace.environment,
      ...rest,
      ...was,
      ...(former ? { from: former.commit } : {}),
      digest: workspace.digest,
      changes,
      waitsFor,
      sealed,
    };
  }
}
