import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Cloud } from "./cloud";
import { type Configuration, readConfiguration } from "./configuration";
import { makeSafe } from "./copy";
import { type Fault, World } from "./emulator/world";
import { InputError } from "./input-error";
import { withKept } from "./kept";
import { environmentOf, foundationsOf, type Listed, readManifest, select, waves } from "./manifest";
import { type Keeper, producerOf, type Read } from "./remote-state";
import { type Requirement, SchemaSource } from "./schema/source";
import type { ProviderSchema } from "./schema/types";
import { standIns, variableValues } from "./variables";

export interface StageOptions {
  /** A synthesized folder; it is copied, never changed. */
  readonly folder: string;
  /** All that the folder has where empty. */
  readonly environments: readonly string[];
  /** Only these workspaces of the environments. @default - all */
  readonly workspaces?: readonly string[] | undefined;
  /** The project whose bindings give the schemas. */
  readonly project: string;
  /** A folder of real schemas. */
  readonly schemas?: string | undefined;
  readonly faults?: readonly Fault[];
  /** Mark every secret. @default true */
  readonly canaries?: boolean | undefined;
  /**
   * Where copies and states go. A second rehearsal in the same folder goes on from the first one's states.
   *
   * @default - a temporary folder, removed at the end
   */
  readonly work?: string | undefined;
}

/** A workspace's copy, ready to be run. */
export interface Staged {
  readonly listed: Listed;
  readonly configuration: Configuration;
  /** States that it reads, each with the workspace that keeps it. */
  readonly reads: readonly Read[];
  /** Position in the order of deployment, from 1. */
  readonly wave: number;
  /** What was changed in the copy, a sentence each. */
  readonly notes: readonly string[];
  readonly directory: string;
  /** Its state file. */
  readonly state: string;
}

/** Copies of workspaces that Terraform can run, and the emulated providers for them. */
export class Stage {
  private constructor(
    /** The copy of the synthesized folder. */
    readonly folder: string,
    readonly workspaces: readonly Staged[],
    /** Every workspace of the environments, staged or not, and where it keeps its state. */
    readonly neighbours: readonly (Listed & Keeper)[],
    readonly world: World,
    readonly schemas: SchemaSource,
    readonly project: string,
    private readonly work: string,
    private readonly keep: boolean,
    private readonly cloud: Cloud,
  ) {}

  static async open(options: StageOptions): Promise<Stage> {
    const all = readManifest(options.folder);
    const ordered = waves(select(all, options.environments, options.workspaces));
    const schemas = new SchemaSource(options.project, options.schemas);
    const world = new World(options.faults, options.canaries ?? true);
    if (options.work) requireOwnFolder(options.work);
    const work = options.work ?? fs.mkdtempSync(path.join(os.tmpdir(), `rehearsal-${process.pid}-`));
    const folder = copyFolder(options.folder, work);
    const cloud = new Cloud(schemas, world);
    const workspaces: Staged[] = [];
    const { project } = options;
    const keep = options.work !== undefined;
    const neighbours: (Listed & Keeper)[] = [];
    const stage = new Stage(folder, workspaces, neighbours, world, schemas, project, work, keep, cloud);
    try {
      const configurations = new Map<string, Configuration>();
      for (const listed of withNeighbours(all, ordered.flat())) {
        const configuration = await readConfiguration(path.join(folder, listed.file));
        configurations.set(listed.id, configuration);
        neighbours.push({ ...listed, backend: configuration.backend });
      }
      for (const [index, wave] of ordered.entries()) {
        for (const listed of wave) {
          const written = configurations.get(listed.id) as Configuration;
          const configuration = withKept(written, stateOf(folder, listed.id));
          workspaces.push(stageWorkspace(folder, listed, index + 1, configuration, neighbours));
        }
      }
      const required = workspaces.flatMap(({ configuration }) => configuration.requirements);
      for (const requirement of required) schemas.provider(requirement); // an unsupported one is found before anything runs
    } catch (error) {
      stage.close();
      throw error;
    }
    return stage;
  }

  /** Starts the providers of one workspace. What Terraform must have in its environment to use them. */
  async provide(staged: Staged): Promise<Record<string, string>> {
    return this.environment([staged], staged.listed.id, staged.configuration.requirements);
  }

  /** Starts providers that serve every workspace, for tools that run several under one environment. */
  async provideAll(): Promise<Record<string, string>> {
    const types = new Map<string, { resources: Set<string>; data: Set<string> }>();
    for (const { address, resources, data } of this.workspaces.flatMap(
      ({ configuration }) => configuration.requirements,
    )) {
      const known = types.get(address) ?? { resources: new Set(), data: new Set() };
      for (const type of resources) known.resources.add(type);
      for (const type of data) known.data.add(type);
      types.set(address, known);
    }
    const union = [...types].map(([address, { resources, data }]) => ({
      address,
      resources: [...resources],
      data: [...data],
    }));
    return this.environment(this.workspaces, "any workspace", union);
  }

