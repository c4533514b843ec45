import fs from "node:fs";
import path from "node:path";
import { InputError } from "../../rehearsal/input-error";
import type { Outcome } from "../../rehearsal/terraform";
import type { Workspace } from "../changes/snapshot";
import type { Engine } from "./engine";

const PLAN = "reviewed.plan";

/** What the engine says of a plan, in its own words. */
export interface RealPlan {
  /** The plan file. */
  readonly file: string;
  /** `show -json`. */
  readonly json: string;
  /** `show`, as people know it; sensitive values are hidden by the engine. */
  readonly text: string;
}

/** Runs the engine in one workspace's folder. */
export class WorkspaceRun {
  private ready: Promise<void> | undefined;

  constructor(
    private readonly engine: Engine,
    private readonly workspace: Pick<Workspace, "id" | "directory">,
  ) {}

  /**
   * Plans for real.
   *
   * @param more - such as `-destroy`, or `-lock=false` where nothing is going to be applied
   * @throws InputError with what the engine says
   */
  async plan(more: readonly string[]): Promise<RealPlan> {
    await this.init();
    const { directory } = this.workspace;
    this.refuse(await this.engine.run(["plan", "-json", ...more, `-out=${PLAN}`], directory));
    const json = await this.engine.text(["show", "-json", PLAN], directory);
    const text = await this.engine.text(["show", "-no-color", PLAN], directory);
    return { file: path.join(directory, PLAN), json: json.stdout, text: text.stdout };
  }

  /**
   * Applies a plan file.
   *
   * @returns undefined where it is stale: the state has changed since, and nothing was done
   * @throws InputError with what the engine says
   */
  async apply(plan: string): Promise<Outcome | undefined> {
    await this.init();
    const args = ["apply", "-json", "-lock-timeout=10m", plan];
    const outcome = await this.engine.run(args, this.workspace.directory);
    if (outcome.errors.some(({ summary }) => summary === "Saved plan is stale")) return undefined;
    this.refuse(outcome);
    return outcome;
  }

  /** What a plan file holds, as `show -json` has it. */
  async show(plan: string): Promise<string> {
    await this.init();
    const { code, stdout, stderr } = await this.engine.text(
      ["show", "-json", plan],
      this.workspace.directory,
    );
    if (code !== 0) throw new InputError(`${this.workspace.id}: the plan cannot be read: ${stderr.trim()}`);
    return stdout;
  }

  /** A decrypted plan, only for the time that it takes. */
  async withPlan<Result>(content: Buffer, act: (file: string) => Promise<Result>): Promise<Result> {
    const file = path.join(this.workspace.directory, PLAN);
    fs.writeFileSync(file, content, { mode: 0o600 });
    try {
      return await act(file);
    } finally {
      fs.rmSync(file, { force: true });
    }
  }

  init(): Promise<void> {
    this.ready ??= this.initialize();
    return this.ready;
  }

  private async initialize(): Promise<void> {
    const { directory } = this.workspace;
    const locked = fs.existsSync(path.join(directory, ".terraform.lock.hcl")) ? ["-lockfile=readonly"] : [];
    this.refuse(await this.engine.run(["init", "-json", ...locked], directory));
  }

  private refuse({ errors }: Outcome): void {
    if (errors.length === 0) return;
    const said = errors.map(({ address, summary, detail }) =>
      [address ? `${address}: ${summary}` : summary, detail].filter(Boolean).join("\n"),
    );
    throw new InputError(said.join("\n"));
  }
}
