import type { WorkspaceDescription } from "../../stacks/workspace/platform-stack";

/** Workspaces of one region, or those that belong to none. */
export interface Group {
  readonly region: string | undefined;
  readonly workspaces: readonly WorkspaceDescription[];
}

/** Workspaces by region, in the order in which the regions turn up; those of none come first. */
export function groupsOf(workspaces: readonly WorkspaceDescription[]): readonly Group[] {
  const groups = new Map<string | undefined, WorkspaceDescription[]>([[undefined, []]]);
  for (const workspace of workspaces) {
    const group = groups.get(workspace.region);
    if (group === undefined) groups.set(workspace.region, [workspace]);
    else group.push(workspace);
  }
  return [...groups].map(([region, members]) => ({ region, workspaces: members }));
}

/** From who publishes to who reads, or is deployed afterwards. */
export const arrowsOf = (
  workspaces: readonly WorkspaceDescription[],
): readonly (readonly [string, string])[] =>
  workspaces.flatMap(({ id, dependsOn }) => dependsOn.map((from) => [from, id] as const));

/** Without the environment, which all have in common: `network-eu`. */
export const shortName = ({ kind, region, cluster }: WorkspaceDescription): string =>
  [kind, cluster ?? region].filter((part) => part !== undefined).join("-");

export const kindsIn = (workspaces: readonly WorkspaceDescription[]): readonly string[] => [
  ...new Set(workspaces.map(({ kind }) => kind)),
];
