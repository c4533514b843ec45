import fs from "node:fs";
import path from "node:path";
import type { Graphviz } from "@hpcc-js/wasm-graphviz";
import { loadEnvironments, personalOverlay } from "../config/load";
import type { Environment } from "../config/schema/environment";
import { dot, mermaid, withDiagram } from "./diagram";
import { environmentsProgram, run } from "./program";
import { workspacesOf } from "./workspaces";

/** Where the pictures go, and the page whose diagrams are kept current. */
const PICTURES = "docs/graphs";
const README = "README.md";

async function draw(environments: readonly Environment[]): Promise<void> {
  const wasm = await import("@hpcc-js/wasm-graphviz");
  const graphviz = await wasm.Graphviz.load();
  for (const environment of environments) {
    console.log(`%% ${environment.name}\n${mermaid(workspacesOf(environment))}`);
    const personal = personalOverlay(environment.name);
    if (personal === undefined) write(environment.name, graphviz);
    else console.error(`nothing is written of ${environment.name} while ${personal} is in use`);
  }
}

/** What is committed shows the shipped values, which are the same for every team. */
function write(name: string, graphviz: Graphviz): void {
  const workspaces = loadEnvironments([name], { overlays: "none" }).flatMap(workspacesOf);
  const picture = path.join(PICTURES, `${name}.svg`);
  fs.mkdirSync(PICTURES, { recursive: true });
  fs.writeFileSync(picture, graphviz.dot(dot(workspaces)));
  fs.writeFileSync(README, withDiagram(fs.readFileSync(README, "utf8"), name, mermaid(workspaces)));
  console.error(
    `wrote ${picture} of the shipped values, and the diagram of ${name} in ${README} where it has one`,
  );
}

void run(
  environmentsProgram(
    "graph",
    "Prints the workspaces of environments as Mermaid, writes them as SVG, and renews the README's diagram.",
  ).action((names: string[]) => draw(loadEnvironments(names))),
);
