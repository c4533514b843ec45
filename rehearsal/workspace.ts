import fs from "node:fs";
import { type Place, surfacing } from "./canaries";
import { type Change, readChanges } from "./changes";
import type { Configuration } from "./configuration";
import type { World } from "./emulator/world";
import type { Exceptions } from "./exceptions";
import { counts, type Finding, type Step } from "./finding";
import { Findings } from "./findings";
import type { Listed } from "./manifest";
import type { Mirrored } from "./providers/mirror";
import type { RealProviders } from "./providers/real";
import { publicParts } from "./public-parts";
import type { ProviderSchema } from "./schema/types";
import type { Staged } from "./stage";
import type { Outcome, Terraform } from "./terraform";
import type { Finding as WorldFinding } from "./world/finding";

/** What a workspace came to. */
export interface WorkspaceReport {
  readonly workspace: string;
  /** Position in the order of deployment, from 1. */
  readonly wave: number;
  outcome: "waiting" | "running" | "passed" | "failed" | "skipped";
  /** The step that runs, or the first that failed. */
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
  /** Providers whose own programs validated it, such as `tls 4.1.0`. */
  readonly real: readonly string[];
  /** Seconds by step. */
  readonly seconds: Record<string, number>;
  /** All that was found, accepted or not. */
  readonly findings: readonly Finding[];
  /** What the rehearsal changed in its copy. */
  readonly notes: readonly string[];
}

export interface WorkspaceContext extends Staged {
  readonly environment: Record<string, string>;
  readonly terraform: Terraform;
  readonly world: World;
  readonly exceptions: Exceptions;
  /** The providers' own programs. */
  readonly real: RealProviders | undefined;
  /** The schema of a provider, by address. */
  readonly schemaOf: (provider: string) => ProviderSchema | undefined;
  readonly onProgress: ((report: WorkspaceReport) => void) | undefined;
}

/** One workspace on its way through Terraform. */
export class Workspace {
  readonly listed: Listed;
  readonly configuration: Configuration;
  readonly report: WorkspaceReport;
  readonly findings: Findings;
  /** Texts in which no secret may be; only with canaries. */
  private readonly places: Place[] = [];
  private readonly programs: readonly Mirrored[];

  constructor(private readonly context: WorkspaceContext) {
    const { listed, configuration, reads, wave, notes } = context;
    this.listed = listed;
    this.configuration = configuration;
    this.findings = new Findings(listed, context.exceptions);
    this.programs = context.real?.programs(configuration.requirements) ?? [];
    this.report = {
      workspace: listed.id,
      wave,
      outcome: "waiting",
      planned: 0,
      applied: 0,
      drift: [],
      reads: Object.fromEntries(
        reads.flatMap(({ producer, outputs }) => (producer ? [[producer, outputs]] : [])),
      ),
      published: [],
      destroyed: "not yet",
      real: this.programs.map(({ address, version }) => `${address.split("/").at(-1)} ${version}`),
      seconds: {},
      findings: this.findings.all,
      notes,
    };
  }

  /**
   * From init to a second plan that must be empty.
   *
   * @returns whether it stands, so that others can build on it; that it stands does not say that nothing was found
   */
  async up(): Promise<boolean> {
    this.report.outcome = "running";
    const isWired = !this.findings.all.some((finding) => finding.step === "wiring" && counts(finding));
    const stands = isWired && (await this.standUp());
    this.scanForSecrets();
    this.conclude();
    return stands;
  }

  /** Destroys, and expects a refusal where the configuration protects something; a refusal keeps no other from going. */
  async down(): Promise<boolean> {
    const isProtected = this.configuration.protectedResources.length > 0;
    this.report.step = "destroy";
    const outcome = await this.terraform("destroy", ["destroy", "-auto-approve", "-refresh=false", "-json"]);
    const refusals = outcome.errors.filter(({ summary }) => summary === "Instance cannot be destroyed");
    const refused = refusals.length > 0 && refusals.length === outcome.errors.length;
    if (isProtected && refused) {
      this.report.destroyed = "refused, as protected";
    } else {
      this.findings.addOutcome("destroy", outcome);
      if (outcome.errors.length === 0) this.report.destroyed = "yes";
      if (outcome.errors.length === 0 && isProtected) {
        const detail = `expected a refusal because of ${this.configuration.protectedResources.join(", ")}`;
        const summary = "a protected workspace was destroyed";
        this.findings.add({ step: "destroy", rule: "protection", summary, detail });
      }
    }
    this.scanForSecrets();
    this.conclude();
    return this.report.destroyed !== "not yet";
  }

