import { type ChildProcess, spawn } from "node:child_process";
import { engineProgram } from "./engine-program";
import { InputError } from "./input-error";
import { type Printed, printed } from "./printed";

/** Where a message points to: the lines of the configuration, and what the expressions in them are. */
export interface Snippet {
  /** Relative to the workspace's folder. */
  readonly file: string;
  readonly line: number;
  /** The block that the lines are in, as Terraform names it. */
  readonly context?: string | undefined;
  readonly code?: string | undefined;
  /** Such as `var.name` and `is "a"`. */
  readonly values: readonly { readonly traversal: string; readonly statement: string }[];
}

/** An error or a warning of Terraform, whole. */
export interface Message {
  readonly summary: string;
  readonly detail: string;
  readonly address?: string;
  readonly snippet?: Snippet;
}

/** How a Terraform command ended. */
export interface Outcome {
  readonly code: number;
  readonly errors: readonly Message[];
  readonly warnings: readonly Message[];
  readonly summary: { readonly add: number; readonly change: number; readonly remove: number };
  /** Resources that were changed before the command ended. */
  readonly completed: number;
  /** All that it printed. */
  readonly output: string;
}

const MINIMUM = [1, 11] as const;

/**
 * Terraform's garbage collector runs a quarter as often: long texts such as dashboards otherwise cost twice the time.
 * The price is memory, about 200 MiB for the largest workspace. https://pkg.go.dev/runtime#hdr-Environment_Variables
 */
const COLLECTOR = { GOGC: "400" };

/** Runs Terraform, and ends what still runs when told to stop. */
export class Terraform {
  private readonly running = new Set<ChildProcess>();
  private stopped = false;

  /** Fails unless it is Terraform or OpenTofu, 1.11 or later: earlier ones know no write-only arguments. */
  async requireVersion(): Promise<string> {
    const { code, stdout } = await this.spawn(["version", "-json"], process.cwd(), {
      CHECKPOINT_DISABLE: "1",
    });
    const version =
      code === 0 ? (JSON.parse(stdout) as { terraform_version: string }).terraform_version : "unknown";
    const [major = 0, minor = 0] = version.split(".").map(Number);
    if (!(major > MINIMUM[0] || (major === MINIMUM[0] && minor >= MINIMUM[1]))) {
      throw new InputError(
        `${engineProgram()} ${version} is too old: ${MINIMUM.join(".")} or later is needed`,
      );
    }
    return version;
  }

  /** Runs a command that prints JSON lines (`init`, `plan`, `apply`, `destroy`) or one object (`validate`). */
  async run(
    args: readonly string[],
    directory: string,
    environment: Record<string, string>,
  ): Promise<Outcome> {
    const { code, stdout, stderr } = await this.spawn(args, directory, environment);
    return readOutcome(code, stdout, stderr);
  }

  /** Runs a command and gives what it printed, as it is. */
  async text(
    args: readonly string[],
    directory: string,
    environment: Record<string, string>,
  ): Promise<string> {
    return (await this.spawn(args, directory, environment)).stdout;
  }

  stop(): void {
    this.stopped = true;
    for (const child of this.running) child.kill("SIGKILL"); // its state is the rehearsal's own and is thrown away
  }

  private async spawn(
    args: readonly string[],
    directory: string,
    environment: Record<string, string>,
  ): Promise<Printed> {
    if (this.stopped) return { code: 1, stdout: "", stderr: "interrupted" };
    const env = { ...COLLECTOR, ...cleanEnvironment(), ...environment };
    const child = spawn(engineProgram(), args, { cwd: directory, env, stdio: ["ignore", "pipe", "pipe"] });
    this.running.add(child);
    try {
      return await printed(child);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      throw new InputError(
        `${engineProgram()}: no such program; install Terraform 1.11 or later, or set MERIDIAN_TERRAFORM`,
      );
    } finally {
      this.running.delete(child);
    }
  }
}

/** The user's environment without what would change a command's meaning or bring credentials in. */
function cleanEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    ([name]) => !/^(TF_(?!VAR_)|TF_VAR_|ARM_|AWS_|CLOUDFLARE_|KUBE_|KUBECONFIG$|GOOGLE_|VULTR_)/.test(name),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

interface Line {
  readonly type?: string;
  readonly diagnostic?: Diagnostic;
  readonly diagnostics?: readonly Diagnostic[];
  readonly hook?: { readonly action: string };
  readonly changes?: { readonly add: number; readonly change: number; readonly remove: number };
}

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly range?: { readonly filename: string; readonly start: { readonly line: number } };
  readonly snippet?: {
    readonly context?: string | null;
    readonly code: string;
    readonly values?: readonly { readonly traversal: string; readonly statement: string }[];
  };
}

/** What Terraform said, from all that it printed with `-json`. */
export function readOutcome(code: number, stdout: string, stderr: string): Outcome {
  const lines = stdout.startsWith("{\n") ? [parseLine(stdout)] : stdout.split("\n").map(parseLine);
  const errors: Message[] = [];
  const warnings: Message[] = [];
  let summary = { add: 0, change: 0, remove: 0 };
  let completed = 0;
  for (const line of lines) {
    for (const diagnostic of [line?.diagnostic, ...(line?.diagnostics ?? [])]) {
      if (diagnostic) (diagnostic.severity === "error" ? errors : warnings).push(message(diagnostic));
    }
    if (line?.type === "apply_complete" && line.hook?.action !== "read") completed += 1;
    if (line?.type === "change_summary" && line.changes) summary = line.changes;
  }
  const failed = code !== 0 && code !== 2; // 2: plan -detailed-exitcode found changes
  if (failed && errors.length === 0) {
    errors.push({ summary: `terraform ended with code ${code}`, detail: (stderr || stdout).trim() });
  }
  return { code, errors, warnings, summary, completed, output: stdout + stderr };
}

function parseLine(text: string): Line | undefined {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return undefined; // not JSON: a warning that Terraform prints before it reads its arguments
  }
}

function message({ summary, detail, address, range, snippet }: Diagnostic): Message {
  return {
    summary,
    detail: detail ?? "",
    ...(address ? { address } : {}),
    ...(range
      ? {
          snippet: {
            file: range.filename,
            line: range.start.line,
            context: snippet?.context ?? undefined,
            code: snippet?.code,
            values: snippet?.values ?? [],
          },
        }
      : {}),
  };
}