  /** All workspaces of an environment, staged or not, with their folders and states. */
  members(environment: string) {
    return this.neighbours
      .filter(({ id }) => environmentOf(id) === environment)
      .map(({ id, file, dependencies }) => ({
        id,
        dependencies,
        directory: path.join(this.folder, path.dirname(file)),
        state: stateOf(this.folder, id),
      }));
  }

  /** The folder that holds the states. */
  get states(): string {
    return path.join(this.work, "state");
  }

  /** The schema of a provider that a workspace requires. */
  schemaOf({ configuration }: Staged, provider: string): ProviderSchema | undefined {
    const requirement = configuration.requirements.find(({ address }) => address === provider);
    return requirement && this.schemas.provider(requirement);
  }

  /** Workspaces that have to be up before another. */
  needs(id: string): string[] {
    const listed = this.workspaces.find((staged) => staged.listed.id === id)?.listed.dependencies ?? [];
    const needed = new Set([...listed, ...foundationsOf(id)]);
    return this.workspaces.map((staged) => staged.listed.id).filter((other) => needed.has(other));
  }

  close(): void {
    this.cloud.close();
    if (!this.keep) fs.rmSync(this.work, { recursive: true, force: true });
  }

  private async environment(
    staged: readonly Staged[],
    name: string,
    requirements: readonly Requirement[],
  ): Promise<Record<string, string>> {
    const variables = staged.flatMap(({ configuration }) => configuration.variables);
    const conditions = staged.flatMap(({ configuration }) => configuration.conditions);
    const files = staged.flatMap(({ configuration }) => configuration.files);
    return {
      ...terraformSettings(this.work),
      ...(await this.cloud.provide(name, requirements)),
      ...variableValues(name, { variables, conditions }, this.world),
      ...standIns(files, path.join(this.work, "files")),
    };
  }
}

/** Marks a folder as a rehearsal's, whose contents may be replaced. */
const MARK = ".rehearsal";

/** Goes up when what the emulated clouds answer changes so that an older state could not be gone on from. */
const FORMAT = "3";

const marked = (folder: string): string | undefined => {
  const mark = path.join(folder, MARK);
  return fs.existsSync(mark)
    ? (/^format (\S+)$/m.exec(fs.readFileSync(mark, "utf8"))?.[1] ?? "1")
    : undefined;
};

/**
 * Whether a folder is an earlier rehearsal's work.
 *
 * @throws InputError where it is, but of another version
 */
export function isWork(folder: string): boolean {
  const format = marked(folder);
  if (format !== undefined && format !== FORMAT) {
    throw new InputError(
      `${folder}: made by another version of the rehearsal (format ${format}, this one has ${FORMAT}); name a new folder`,
    );
  }
  return format !== undefined;
}

/**
 * Makes a folder a rehearsal's. One that holds something else could be the user's project, with states that are real.
 *
 * @throws InputError where it is not empty and no rehearsal made it
 */
export function requireOwnFolder(work: string): void {
  fs.mkdirSync(work, { recursive: true });
  if (fs.readdirSync(work).length > 0 && !isWork(work)) {
    throw new InputError(
      `--work ${work}: not empty, and no rehearsal made it; name a new or an empty folder`,
    );
  }
  fs.writeFileSync(path.join(work, MARK), `made by a rehearsal; may be deleted\nformat ${FORMAT}\n`);
}

/** All workspaces of the environments that some belong to: they may be read, or keep their state at the same place. */
function withNeighbours(all: readonly Listed[], chosen: readonly Listed[]): Listed[] {
  const environments = new Set(chosen.map(({ id }) => environmentOf(id)));
  return all.filter(({ id }) => environments.has(environmentOf(id)));
}

function stageWorkspace(
  folder: string,
  listed: Listed,
  wave: number,
  configuration: Configuration,
  keepers: readonly Keeper[],
): Staged {
  const reads = configuration.reads.map((read) => ({
    ...read,
    producer: producerOf(listed.id, read, keepers),
  }));
  return {
    listed,
    configuration,
    reads,
    wave,
    notes: makeSafe(folder, listed, configuration, reads),
    directory: path.join(folder, path.dirname(listed.file)),
    state: stateOf(folder, listed.id),
  };
}

function stateOf(folder: string, id: string): string {
  return path.join(folder, "../state", `${id}.tfstate`);
}

function copyFolder(folder: string, work: string): string {
  fs.mkdirSync(path.join(work, "state"), { recursive: true, mode: 0o700 });
  const copy = path.join(work, "cdktf.out");
  fs.rmSync(copy, { recursive: true, force: true });
  fs.cpSync(folder, copy, { recursive: true, filter: (source) => path.basename(source) !== ".terraform" });
  return copy;
}

/** Terraform with a configuration of its own: no mirrors, overrides or credentials of the user's. */
function terraformSettings(work: string): Record<string, string> {
  const settings = path.join(work, "terraform.rc");
  if (!fs.existsSync(settings)) fs.writeFileSync(settings, "");
  return { TF_CLI_CONFIG_FILE: settings, CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" };
}
