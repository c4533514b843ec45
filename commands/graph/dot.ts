import type { WorkspaceDescription } from "../../stacks/workspace/platform-stack";
import { arrowsOf, type Group, groupsOf, shortName } from "./workspaces-graph";

/** Lines of text in a node, and of what kind it is. */
export interface Node {
  readonly id: string;
  readonly lines: readonly string[];
  readonly kind: string;
}

/** The workspaces of an environment for Graphviz: an arrow goes from who publishes to who reads. */
export const workspacesDot = (workspaces: readonly WorkspaceDescription[]): string =>
  digraph([...groupsOf(workspaces).flatMap(group), ...arrowsOf(workspaces).map(arrow)]);

function group({ region, workspaces }: Group): readonly string[] {
  const nodes = workspaces.map((workspace) =>
    node({ id: workspace.id, kind: workspace.kind, lines: [shortName(workspace)] }),
  );
  return region === undefined ? nodes : frame(region, nodes);
}

/** A drawing from left to right. Colours come from the style sheet of the picture. */
export const digraph = (statements: readonly string[]): string =>
  [
    "digraph {",
    "  rankdir=LR; bgcolor=transparent; nodesep=0.2; ranksep=0.7; fontname=Helvetica; fontsize=12;",
    '  node [shape=box, style="rounded,filled", fontname=Helvetica, fontsize=12, margin="0.34,0.08"];',
    "  edge [arrowsize=0.7];",
    ...statements.map((statement) => `  ${statement}`),
    "}",
  ].join("\n");

export const node = ({ id, lines, kind }: Node): string =>
  `${quoted(id)} [label=${quoted(lines.join("\\n"))}, class=${quoted(`kind-${kind}`)}];`;

export const arrow = ([from, to]: readonly [string, string]): string => `${quoted(from)} -> ${quoted(to)};`;

/** A frame around what belongs together, with its name above. */
export const frame = (name: string, statements: readonly string[]): readonly string[] => [
  `subgraph ${quoted(`cluster_${name}`)} {`,
  `  label=${quoted(`  ${name}  `)}; labeljust=l; style=rounded; margin=14;`,
  ...statements.map((statement) => `  ${statement}`),
  "}",
];

const quoted = (text: string): string => `"${text.replaceAll('"', '\\"')}"`;
