import { environments as known } from "../config/environments";
import { loadEnvironments, outputFolder } from "../config/load";
import { synthesize } from "../stacks/synthesis";
import { environmentsProgram, run } from "./program";
import { jsonReport, report } from "./synth-report";
import { unownedStates } from "./unowned-states";

interface Flags {
  readonly hcl: boolean;
  readonly outdir: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

const command = environmentsProgram(
  "synth",
  "Synthesizes environments into Terraform workspaces, and shows them.",
)
  .option("--hcl", "HCL (cdk.tf) instead of JSON (cdk.tf.json)", false)
  .option("--outdir <folder>", "where the workspaces go", outputFolder())
  .option("--json", "what was written, for programs", false)
  .option("--quiet", "say nothing unless something is wrong", false)
  .action((names: string[], { json, quiet, ...options }: Flags) => {
    const environments = loadEnvironments(names);
    const synthesis = synthesize(environments, options);
    const states = unownedStates(options.outdir, environments, synthesis, Object.keys(known));
    if (json) console.log(jsonReport(environments, synthesis, states));
    else if (!quiet) {
      console.log(report(environments, synthesis, states));
      const seconds = performance.now() / 1000; // since the process began: what a user waits for
      console.log(
        `${synthesis.workspaces.length} workspaces in ${options.outdir}/stacks, ${seconds.toFixed(2)} s`,
      );
    }
  });

void run(command);
