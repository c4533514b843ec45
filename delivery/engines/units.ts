import { producersOf, type Snapshot, type Workspace } from "../changes/snapshot";

/** A workspace as other engines know it. */
export interface Unit {
  readonly id: string;
  readonly workspace: Workspace;
  /** What it comes after, directly, in the order of the alphabet. */
  readonly after: readonly string[];
}

/** Workspaces in the order of the alphabet, without what a person applies by hand: the account itself, and the storage of states. */
export function units(snapshot: Snapshot): Unit[] {
  const delivered = [...snapshot.values()].filter(({ id, environment }) => id.startsWith(`${environment}-`));
  const known = new Set(delivered.map(({ id }) => id));
  return delivered
    .map((workspace) => ({
      id: workspace.id,
      workspace,
      after: [...new Set([...workspace.dependencies, ...producersOf(workspace)])]
        .filter((id) => known.has(id))
        .sort(),
    }))
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}
