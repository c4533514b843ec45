import fs from "node:fs";
import path from "node:path";
import { InputError } from "../../rehearsal/input-error";
import { producerOf } from "../../rehearsal/remote-state";
import type { Snapshot, Workspace } from "../changes/snapshot";
import { WorkspaceRun } from "../engine/workspace-run";
import { bindingOf } from "../reviewed/binding";
import { placeOf } from "../state/store";
import type { PlanKeeper } from "./keeper";
import type { Planned, Planning } from "./planner";
import type { PreviewWorld } from "./preview";
import type { Former } from "./targets";

/** The kinds of plan that a workspace may need, each made and kept. */
export class WorkspacePlans {
  constructor(
    private readonly planning: Planning,
    private readonly keeper: PlanKeeper,
    private readonly world: PreviewWorld,
  ) {}

  async real(workspace: Workspace): Promise<Planned> {
    const { head, store, targets, engine } = this.planning;
    const binding = await bindingOf(workspace, [head], store);
    const { file, json, text } = await new WorkspaceRun(engine, workspace).plan(["-lock=false"]);
    const why = targets.wanted.get(workspace.id) as string;
    const reviewed = await this.keeper.keep({ workspace, kind: "plan", why, binding }, json, file);
    return { workspace: workspace.id, text, reviewed };
  }

  async preview(workspace: Workspace, waitsFor: readonly string[]): Promise<Planned> {
    const { head, store, targets } = this.planning;
    const binding = await bindingOf(workspace, [head], store);
    const { json, invented } = await this.world.plan(workspace.id);
    const former = targets.renamed.get(workspace.id);
    const why = targets.wanted.get(workspace.id) as string;
    const subject = { workspace, kind: former ? "move" : "preview", why, binding, waitsFor, former } as const;
    return { workspace: workspace.id, reviewed: await this.keeper.keep(subject, json, undefined, invented) };
  }

  /** A renamed workspace: planned from a private copy of the old state, since the new place has none yet. */
  async move(workspace: Workspace, former: Former): Promise<Planned> {
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
    const reviewed = await this.keeper.keep(
      { workspace, kind: "move", why, binding, former },
      json,
      undefined,
    );
    return { workspace: workspace.id, text, reviewed };
  }

  async destruction(former: Former): Promise<Planned> {
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
    const reviewed = await this.keeper.keep({ workspace, kind: "destroy", why, binding, former }, json, file);
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
}
