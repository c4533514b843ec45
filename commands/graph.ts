import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { App } from "cdktf";
import { Command } from "commander";
import { loadEnvironments } from "../config/load";
import { exitOnConfigurationError } from "../config/problem";
import type { Environment } from "../config/schema/environment";
import { definePlatform } from "../stacks/platform";
import { describe } from "../stacks/synthesis";
import type { WorkspaceDescription } from "../stacks/workspace/platform-stack";
import { dot, mermaid } from "./diagram";

/** Where the pictures go, and the page whose diagrams are kept current. */
const PICTURES = "docs/graphs";
const README = "README.md";

/** The workspaces of an environment; nothing is synthesized. */
export function workspacesOf(environment: Environment): readonly WorkspaceDescription[] {
  const unused = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-graph-"));
  try {
    const app = new App({ outdir: unused });
    definePlatform(app, environment);
    return describe(app);
  } finally {
    fs.rmSync(unused, { recursive: true });
  }
}

/** A page with the diagram between `<!-- graph:<name> -->` and `<!-- /graph -->` replaced; otherwise as it is. */
export function withDiagram(page: string, name: string, diagram: string): string {
  const block = new RegExp(`(<!-- graph:${name} -->\\n)[\\s\\S]*?(<!-- /graph -->)`);
  return page.replace(
    block,
    (_, start: string, end: string) => `${start}\`\`\`mermaid\n${diagram}\n\`\`\`\n${end}`,
  );
}

async function draw(environments: readonly Environment[]): Promise<void> {
  const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
  const graphviz = await Graphviz.load();
  fs.mkdirSync(PICTURES, { recursive: true });
  for (const environment of environments) {
    const workspaces = workspacesOf(environment);
    const diagram = mermaid(workspaces);
    console.log(`%% ${environment.name}\n${diagram}`);
    const picture = path.join(PICTURES, `${environment.name}.svg`);
    fs.writeFileSync(picture, graphviz.dot(dot(workspaces)));
    fs.writeFileSync(README, withDiagram(fs.readFileSync(README, "utf8"), environment.name, diagram));
    console.error(`wrote ${picture}, and the diagram of ${environment.name} in ${README} where it has one`);
  }
}

if (require.main === module) {
  new Command("graph")
    .description(
      "Prints the workspaces of environments as Mermaid, writes them as SVG, and renews the README's diagram.",
    )
    .argument("[environments...]", "which; all by default, or those of the variable ENVIRONMENT")
    .action((names: string[]) =>
      draw(exitOnConfigurationError(() => loadEnvironments(names.length > 0 ? names.join(",") : undefined))),
    )
    .parse();
}
