import { renames } from "./renames";
import { producersOf, type Snapshot, type Workspace } from "./snapshot";
import { inWaves } from "./waves";

/** A part of a workspace that is not as it was, such as `azurerm_subnet.Nodes`, `output.host` or `provider lock`. */
export interface ChangedBlock {
  readonly address: string;
  readonly change: "added" | "changed" | "removed";
}

/** What becomes of one workspace. */
export interface WorkspaceChange {
  readonly workspace: string;
  readonly environment: string;
  readonly status: "added" | "changed" | "removed" | "renamed" | "untouched";
  /** Its id before, where it was renamed. */
  readonly was?: string;
  readonly blocks: readonly ChangedBlock[];
  /** Workspaces that it reads and that are not untouched, directly or through others: whether it changes, only a plan can say. */
  readonly readsChanged: readonly string[];
}

export interface ChangeSet {
  /** Every workspace of head, and those that are gone. */
  readonly workspaces: readonly WorkspaceChange[];
  /**
   * What is to be planned and applied, in order: all of a wave may be changed at the same time. Removed workspaces come last, after those that
   * read them.
   */
  readonly waves: readonly (readonly string[])[];
}

/**
 * What differs between two synthesized folders, as Terraform sees them.
 *
 * @param base - by workspace; undefined where everything counts as changed
 */
export function changeSet(base: Snapshot | undefined, head: Snapshot): ChangeSet {
  const before: Snapshot = base ?? new Map();
  const gone = [...before.values()].filter(({ id }) => !head.has(id));
  const fresh = [...head.values()].filter(({ id }) => !before.has(id));
  const oldNames = base ? renames(gone, fresh) : new Map<string, string>();
  const moved = new Set(oldNames.values());
  const own = [
    ...[...head.values()].map((workspace) =>
      changeOf(workspace, base && before.get(oldNames.get(workspace.id) ?? workspace.id), !base),
    ),
    ...gone.filter(({ id }) => !moved.has(id)).map(removal),
  ];
  const workspaces = withReaders(own, head);
  const concerned = workspaces.filter(isConcerned).map(({ workspace }) => workspace);
  return { workspaces, waves: inWaves(concerned, head, before) };
}

/** Whether a workspace is planned: it differs, or reads one that does. */
export const isConcerned = ({ status, readsChanged }: WorkspaceChange): boolean =>
  status !== "untouched" || readsChanged.length > 0;

function changeOf(now: Workspace, before: Workspace | undefined, isAll: boolean): WorkspaceChange {
  const { id: workspace, environment } = now;
  const common = { workspace, environment, readsChanged: [] };
  if (isAll) return { ...common, status: "changed", blocks: [] };
  if (!before) return { ...common, status: "added", blocks: [] };
  if (before.id !== workspace) return { ...common, status: "renamed", was: before.id, blocks: [] };
  const blocks = changedBlocks(before, now);
  return { ...common, status: blocks.length > 0 ? "changed" : "untouched", blocks };
}

const removal = ({ id: workspace, environment }: Workspace): WorkspaceChange => ({
  workspace,
  environment,
  status: "removed",
  blocks: [],
  readsChanged: [],
});

function changedBlocks({ blocks: before }: Workspace, { blocks: now }: Workspace): ChangedBlock[] {
  const addresses = [...new Set([...before.keys(), ...now.keys()])].sort();
  return addresses.flatMap((address): ChangedBlock[] => {
    if (before.get(address) === now.get(address)) return [];
    return [{ address, change: !before.has(address) ? "added" : !now.has(address) ? "removed" : "changed" }];
  });
}

function withReaders(changes: readonly WorkspaceChange[], head: Snapshot): WorkspaceChange[] {
  const status = new Map(changes.map((change) => [change.workspace, change.status]));
  const changedProducers = (id: string, seen: Set<string>): string[] =>
    producersOf(head.get(id) as Workspace).flatMap((producer) => {
      if (seen.has(producer) || !head.has(producer)) return [];
      seen.add(producer);
      const own = status.get(producer) === "untouched" ? [] : [producer];
      return [...own, ...changedProducers(producer, seen)];
    });
  return changes.map((change) =>
    head.has(change.workspace)
      ? { ...change, readsChanged: changedProducers(change.workspace, new Set()).sort() }
      : change,
  );
}
