import { environmentOf, foundationsOf } from "../../rehearsal/manifest";
import { producersOf, type Snapshot, type Workspace } from "./snapshot";

/**
 * The order in which workspaces are changed. A workspace stands after all that it depends on, and no wave holds two of one kind in
 * one environment, so that two regions are never changed at once. Those that are gone come last, in the reverse order.
 *
 * @param head - what is wanted
 * @param base - what there was; of it those that head has no longer are looked up
 */
export function inWaves(ids: readonly string[], head: Snapshot, base: Snapshot): string[][] {
  const kept = ids.filter((id) => head.has(id));
  const gone = ids.filter((id) => !head.has(id));
  const needs = (id: string) => needsOf(head.get(id) as Workspace, head);
  const users = (id: string) => gone.filter((other) => needsOf(base.get(other) as Workspace, base).has(id));
  return [...ordered(kept, needs), ...ordered(gone, (id) => new Set(users(id)))];
}

/** All that have to be changed before a workspace, directly or through others: what its environment rests on, too. */
export function needsOf({ id }: Pick<Workspace, "id">, snapshot: Snapshot): ReadonlySet<string> {
  const needed = new Set<string>();
  const visit = (at: string): void => {
    const workspace = snapshot.get(at);
    if (!workspace) return;
    const foundations = foundationsOf(at).filter((foundation) => snapshot.has(foundation));
    const direct = [...workspace.dependencies, ...producersOf(workspace), ...foundations];
    for (const each of direct) {
      if (needed.has(each) || each === id) continue;
      needed.add(each);
      visit(each);
    }
  };
  visit(id);
  return needed;
}

/** What must not be changed at the same time: the first word of a name without its environment, such as `network` of `azure-network-eu`. */
export function kindOf(id: string): string {
  const environment = environmentOf(id);
  const own = id.startsWith(`${environment}-`) ? id.slice(environment.length + 1) : id;
  return `${environment} ${own.split("-")[0] ?? ""}`;
}

function ordered(ids: readonly string[], needs: (id: string) => ReadonlySet<string>): string[][] {
  const waves: string[][] = [];
  const left = new Map(ids.map((id) => [id, needs(id)]));
  while (left.size > 0) {
    const wave = new Map<string, string>();
    for (const [id, needed] of left) {
      if ([...needed].some((each) => left.has(each)) || wave.has(kindOf(id))) continue;
      wave.set(kindOf(id), id);
    }
    const members = [...wave.values()];
    if (members.length === 0) throw new Error(`a circle among ${[...left.keys()].join(", ")}`); // synthesis has refused it
    for (const id of members) left.delete(id);
    waves.push(members);
  }
  return waves;
}
