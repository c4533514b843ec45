import fs from "node:fs";
import path from "node:path";
import { isFoundation } from "../../rehearsal/manifest";
import { isConcerned } from "../changes/change-set";
import type { Compared, Comparison } from "../changes/compare";
import { renames } from "../changes/renames";
import { synthesizeKept } from "../changes/revision";
import { readSnapshot, type Snapshot, type Workspace } from "../changes/snapshot";
import { inWaves } from "../changes/waves";
import { surround } from "../engine/surround";
import type { Ledger } from "../state/ledger";

/** A workspace that is gone from the configuration, or has another name: its configuration is from an earlier commit. */
export interface Former {
  readonly workspace: Workspace;
  /** 40 digits. */
  readonly commit: string;
}

/** What is planned, and why. */
export interface Targets {
  /** Reasons by workspace of head. */
  readonly wanted: ReadonlyMap<string, string>;
  readonly removed: ReadonlyMap<string, Former>;
  /** The former workspace by the new id. */
  readonly renamed: ReadonlyMap<string, Former>;
  readonly waves: readonly (readonly string[])[];
}

/**
 * What has to be planned: what differs from base, what was never applied as it stands since an earlier run failed or left it out, and what was
 * applied once and is gone. It stays gone until its state is empty, however many commits pass.
 *
 * @param isAll - plan every workspace of head
 */
export async function targets(
  comparison: Comparison,
  { head, base, baseCommit, changes }: Compared,
  ledger: Ledger,
  isAll: boolean,
): Promise<Targets> {
  const former = await formerWorkspaces(comparison, { head, base, baseCommit }, ledger);
  const unknown = [...head.values()].filter(({ id }) => !ledger.of(id) && !base?.has(id));
  const oldNames = renames(
    [...former.values()].map(({ workspace }) => workspace),
    unknown,
  );
  const renamed = new Map(
    [...oldNames].map(([now, was]): [string, Former] => [now, former.get(was) as Former]),
  );
  const moved = new Set(oldNames.values());
  const removed = new Map([...former].filter(([id]) => !moved.has(id)));
  const status = new Map(changes.workspaces.map((change) => [change.workspace, change]));
  const wanted = new Map<string, string>();
  for (const { id, digest, environment } of head.values()) {
    // Made by hand before there is a place for states, its own state is on the machine of the one who made it: it is never planned here.
    if (isFoundation(id)) continue;
    const change = status.get(id);
    const applied = ledger.of(id);
    const was = oldNames.get(id);
    if (was) wanted.set(id, `renamed from ${was}`);
    else if (applied?.pending) wanted.set(id, `was left over by run ${applied.pending}`);
    else if (applied && applied.digest !== digest) {
      wanted.set(id, `differs from what was applied last, of ${applied.commit.slice(0, 12)}`);
    } else if (change && isConcerned(change) && !applied) {
      wanted.set(id, change.status === "untouched" ? reads(change.readsChanged) : change.status);
    } else if (!applied && ledger.knows(environment)) wanted.set(id, "was never applied");
    else if (isAll) wanted.set(id, "all are planned");
  }
  addReaders(head, wanted);
  const gone: Snapshot = new Map([...removed].map(([id, { workspace }]) => [id, workspace]));
  return { wanted, removed, renamed, waves: inWaves([...wanted.keys(), ...removed.keys()], head, gone) };
}

const reads = (producers: readonly string[]): string => `reads ${producers.join(", ")}`;

/** Readers of what is planned may have to be planned too, directly or through others. */
function addReaders(head: Snapshot, wanted: Map<string, string>): void {
  for (let size = -1; size !== wanted.size; ) {
    size = wanted.size;
    for (const { id, reads: read } of head.values()) {
      const producers = read.flatMap(({ producer }) => (producer && wanted.has(producer) ? [producer] : []));
      if (!wanted.has(id) && producers.length > 0) wanted.set(id, reads(producers));
    }
  }
}

async function formerWorkspaces(
  comparison: Comparison,
  { head, base, baseCommit }: Pick<Compared, "head" | "base" | "baseCommit">,
  ledger: Ledger,
): Promise<ReadonlyMap<string, Former>> {
  const former = new Map<string, Former>();
  for (const workspace of base?.values() ?? []) {
    if (!head.has(workspace.id) && !isFoundation(workspace.id))
      former.set(workspace.id, { workspace, commit: baseCommit as string });
  }
  const { environments } = comparison;
  for (const id of ledger.workspaces) {
    const { commit = "" } = ledger.of(id) ?? {};
    if (head.has(id) || former.get(id)?.commit === commit) continue;
    const workspace = (await snapshotOf(comparison, commit)).get(id);
    if (!workspace || (environments.length > 0 && !environments.includes(workspace.environment))) continue;
    former.set(id, { workspace, commit });
  }
  return former;
}

/** An earlier commit, synthesized once, in folders that Terraform may run in. */
export async function snapshotOf(
  { project, temporary, signal }: Comparison,
  commit: string,
): Promise<Snapshot> {
  const own = path.join(temporary, commit, "own/cdktf.out");
  if (!fs.existsSync(own)) {
    const { folder } = await synthesizeKept(commit, project, path.join(temporary, commit), signal);
    fs.cpSync(folder, own, { recursive: true });
    surround(path.dirname(own), project);
  }
  return readSnapshot(own);
}
