import fs from "node:fs";
import path from "node:path";
import { InputError } from "../../rehearsal/input-error";
import { requireOwnFolder, Stage, type Staged } from "../../rehearsal/stage";
import { Terraform } from "../../rehearsal/terraform";
import type { Snapshot, Workspace } from "../changes/snapshot";
import { needsOf } from "../changes/waves";
import { placeOf, type State, type StateStore } from "../state/store";
import type { ShownPlan } from "./exact";
import { forEmulation, textsIn } from "./preview-state";

/** A plan of emulated providers. It is never written as a plan file. */
export interface Previewed {
  readonly plan: ShownPlan;
  readonly json: string;
  /** Texts that emulated producers made up: what holds one is not known yet. */
  readonly invented: readonly string[];
}

/**
 * Rehearses workspaces whose producers are not applied yet: the real Terraform over emulated providers, from private copies of the real
 * states, without a refresh. Changed producers are brought up in the copies first; outputs that their real plans know are as planned.
 */
export class PreviewWorld {
  private stage: Promise<Stage> | undefined;
  private readonly terraform = new Terraform();
  private readonly up = new Map<string, Promise<void>>();
  private readonly planned = new Map<string, ShownPlan>();
  private readonly invented = new Set<string>();

  /**
   * @param head - what is planned; only these workspaces are rehearsed, of others the states are read
   * @param folder - the synthesized folder
   * @param work - a new folder that only this user can read; the caller removes it
   * @param was - the old id of renamed workspaces, and where their states are
   */
  constructor(
    private readonly head: Snapshot,
    private readonly concerned: ReadonlySet<string>,
    private readonly folder: string,
    private readonly project: string,
    private readonly work: string,
    private readonly store: StateStore,
    private readonly stateOf: (id: string) => Promise<State | undefined>,
  ) {}

  /** Tells what a producer's own plan knows. */
  learn(id: string, plan: ShownPlan): void {
    this.planned.set(id, plan);
  }

  /** @throws InputError where even that cannot be planned */
  async plan(id: string): Promise<Previewed> {
    await this.producersUp(id);
    const { directory, environment } = await this.open(id);
    const args = ["plan", "-input=false", "-json", "-refresh=false", "-out=preview.plan"];
    const { errors } = await this.terraform.run(args, directory, environment);
    const [error] = errors;
    if (error) throw new InputError(`${error.summary}\n${error.detail}`.trim());
    const json = await this.terraform.text(["show", "-json", "preview.plan"], directory, environment);
    fs.rmSync(path.join(directory, "preview.plan"));
    return { json, plan: JSON.parse(json) as ShownPlan, invented: [...this.invented] };
  }

  async close(): Promise<void> {
    this.terraform.stop();
    await this.stage?.then((stage) => stage.close()).catch(() => undefined);
  }

  private async producersUp(id: string): Promise<void> {
    const needs = [...needsOf(this.head.get(id) as Workspace, this.head)].filter((need) =>
      this.concerned.has(need),
    );
    await Promise.all(needs.map((need) => this.bringUp(need)));
  }

  private bringUp(id: string): Promise<void> {
    const known = this.up.get(id) ?? this.apply(id);
    this.up.set(id, known);
    return known;
  }

  private async apply(id: string): Promise<void> {
    await this.producersUp(id);
    const { directory, environment, state } = await this.open(id);
    const args = ["apply", "-input=false", "-json", "-auto-approve", "-refresh=false"];
    const { errors } = await this.terraform.run(args, directory, environment);
    const [error] = errors;
    if (error)
      throw new InputError(
        `${id}, which it reads, cannot be previewed: ${error.summary}\n${error.detail}`.trim(),
      );
    this.correct(id, state);
  }

  /** Known outputs are as planned; the others are remembered as made up. */
  private correct(id: string, file: string): void {
    const state = JSON.parse(fs.readFileSync(file, "utf8")) as State;
    const changes = this.planned.get(id)?.output_changes ?? {};
    const outputs = Object.entries(state.outputs ?? {}).map(([name, output]) => {
      const change = changes[name];
      const isKnown = change && JSON.stringify(change.after_unknown ?? false) === "false";
      if (change && !isKnown) for (const text of textsIn(output.value)) this.invented.add(text);
      return [name, isKnown ? { ...output, value: change.after } : output];
    });
    fs.writeFileSync(file, JSON.stringify({ ...state, outputs: Object.fromEntries(outputs) }));
  }

  private async open(id: string): Promise<Staged & { environment: Record<string, string> }> {
    const stage = await this.staged();
    const staged = stage.workspaces.find(({ listed }) => listed.id === id) as Staged;
    // Variables have the user's values where there are any: invented ones would show as changes.
    const environment = { ...(await stage.provide(staged)), ...ownVariables() };
    const { errors } = await this.terraform.run(
      ["init", "-reconfigure", "-json"],
      staged.directory,
      environment,
    );
    const [error] = errors;
    if (error) throw new InputError(`${error.summary}\n${error.detail}`.trim());
    return { ...staged, environment };
  }

  private staged(): Promise<Stage> {
    this.stage ??= this.openStage();
    return this.stage;
  }

  private async openStage(): Promise<Stage> {
    requireOwnFolder(this.work);
    const states = path.join(this.work, "state");
    fs.mkdirSync(states, { recursive: true, mode: 0o700 });
    for (const workspace of this.head.values()) {
      const state = this.concerned.has(workspace.id)
        ? await this.stateOf(workspace.id)
        : await this.store.read(placeOf(workspace));
      if (!state) continue;
      const copy = this.concerned.has(workspace.id) ? forEmulation(state) : { ...state, resources: [] };
      fs.writeFileSync(path.join(states, `${workspace.id}.tfstate`), JSON.stringify(copy), { mode: 0o600 });
    }
    const { folder, project, work } = this;
    return Stage.open({
      folder,
      environments: [],
      workspaces: [...this.concerned],
      project,
      work,
      canaries: false,
    });
  }
}

function ownVariables(): Record<string, string> {
  const entries = Object.entries(process.env).filter(([name]) => name.startsWith("TF_VAR_"));
  return Object.fromEntries(entries) as Record<string, string>;
}
