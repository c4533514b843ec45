import * as fs from "node:fs";
import * as path from "node:path";
import { Command } from "commander";
import { loadEnvironments } from "../config/load";
import { exitOnConfigurationError } from "../config/problem";
import type { Environment } from "../config/schema/environment";
import { dot, mermaid, withDiagram } from "./diagram";
import { workspacesOf } from "./workspaces";

/** Where the pictures go, and the page whose diagrams are kept current. */
const PICTURES = "docs/graphs";
const README = "README.md";

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

new Command("graph")
  .description(
    "Prints the workspaces of environments as Mermaid, writes them as SVG, and renews the README's diagram.",
  )
  .argument("[environments...]", "which; all by default, or those of the variable ENVIRONMENT")
  .action((names: string[]) =>
    draw(exitOnConfigurationError(() => loadEnvironments(names.length > 0 ? names.join(",") : undefined))),
  )
  .parse();
