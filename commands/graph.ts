import fs from "node:fs";
import path from "node:path";
import { loadEnvironments, personalOverlay } from "../config/load";
import type { Environment } from "../config/schema/environment";
import { mermaid } from "./graph/mermaid";
import { PICTURES, picturesOf } from "./graph/pictures";
import { environmentsProgram, run } from "./program";
import { workspacesOf } from "./workspaces";

const ROOT = path.join(__dirname, "..");

async function draw(environments: readonly Environment[]): Promise<void> {
  for (const environment of environments) {
    console.log(`%% ${environment.name}\n${mermaid(workspacesOf(environment))}`);
    const personal = personalOverlay(environment.name);
    if (personal === undefined) await write(environment.name);
    else console.error(`nothing is written of ${environment.name} while ${personal} is in use`);
  }
}

/** What is committed shows the shipped values, which are the same for every team. */
async function write(name: string): Promise<void> {
  fs.mkdirSync(path.join(ROOT, PICTURES), { recursive: true });
  for (const environment of loadEnvironments([name], { overlays: "none" })) {
    for (const [file, svg] of Object.entries(await picturesOf(environment))) {
      fs.writeFileSync(path.join(ROOT, file), svg);
      console.error(`wrote ${file} of the shipped values`);
    }
  }
}

void run(
  environmentsProgram(
    "graph",
    "Prints the workspaces of environments as Mermaid, and draws them and the path of a request as SVG.",
  ).action((names: string[]) => draw(loadEnvironments(names))),
);
