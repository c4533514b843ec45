import fs from "node:fs";
import { readChanges } from "./changes";
import type { Configuration } from "./configuration";
import type { World } from "./emulator/world";
import type { Exceptions } from "./exceptions";
import { counts, type Step } from "./finding";
import { Findings } from "./findings";
import type { Listed } from "./manifest";
import type { TeamPolicies } from "./policies/file";
import { violations } from "./policies/judge";
import { plannedIn } from "./policies/planned";
import type { Mirrored } from "./providers/mirror";
import type { RealProviders } from "./providers/real";
import { publicParts } from "./public-parts";
import type { ProviderSchema } from "./schema/types";
import { Secrets } from "./secrets";
import type { Staged } from "./stage";
import type { Outcome, Terraform } from "./terraform";
import type { Upgrade } from "./upgrade";
import { emptyReport, type WorkspaceReport } from "./workspace-report";
import type { Finding as WorldFinding } from "./world/finding";

export interface WorkspaceContext extends Staged {
  readonly environment: Record<string, string>;
  readonly terraform: Terraform;
  readonly world: World;
  readonly exceptions: Exceptions;
  readonly policies: TeamPolicies;
  /** Only where an earlier configuration is up. */
  readonly upgrade: Upgrade | undefined;
  /** Only an apply that plans for itself. */
  readonly quick: boolean;
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
  private readonly secrets: Secrets;
  private readonly programs: readonly Mirrored[];

  constructor(private readonly context: WorkspaceContext) {
    const { listed, configuration } = context;
    this.listed = listed;
    this.configuration = configuration;
    this.findings = new Findings(listed, context.exceptions);
    this.programs = context.real?.programs(configuration.requirements) ?? [];
    this.secrets = new Secrets(context.world, this.findings);
    this.report = emptyReport(context, this.programs.map(nameOf), this.findings.all);
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
    this.secrets.scan(this.listed.id);
    this.conclude();
    return stands;
  }

  /** Only what is needed for a state, such as that of a configuration which is not the one that is rehearsed. */
  async upOnly(): Promise<boolean> {
    this.report.outcome = "running";
    return this.applyAtOnce();
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
    this.secrets.scan(this.listed.id);
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
    if (context.quick) return (await this.applyAtOnce()) && this.looked();
    if (!(await this.step("init", ["init", "-reconfigure", "-json"]))) return false;
    if (!(await this.step("validate", ["validate", "-json"]))) return false;
    const plan = await this.step("plan", ["plan", "-json", "-out=first.plan"]);
    if (!plan) return false;
    report.planned = plan.summary.add;
    await this.holdToPolicies();
    if (context.upgrade) await this.describeUpgrade(context.upgrade);
    if (!(await this.step("apply", ["apply", "-json", "first.plan"]))) return false;

    context.world.drifting.add(this.listed.id);
    const again = await this.step("plan again", ["plan", "-json", "-detailed-exitcode", "-out=second.plan"]);
    context.world.drifting.delete(this.listed.id);
    if (!again) return false;
    if (again.code === 2) await this.describeDrift();
    return this.looked();
  }

  private async applyAtOnce(): Promise<boolean> {
    if (!(await this.step("init", ["init", "-reconfigure", "-json"]))) return false;
    return (await this.step("apply", ["apply", "-auto-approve", "-json"])) !== undefined;
  }

  /** What lies in the state, now that it is up: no secret outside of its place, and every output. */
  private looked(): boolean {
    const { state, schemaOf } = this.context;
    this.secrets.look(() => publicParts(state, schemaOf));
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
    this.secrets.look(() => [{ name: `log of ${step}`, text: outcome.output }]);
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

  private async holdToPolicies(): Promise<void> {
    const { policies } = this.context;
    if (Object.keys(policies).length === 0) return;
    const planned = plannedIn(await this.shown("first.plan"));
    for (const { says, ...found } of violations(planned, policies)) {
      this.findings.add({ step: "plan", summary: says, detail: "", source: "policies.yaml", ...found });
    }
  }

  private async describeUpgrade(upgrade: Upgrade): Promise<void> {
    this.report.changes = readChanges(await this.shown("first.plan"));
    for (const loss of upgrade.losses(this.listed.id, this.report.changes)) this.findings.add(loss);
  }

  private async describeDrift(): Promise<void> {
    this.report.drift = readChanges(await this.shown("second.plan"));
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

  private shown(plan: string): Promise<string> {
    const { terraform, directory, environment } = this.context;
    return terraform.text(["show", "-json", plan], directory, environment);
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
}

const nameOf = ({ address, version }: Mirrored): string => `${address.split("/").at(-1)} ${version}`;
