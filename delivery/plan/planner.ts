import path from "node:path";
import { InputError } from "../../rehearsal/input-error";
import { schedule } from "../../rehearsal/schedule";
import type { Snapshot, Workspace } from "../changes/snapshot";
import { needsOf } from "../changes/waves";
import type { Engine } from "../engine/engine";
import type { ReviewedFolder, ReviewedWorkspace } from "../reviewed/folder";
import { placeOf, type StateStore } from "../state/store";
import type { ShownPlan } from "./exact";
import { PlanKeeper } from "./keeper";
import type { Policies } from "./policies";
import { PreviewWorld } from "./preview";
import type { Targets } from "./targets";
import { WorkspacePlans } from "./workspace-plans";

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
  private readonly made: WorkspacePlans;

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
    const keeper = new PlanKeeper(planning, (id, shown) => {
      this.plans.set(id, shown);
      this.preview.learn(id, shown);
    });
    this.made = new WorkspacePlans(planning, keeper, this.preview);
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
    if (gone) return this.made.destruction(gone);
    const workspace = head.get(id) as Workspace;
    const waitsFor = this.waitsFor(workspace);
    if (waitsFor.length > 0) return this.made.preview(workspace, waitsFor);
    const former = targets.renamed.get(id);
    if (former) return this.made.move(workspace, former);
    const isOnlyReader = (targets.wanted.get(id) ?? "").startsWith("reads ");
    return isOnlyReader ? Promise.resolve({ workspace: id, isUnaffected: true }) : this.made.real(workspace);
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

  private stateOf(id: string) {
    const { targets, head, store } = this.planning;
    const workspace = targets.renamed.get(id)?.workspace ?? (head.get(id) as Workspace);
    return store.read(placeOf(workspace));
  }
}
