import fs from "node:fs";
import os from "node:os";
import { type Change, readChanges } from "../../rehearsal/changes";
import { InputError } from "../../rehearsal/input-error";
import { schedule } from "../../rehearsal/schedule";
import type { Workspace } from "../changes/snapshot";
import type { Engine } from "../engine/engine";
import { openSession } from "../engine/session";
import { WorkspaceRun } from "../engine/workspace-run";
import { type Secrets, secretsOf } from "../plan/secrets";
import { snapshotOf } from "../plan/targets";
import { Ledger } from "../state/ledger";

export interface DriftOptions {
  readonly project: string;
  readonly environment: string;
  /** Workspaces at a time. @default - two for each processor */
  readonly parallel?: number | undefined;
  /** The caller removes it. */
  readonly temporary: string;
  readonly signal: AbortSignal;
  readonly onEnd?: (drift: WorkspaceDrift) => void;
}

export interface WorkspaceDrift {
  readonly workspace: string;
  /** Whose configuration it is compared with. */
  readonly commit: string;
  /** What an apply of the same configuration would do. */
  readonly changes: readonly Change[];
  readonly failed?: string;
}

export interface Drift {
  readonly workspaces: readonly WorkspaceDrift[];
  /** Workspaces of the configuration that no run has applied. */
  readonly never: readonly string[];
  readonly secrets: Secrets;
}

/**
 * What differs from the configuration that was applied last, workspace by workspace. Nothing is changed and no lock is taken.
 *
 * @throws InputError where it cannot be carried out, or nothing was applied yet
 */
export async function drift(options: DriftOptions): Promise<Drift> {
  const { project, environment, temporary, signal } = options;
  const comparison = { project, base: undefined, environments: [environment], temporary, signal };
  const { engine, store, compared } = await openSession(comparison);
  const { head } = compared;
  const ledger = await Ledger.read(store, [head]);
  const applied = new Map<string, { readonly workspace: Workspace; readonly commit: string }>();
  for (const id of ledger.workspaces) {
    const { commit = "", digest = "", run = "" } = ledger.of(id) ?? {};
    if (run === "") continue; // a run set out to apply it, and never has
    const now = head.get(id);
    const workspace = now?.digest === digest ? now : (await snapshotOf(comparison, commit)).get(id);
    if (workspace?.environment === environment) applied.set(id, { workspace, commit });
  }
  if (applied.size === 0) {
    throw new InputError(
      `${environment}: nothing was applied by the pipeline yet, so there is nothing to differ from`,
    );
  }
  const found = new Map<string, WorkspaceDrift>();
  const parallel = options.parallel ?? 2 * os.availableParallelism();
  await schedule(
    [...applied.keys()],
    () => [],
    parallel,
    async (id) => {
      const { workspace, commit } = applied.get(id) as { workspace: Workspace; commit: string };
      const result = await changesIn(engine, workspace).then(
        (changes) => ({ workspace: id, commit, changes }),
        (error: Error) => ({ workspace: id, commit, changes: [], failed: error.message }),
      );
      found.set(id, result);
      options.onEnd?.(result);
      return true;
    },
  );
  return {
    workspaces: [...applied.keys()].map((id) => found.get(id) as WorkspaceDrift),
    never: [...head.keys()].filter((id) => !applied.has(id)),
    secrets: await secretsOf(head, store),
  };
}

async function changesIn(engine: Engine, workspace: Workspace): Promise<Change[]> {
  const { file, json } = await new WorkspaceRun(engine, workspace).plan(["-lock=false"]);
  fs.rmSync(file);
  return readChanges(json);
}
