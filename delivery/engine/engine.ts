import { type ChildProcess, spawn } from "node:child_process";
import { engineProgram } from "../../rehearsal/engine-program";
import { InputError } from "../../rehearsal/input-error";
import { type Printed, printed } from "../../rehearsal/printed";
import { type Outcome, readOutcome } from "../../rehearsal/terraform";

/** The program that plans and applies, with the user's own credentials and variables: Terraform, or what `MERIDIAN_TERRAFORM` names. */
export class Engine {
  private readonly running = new Set<ChildProcess>();
  private isStopped = false;

  constructor(
    readonly program: string = engineProgram(),
    signal?: AbortSignal,
  ) {
    signal?.addEventListener("abort", () => this.stop());
  }

  /** Such as `Terraform v1.11.4`: what a plan made by it can be applied by. */
  async version(): Promise<string> {
    const { code, stdout, stderr } = await this.text(["version"], process.cwd());
    const [first = ""] = stdout.split("\n");
    if (code !== 0 || !/^(Terraform|OpenTofu) v/.test(first)) {
      throw new InputError(`${this.program} version: ${(stderr || first).trim() || "says nothing"}`);
    }
    return first;
  }

  /** Runs a command that prints JSON lines. */
  async run(args: readonly string[], directory: string): Promise<Outcome> {
    const { code, stdout, stderr } = await this.text(args, directory);
    return readOutcome(code, stdout, stderr);
  }

  /** @param input - for the standard input */
  async text(args: readonly string[], directory: string, input?: string): Promise<Printed> {
    if (this.isStopped) return { code: 1, stdout: "", stderr: "interrupted" };
    // A process group of its own: Ctrl-C reaches Terraform once, from here, and it ends in an orderly way.
    const child = spawn(this.program, args, { cwd: directory, env: environment(), detached: true });
    this.running.add(child);
    child.stdin.on("error", () => undefined); // it may end without reading
    child.stdin.end(input ?? "");
    try {
      return await printed(child);
    } catch (error) {
      const { code = "" } = error as NodeJS.ErrnoException;
      if (!["ENOENT", "EACCES"].includes(code)) throw error;
      throw new InputError(`${this.program}: no such program; install Terraform, or set MERIDIAN_TERRAFORM`);
    } finally {
      this.running.delete(child);
    }
  }

  /** Terraform stops after what it is doing, writes the state and gives the lock back. */
  private stop(): void {
    this.isStopped = true;
    for (const child of this.running) child.kill("SIGINT");
  }
}

/** The user's, without what would change the meaning of a command. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^TF_(CLI_ARGS|DATA_DIR|WORKSPACE|INPUT|LOG)/.test(name),
  );
  return { ...Object.fromEntries(own), TF_IN_AUTOMATION: "1", TF_INPUT: "0", CHECKPOINT_DISABLE: "1" };
}
