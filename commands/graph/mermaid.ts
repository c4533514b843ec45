import type { WorkspaceDescription } from "../../stacks/workspace/platform-stack";
import { coloursOf, INK } from "./kinds";
import { arrowsOf, type Group, groupsOf, kindsIn, shortName } from "./workspaces-graph";

/** The workspaces of an environment as a Mermaid flowchart: an arrow goes from who publishes to who reads. */
export function mermaid(workspaces: readonly WorkspaceDescription[]): string {
  return [
    "flowchart LR",
    ...groupsOf(workspaces).flatMap(group),
    ...arrowsOf(workspaces).map(([from, to]) => `  ${key(from)} --> ${key(to)}`),
    ...kindsIn(workspaces).map(colour),
  ].join("\n");
}

function group({ region, workspaces }: Group): readonly string[] {
  const nodes = workspaces.map(
    (workspace) => `  ${key(workspace.id)}["${shortName(workspace)}"]:::${key(workspace.kind)}`,
  );
  if (region === undefined) return nodes;
  return [`  subgraph region_${key(region)}["${region}"]`, ...nodes.map((node) => `  ${node}`), "  end"];
}

/** The ground is light and the text on it dark, whatever the page is. */
function colour(kind: string): string {
  const { fill, stroke } = coloursOf(kind).light;
  return `  classDef ${key(kind)} fill:${fill},stroke:${stroke},color:${INK.light.text}`;
}

const key = (id: string): string => id.replaceAll("-", "_");
