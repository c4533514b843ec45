import Table from "cli-table3";
import { Command } from "commander";
import pc from "picocolors";
import { loadEnvironments, outputFolder } from "../config/load";
import { placeholdersIn } from "../config/placeholders";
import { exitOnConfigurationError } from "../config/problem";
import { synthesize } from "../stacks/synthesis";
import type { WorkspaceDescription } from "../stacks/workspace/platform-stack";
import { waves } from "./waves";

function show(workspaces: readonly WorkspaceDescription[]): void {
  const table = new Table({
    head: ["workspace", "resources", "reads", "publishes"],
    style: { head: [], border: [] },
    colAligns: ["left", "right", "left", "left"],
    chars: process.stdout.isTTY ? { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" } : PLAIN,
  });
  for (const { id, resources, reads, publishes } of workspaces) {
    table.push([pc.bold(id), resources, Object.keys(reads).join("\n"), shortened(publishes)]);
  }
  console.log(table.toString());
  console.log(pc.bold("order of deployment"));
  waves(workspaces).forEach((wave, index) => {
    console.log(`  ${index + 1}. ${wave.join(", ")}`);
  });
}

/** Without lines, for logs and pipes. */
const PLAIN = Object.fromEntries(
  [
    ["top", "top-mid", "top-left", "top-right", "bottom", "bottom-mid", "bottom-left", "bottom-right"],
    ["left", "left-mid", "mid", "mid-mid", "right", "right-mid"],
  ]
    .flat()
    .map((part) => [part, ""]),
);

const shortened = (names: readonly string[]): string =>
  names.length <= 3 ? names.join(", ") : `${names.slice(0, 3).join(", ")} and ${names.length - 3} more`;

function showPlaceholders(environment: string, placeholders: ReturnType<typeof placeholdersIn>): void {
  if (placeholders.length === 0) return;
  console.log(
    `${pc.yellow("before an apply")} replace in config/environments/${environment}.overlay.ts: ${placeholders.map(({ path }) => path).join(", ")}`,
  );
}

/** What the folder holds of other environments. */
function showKept(kept: Readonly<Record<string, string>>): void {
  const environments = [...new Set(Object.values(kept))].sort();
  if (environments.length === 0) return;
  const count = (environment: string) => Object.values(kept).filter((each) => each === environment).length;
  const list = environments.map((environment) => `${environment || "unknown"} (${count(environment)})`);
  console.log(`${pc.yellow("not synthesized now")} and as before: the workspaces of ${list.join(", ")}`);
}

new Command("synth")
  .description("Synthesizes environments into Terraform workspaces, and shows them.")
  .argument("[environments...]", "which; all by default, or those of the variable ENVIRONMENT")
  .option("--hcl", "HCL (cdk.tf) instead of JSON (cdk.tf.json)", false)
  .option("--outdir <folder>", "where the workspaces go", outputFolder())
  .action((names: string[], options: { hcl: boolean; outdir: string }) =>
    exitOnConfigurationError(() => {
      const environments = loadEnvironments(names);
      const { workspaces, kept } = synthesize(environments, options);
      show(workspaces);
      for (const environment of environments) showPlaceholders(environment.name, placeholdersIn(environment));
      showKept(kept);
      const seconds = performance.now() / 1000; // since the process began: what a user waits for
      console.log(`${workspaces.length} workspaces in ${options.outdir}/stacks, ${seconds.toFixed(2)} s`);
    }),
  )
  .parse();
