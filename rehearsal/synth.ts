import { spawn } from "node:child_process";
import path from "node:path";
import { InputError } from "./input-error";

/** Synthesizes environments of a project into a folder of its own, so that the user's `cdktf.out` stays as it is. */
export function synthesize(
  project: string,
  environments: readonly string[],
  outdir: string,
  hcl: boolean,
  signal?: AbortSignal,
): Promise<void> {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ENVIRONMENT: environments.join(","),
    CDKTF_OUTDIR: outdir,
  };
  delete env["SYNTH_HCL_OUTPUT"];
  if (hcl) env["SYNTH_HCL_OUTPUT"] = "true";
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", path.join(project, "main.ts")], {
      cwd: project,
      env,
      stdio: ["ignore", "ignore", "pipe"],
      ...(signal ? { signal } : {}),
    });
    let errors = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      errors += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) {
        process.stderr.write(errors); // which personal overlays it used
        resolve();
      } else
        reject(
          new InputError(errors.trim() || `synthesis of ${environments.join(", ")} ended with code ${code}`),
        );
    });
  });
}
