import fs from "node:fs";
import path from "node:path";
import { type Place, publicParts, synthesizedFiles } from "./canaries";
import { type Change, readChanges } from "./changes";
import type { Configuration } from "./configuration";
import type { World } from "./emulator/world";
import type { Listed } from "./manifest";
import type { Staged } from "./stage";
import type { Message, Outcome, Terraform } from "./terraform";

export type Step = "wiring" | "init" | "validate" | "plan" | "apply" | "plan again" | "outputs" | "destroy";

/** What a workspace came to. */
export interface WorkspaceReport {
  readonly workspace: string;
  /** Position in the order of deployment, from 1. */
  readonly wave: number;
  outcome: "waiting" | "running" | "passed" | "failed" | "skipped";
  /** The step that runs, or that failed. */
  step?: Step;
  /** Resources that the first plan creates. */
  planned: number;
  applied: number;
  /** What the second plan would still change; empty is what it must be. */
  drift: Change[];
  /** Outputs read, by workspace. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
  /** Outputs in its state. */
  published: string[];
  destroyed: "not yet" | "yes" | "refused, as protected";
  /** Seconds by step. */
  readonly seconds: Record<string, number>;
  errors: Message[];
  /** What the rehearsal changed in its copy. */
  readonly notes: readonly string[];
}

export interface WorkspaceContext extends Staged {
  readonly environment: Record<string, string>;
  readonly terraform: Terraform;
  readonly world: World;
  readonly onProgress: ((report: WorkspaceReport) => void) | undefined;
}

/** One workspace on its way through Terraform. */
export class Workspace {
  readonly listed: Listed;
  readonly configuration: Configuration;
  readonly report: WorkspaceReport;
  /** Texts in which no secret may be; only with canaries. */
  readonly places: Place[] = [];

  constructor(private readonly context: WorkspaceContext) {
    const { listed, configuration, wave, notes } = context;
    this.listed = listed;
    this.configuration = configuration;
    this.report = {
      workspace: listed.id,
      wave,
      outcome: "waiting",
      planned: 0,
      applied: 0,
      drift: [],
      reads: Object.fromEntries(configuration.reads.map(({ producer, outputs }) => [producer, outputs])),
      published: [],
      destroyed: "not yet",
      seconds: {},
      errors: [],
      notes,
    };
  }

  /** From init to a second plan that must be empty. False, with the reason in the report, if something does not hold. */
  async up(): Promise<boolean> {
    const { report, context } = this;
    if (report.outcome === "failed") return false;
    report.outcome = "running";
    if (!(await this.step("init", ["init", "-reconfigure", "-json"]))) return false;
    if (!(await this.step("validate", ["validate", "-json"]))) return false;

    const plan = await this.step("plan", ["plan", "-json", "-out=first.plan"]);
    if (!plan) return false;
    report.planned = plan.summary.add;

    if (!(await this.step("apply", ["apply", "-json", "first.plan"]))) return false;

    context.world.drifting.add(this.listed.id);
    const again = await this.step("plan again", ["plan", "-json", "-detailed-exitcode", "-out=second.plan"]);
    context.world.drifting.delete(this.listed.id);
    if (!again) return false;
    if (again.code === 2) {
      report.drift = await this.changesOf("second.plan");
      const detail = report.drift
        .map(({ address, action, attributes }) => `${address}: ${action} ${attributes.join(", ")}`)
        .join("\n");
      return this.fail("plan again", [{ summary: "the second plan is not empty", detail }]);
    }
    if (!this.readOutputs()) return false;
    if (context.world.marks) await this.collectPlaces();
    report.outcome = "passed";
    delete report.step;
    context.onProgress?.(report);
    return true;
  }

  /** Destroys, and expects a refusal where the configuration protects something; a refusal keeps no other from going. */
  async down(): Promise<boolean> {
    const isProtected = this.configuration.protectedResources.length > 0;
    this.report.step = "destroy";
    const outcome = await this.terraform("destroy", ["destroy", "-auto-approve", "-refresh=false", "-json"]);
    const refusals = outcome.errors.filter(({ summary }) => summary === "Instance cannot be destroyed");
    if (isProtected && outcome.errors.length > 0 && refusals.length === outcome.errors.length) {
      this.report.destroyed = "refused, as protected";
    } else if (outcome.errors.length > 0) {
      return this.fail("destroy", outcome.errors);
    } else if (isProtected) {
      const detail = `expected a refusal because of ${this.configuration.protectedResources.join(", ")}`;
      return this.fail("destroy", [{ summary: "a protected workspace was destroyed", detail }]);
    } else {
      this.report.destroyed = "yes";
    }
    delete this.report.step;
    this.context.onProgress?.(this.report);
    return true;
  }

  skipUnlessStarted(): void {
    if (this.report.outcome !== "waiting") return;
    this.report.outcome = "skipped";
    this.context.onProgress?.(this.report);
  }

  fail(step: Step, errors: readonly Message[]): false {
    Object.assign(this.report, {
      outcome: "failed",
      step,
      errors: errors.map((error) => this.located(error)),
    });
    this.context.onProgress?.(this.report);
    return false;
  }

  private async step(step: Step, args: readonly string[]): Promise<Outcome | undefined> {
    this.report.step = step;
    this.context.onProgress?.(this.report);
    const outcome = await this.terraform(step, args);
    if (step === "apply") this.report.applied = outcome.completed;
    if (outcome.errors.length === 0) return outcome;
    this.fail(step, outcome.errors);
    return undefined;
  }

  private async terraform(step: Step, args: readonly string[]): Promise<Outcome> {
    const started = performance.now();
    const { terraform, directory, environment } = this.context;
    const outcome = await terraform.run(args, directory, environment);
    this.report.seconds[step] = (performance.now() - started) / 1000;
    if (this.context.world.marks) this.places.push({ name: `log of ${step}`, text: outcome.output });
    return outcome;
  }

  private async collectPlaces(): Promise<void> {
    const { terraform, directory, environment, state } = this.context;
    const plan = await terraform.text(["show", "-no-color", "first.plan"], directory, environment);
    this.places.push(
      { name: "plan output", text: plan },
      ...publicParts(state),
      ...synthesizedFiles(directory),
    );
  }

  private async changesOf(plan: string): Promise<Change[]> {
    const { terraform, directory, environment } = this.context;
    return readChanges(await terraform.text(["show", "-json", plan], directory, environment));
  }

  /** The outputs that lie in the state must be those that the configuration promises. */
  private readOutputs(): boolean {
    const state = JSON.parse(fs.readFileSync(this.context.state, "utf8")) as {
      outputs?: Record<string, unknown>;
    };
    this.report.published = Object.keys(state.outputs ?? {});
    const missing = this.configuration.outputs.filter(({ name }) => !this.report.published.includes(name));
    if (missing.length === 0) return true;
    const detail = `${missing.map(({ name }) => name).join(", ")}: the value is null`;
    return this.fail("outputs", [{ summary: "outputs are declared but have no value", detail }]);
  }

  /** Files as the user knows them: relative to the synthesized folder. */
  private located(message: Message): Message {
    const folder = path.dirname(this.listed.file);
    return message.file
      ? { ...message, file: path.join(folder, message.file) }
      : { file: this.listed.file, ...message };
  }
}
