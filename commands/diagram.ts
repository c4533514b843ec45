import type { WorkspaceDescription } from "../stacks/workspace/platform-stack";

/** The workspaces of an environment as a Mermaid flowchart: an arrow goes from who publishes to who reads. */
export function mermaid(workspaces: readonly WorkspaceDescription[]): string {
  const nodes = workspaces.map(({ id }) => `  ${key(id)}["${id}"]`);
  const edges = edgesOf(workspaces).map(([from, to]) => `  ${key(from)} --> ${key(to)}`);
  return ["flowchart LR", ...nodes, ...edges].join("\n");
}

/** The same graph for Graphviz, with the names of what is read on the arrows. */
export function dot(workspaces: readonly WorkspaceDescription[]): string {
  const nodes = workspaces.map(({ id, resources }) => `  "${id}" [label="${id}\\n${resources} resources"];`);
  const edges = edgesOf(workspaces).map(
    ([from, to, names]) => `  "${from}" -> "${to}" [label="${label(names)}"];`,
  );
  return [
    "digraph workspaces {",
    "  rankdir=LR;",
    '  node [shape=box, style=rounded, fontname="Helvetica", fontsize=12];',
    '  edge [fontname="Helvetica", fontsize=9, color="#5b6573"];',
    ...nodes,
    ...edges,
    "}",
  ].join("\n");
}

const edgesOf = (workspaces: readonly WorkspaceDescription[]) =>
  workspaces.flatMap(({ id, dependsOn, reads }) =>
    dependsOn.map((from) => [from, id, reads[from] ?? []] as const),
  );

const key = (id: string): string => id.replaceAll("-", "_");

const label = (names: readonly string[]): string =>
  names.length <= 3 ? names.join("\\n") : [...names.slice(0, 2), `and ${names.length - 2} more`].join("\\n");

/** A page with the diagram between `<!-- graph:<name> -->` and `<!-- /graph -->` replaced; otherwise as it is. */
export function withDiagram(page: string, name: string, diagram: string): string {
  const block = new RegExp(`(<!-- graph:${name} -->\\n)[\\s\\S]*?(<!-- /graph -->)`);
  return page.replace(
    block,
    (_, start: string, end: string) => `${start}\`\`\`mermaid\n${diagram}\n\`\`\`\n${end}`,
  );
}