  /** Takes in what does not hold between it and the others. */
  judged(findings: readonly WorldFinding[]): void {
    for (const { workspace: _, says, ...finding } of findings) {
      this.findings.add({ step: "world", summary: says, detail: "", ...finding });
    }
    this.conclude();
  }

  skipUnlessStarted(): void {
    if (this.report.outcome !== "waiting") return;
    this.report.outcome = "skipped";
    this.context.onProgress?.(this.report);
  }

  private async standUp(): Promise<boolean> {
    const { report, context } = this;
    await this.validateForReal();
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
    if (again.code === 2) await this.describeDrift();
    if (context.world.marks) this.places.push(...publicParts(context.state, context.schemaOf));
    return this.readOutputs();
  }

  private async validateForReal(): Promise<void> {
    const { real, directory, environment } = this.context;
    if (!real || this.programs.length === 0) return;
    this.begin("real validate");
    const started = performance.now();
    this.findings.addOutcome("real validate", await real.validate(directory, this.programs, environment));
    this.report.seconds["real validate"] = (performance.now() - started) / 1000;
  }

  private begin(step: Step): void {
    this.report.step = step;
    this.context.onProgress?.(this.report);
  }

  private async step(step: Step, args: readonly string[]): Promise<Outcome | undefined> {
    this.begin(step);
    const outcome = await this.terraform(step, args);
    if (step === "apply") this.report.applied = outcome.completed;
    this.findings.addOutcome(step, outcome);
    return outcome.errors.length === 0 ? outcome : undefined;
  }

  private async terraform(step: Step, args: readonly string[]): Promise<Outcome> {
    const started = performance.now();
    const { terraform, directory, environment } = this.context;
    const outcome = await terraform.run(args, directory, environment);
    this.report.seconds[step] = (performance.now() - started) / 1000;
    if (this.context.world.marks) this.places.push({ name: `log of ${step}`, text: outcome.output });
    return outcome;
  }

  /** What it came to, for now: a destruction may still find something. */
  conclude(): void {
    this.findings.sort();
    const first = this.findings.all.find(counts);
    this.report.outcome = first ? "failed" : "passed";
    if (first) this.report.step = first.step;
    else delete this.report.step;
    this.context.onProgress?.(this.report);
  }

  private async describeDrift(): Promise<void> {
    const { terraform, directory, environment } = this.context;
    const plan = await terraform.text(["show", "-json", "second.plan"], directory, environment);
    this.report.drift = readChanges(plan);
    for (const { address, action, attributes } of this.report.drift) {
      const detail = `${action} ${attributes.join(", ")}`;
      this.findings.add({
        step: "plan again",
        rule: "second-plan",
        address,
        summary: "the second plan is not empty",
        detail,
      });
    }
  }

  /** The outputs that lie in the state must be those that the configuration promises. */
  private readOutputs(): boolean {
    const state = JSON.parse(fs.readFileSync(this.context.state, "utf8")) as {
      outputs?: Record<string, unknown>;
    };
    this.report.published = Object.keys(state.outputs ?? {});
    const missing = this.configuration.outputs.filter(({ name }) => !this.report.published.includes(name));
    for (const { name } of missing) {
      this.findings.add({
        step: "outputs",
        rule: "output-null",
        address: `output.${name}`,
        summary: "an output is declared but has no value",
        detail: `${name}: the value is null`,
      });
    }
    return missing.length === 0;
  }

  /** Everything secret that this workspace can hold has its marker by now: producers come first. */
  private scanForSecrets(): void {
    for (const { place, origin } of surfacing(this.places.splice(0), this.context.world.canaries)) {
      const summary = `${origin} surfaces in ${this.listed.id}, ${place}`;
      const address = / of (\S+)$/.exec(place)?.[1];
      this.findings.add({
        step: "secrets",
        rule: "secret",
        ...(address ? { address } : {}),
        summary,
        detail: "",
      });
    }
  }
}
