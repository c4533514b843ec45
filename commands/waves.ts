import type { WorkspaceDescription } from "../stacks/workspace/platform-stack";

/** What all other workspaces of an environment rest on, in this order. */
const FOUNDATIONS = ["bootstrap", "state"];

/**
 * The order of deployment of an environment: every workspace stands in the first wave after all those that it depends on, and after
 * what all rest on. Workspaces of one wave may be deployed together; they are destroyed in the reverse order.
 */
export function waves(workspaces: readonly WorkspaceDescription[]): readonly (readonly string[])[] {
  const wave = new Map<string, number>();
  const byId = new Map(workspaces.map((workspace) => [workspace.id, workspace]));
  const place = (id: string): number => {
    const known = wave.get(id);
    if (known !== undefined) return known;
    const { kind = "", dependsOn = [] } = byId.get(id) ?? {};
    const below = FOUNDATIONS.includes(kind) ? FOUNDATIONS.slice(0, FOUNDATIONS.indexOf(kind)) : FOUNDATIONS;
    const foundations = workspaces.filter((workspace) => below.includes(workspace.kind));
    const before = [...dependsOn, ...foundations.map((workspace) => workspace.id)].map(place);
    const own = before.length === 0 ? 0 : Math.max(...before) + 1;
    wave.set(id, own);
    return own;
  };
  const result: string[][] = [];
  for (const { id } of workspaces) {
    const index = place(id);
    result[index] ??= [];
    result[index].push(id);
  }
  return result;
}
