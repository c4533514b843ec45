import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { InputError } from "../input-error";

export interface Synthesis {
  /** The folder that `main.ts` lies in. */
  readonly project: string;
  /** All that the project has where empty. */
  readonly environments: readonly string[];
  readonly outdir: string;
  /** HCL instead of JSON. */
  readonly hcl: boolean;
  /** From a kept bundle, as `npm run synth` starts it, where the project has a runner; else file by file. */
  readonly bundled?: boolean;
  /** Variables that differ from the process's own. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Synthesizes environments of a project into a folder of its own, so that the user's `cdktf.out` stays as it is. The
 * user's `TF_VAR_...` are kept from it: they are Terraform's, and nothing of them may be in what is synthesized.
 *
 * @returns what the project says on its error stream, such as whose overlays are in use
 * @throws InputError with what the project says
 */
export function synthesize({
  project,
  environments,
  outdir,
  hcl,
  bundled = false,
  variables,
  signal,
}: Synthesis): Promise<string> {
  const env = {
    ...withoutTerraformVariables(process.env),
    ENVIRONMENT: "",
    CDKTF_OUTDIR: outdir,
    ...(hcl ? { SYNTH_HCL_OUTPUT: "true" } : {}),
    ...(bundled ? {} : { MERIDIAN_BUNDLE: "off" }),
    ...variables,
  };
  return new Promise((resolve, reject) => {
    const runner = path.join(project, "runner/run.cjs");
    const started = fs.existsSync(runner) ? [runner] : ["--import", "tsx"]; // the runner tells a mistake without a trace
    const child = spawn(process.execPath, [...started, path.join(project, "main.ts"), ...environments], {
      cwd: project,
      env,
      stdio: ["ignore", "ignore", "pipe"],
      ...(signal ? { signal } : {}),
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(said.trim());
      else
        reject(
          new InputError(said.trim() || `synthesis of ${environments.join(", ")} ended with code ${code}`),
        );
    });
  });
}

function withoutTerraformVariables(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(environment).filter(([name]) => !/^(TF_VAR_|SYNTH_HCL_OUTPUT$)/.test(name));
  return Object.fromEntries(kept);
}
