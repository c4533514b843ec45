/** Applies synthesized workspaces with real Terraform: its own order, state, plans and outputs. */
import fs from "node:fs";
import path from "node:path";
import { readConfiguration } from "../../rehearsal/configuration";
import { type Listed, readManifest, waves } from "../../rehearsal/manifest";
import { type Outcome, Terraform } from "../../rehearsal/terraform";
import { LabError } from "../error";
import { run } from "../run";
import { type Provide, served } from "./served";

const project = path.join(__dirname, "..", "..");

/** The parts of a state file that the lab reads. */
interface State {
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly resources: readonly {
    readonly type: string;
    readonly name: string;
    readonly instances: readonly { readonly attributes: Readonly<Record<string, unknown>> }[];
  }[];
}

/** A synthesized folder and the states of its workspaces, below a folder of the lab. */
export class Workspaces {
  private readonly terraform = new Terraform();

  /**
   * @param folder - receives `cdktf.out` and `state`
   * @param kubeconfigs - what the variable `kubeconfigs` is set to
   * @param providers - who makes the resources
   */
  constructor(
    private readonly folder: string,
    private readonly kubeconfigs: string,
    private readonly providers: Provide = served,
  ) {}

  private get synthesized(): string {
    return path.join(this.folder, "cdktf.out");
  }

  /** Synthesizes environments as they are shipped, without the overlays of this checkout. */
  async synthesize(...environments: readonly string[]): Promise<void> {
    fs.mkdirSync(this.folder, { recursive: true });
    const command = path.join(project, "commands", "synth.ts");
    await run(process.execPath, ["--import", "tsx", command, ...environments, "--outdir", this.synthesized], {
      env: { ...process.env, MERIDIAN_OVERLAYS: "none" },
    });
  }

  /** Ids in waves: each wave needs only those before it. */
  waves(): string[][] {
    return waves(readManifest(this.synthesized)).map((wave) => wave.map(({ id }) => id));
  }

  /** Folder of a workspace. */
  directory(id: string): string {
    return path.dirname(path.join(this.synthesized, this.listed(id).file));
  }

  /** Outputs of an applied workspace, read from its state. */
  outputs(id: string): Record<string, string> {
    return Object.fromEntries(
      Object.entries(this.state(id).outputs).map(([name, { value }]) => [name, value]),
    );
  }

  /** An attribute of the only resource of a type whose address begins so, read from the state. */
  attribute(id: string, type: string, name: string, attribute: string): string {
    const { resources } = this.state(id);
    const found = resources.filter(
      (resource) => resource.type === type && resource.name.startsWith(`${name}_`),
    );
    const value = found[0]?.instances[0]?.attributes[attribute];
    if (found.length !== 1 || typeof value !== "string")
      throw new LabError(`${id}: no ${attribute} of one ${type}.${name}`);
    return value;
  }

  /** The synthesized configuration, to be changed as an edit of a user's would change it. */
  configuration(id: string): { readonly file: string; readonly text: string } {
    const file = path.join(this.synthesized, this.listed(id).file);
    return { file, text: fs.readFileSync(file, "utf8") };
  }

  private state(id: string): State {
    return JSON.parse(fs.readFileSync(path.join(this.folder, "state", `${id}.tfstate`), "utf8")) as State;
  }

  apply(id: string, ...options: readonly string[]): Promise<Outcome> {
    return this.run(id, ["apply", "-auto-approve", "-json", ...options]);
  }

  /** Plans without applying; the outcome lists the changes. */
  plan(id: string): Promise<Outcome> {
    return this.run(id, ["plan", "-json"]);
  }

  destroy(id: string): Promise<Outcome> {
    return this.run(id, ["destroy", "-auto-approve", "-json"]);
  }

  private listed(id: string): Listed {
    const listed = readManifest(this.synthesized).find((workspace) => workspace.id === id);
    if (!listed) throw new LabError(`no workspace ${id} in ${this.synthesized}`);
    return listed;
  }

  private async run(id: string, args: readonly string[]): Promise<Outcome> {
    const directory = this.directory(id);
    fs.mkdirSync(path.join(this.folder, "state"), { recursive: true, mode: 0o700 });
    const { requirements } = await readConfiguration(path.join(this.synthesized, this.listed(id).file));
    const providers = await this.providers(id, directory, requirements);
    try {
      const environment = {
        CHECKPOINT_DISABLE: "1",
        TF_IN_AUTOMATION: "1",
        TF_VAR_kubeconfigs: this.kubeconfigs,
        ...providers.environment,
      };
      for (const command of [["init", "-json"], args]) {
        const outcome = await this.terraform.run(command, directory, environment);
        if (outcome.errors.length) {
          const errors = outcome.errors.map(({ summary, detail }) => `${summary}: ${detail}`);
          throw new LabError(`${id}: terraform ${command[0]}\n${errors.join("\n")}`);
        }
        if (command === args) return outcome;
      }
      throw new Error("unreachable");
    } finally {
      providers.close();
    }
  }
}
