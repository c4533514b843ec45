import fs from "node:fs";
import path from "node:path";
import { InputError } from "../../rehearsal/input-error";
import type { Workspace } from "../changes/snapshot";
import type { Engine } from "../engine/engine";

/** As Terraform writes it, version 4. */
export interface State {
  readonly version: number;
  readonly terraform_version: string;
  readonly serial: number;
  readonly lineage: string;
  readonly outputs?: Readonly<Record<string, StateOutput>>;
  readonly resources?: readonly StateResource[];
}

export interface StateOutput {
  readonly value: unknown;
  readonly type: unknown;
  readonly sensitive?: boolean;
}

export interface StateResource {
  readonly mode: string;
  readonly type: string;
  readonly name: string;
  readonly instances: readonly Readonly<Record<string, unknown>>[];
}

/** A place for one state. */
export type StatePlace = Workspace["backend"];

/** The argument that tells one state from others of the same storage, by kind of backend. */
const KEYS: Readonly<Record<string, string>> = { local: "path", azurerm: "key", s3: "key", gcs: "prefix" };

/** Reads and writes states of any backend, through Terraform itself, without the providers of the workspace. */
export class StateStore {
  private count = 0;

  /** @param temporary - a folder that only this user can read */
  constructor(
    private readonly engine: Engine,
    private readonly temporary: string,
  ) {}

  /**
   * The state at a place, or undefined where none was ever written.
   *
   * @throws InputError where it cannot be read
   */
  async read(place: StatePlace): Promise<State | undefined> {
    if (place.kind === "local") return readLocal(String(place.config["path"]));
    const directory = await this.open(place);
    const { code, stdout, stderr } = await this.engine.text(["state", "pull"], directory);
    if (code !== 0) throw new InputError(`${nameOf(place)}: the state cannot be read: ${stderr.trim()}`);
    if (stdout.trim() === "") return undefined;
    const state = JSON.parse(stdout) as State;
    return state.lineage === "" ? undefined : state; // what Terraform shows of a bucket that has none
  }

  /**
   * Writes a state under the backend's lock.
   *
   * @returns whether it was taken: not if another was written meanwhile
   */
  async write(place: StatePlace, state: State): Promise<boolean> {
    return this.push(await this.open(place), state, []);
  }

  /**
   * Writes a state to a place where none is, as it is: a backend gives what is new to it a lineage and serial of its own, unless it is told twice.
   *
   * @returns whether it was taken
   */
  async writeNew(place: StatePlace, state: State): Promise<boolean> {
    const directory = await this.open(place);
    return (await this.push(directory, state, [])) && (await this.push(directory, state, ["-force"]));
  }

  private async push(directory: string, state: State, more: readonly string[]): Promise<boolean> {
    const args = ["state", "push", "-lock-timeout=5m", ...more, "-"];
    const { code } = await this.engine.text(args, directory, JSON.stringify(state));
    return code === 0;
  }

  private async open(place: StatePlace): Promise<string> {
    const directory = path.join(this.temporary, `backend-${this.count++}`);
    fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
    const terraform = { backend: { [place.kind]: place.config } };
    fs.writeFileSync(path.join(directory, "main.tf.json"), JSON.stringify({ terraform }));
    const { code, stdout, stderr } = await this.engine.text(["init", "-no-color"], directory);
    if (code !== 0) throw new InputError(`${nameOf(place)}: ${(stderr || stdout).trim()}`);
    return directory;
  }
}

/** Where a workspace keeps its state; a local path is made absolute. */
export function placeOf({ backend, directory }: Pick<Workspace, "backend" | "directory">): StatePlace {
  if (backend.kind !== "local") return backend;
  return {
    kind: "local",
    config: { path: path.resolve(directory, String(backend.config["path"] ?? "terraform.tfstate")) },
  };
}

/**
 * A place in the same storage under another name.
 *
 * @throws InputError where the kind of backend has no names that are known
 */
export function sibling(
  workspace: Pick<Workspace, "id" | "backend" | "directory">,
  name: string,
): StatePlace {
  const { kind, config } = placeOf(workspace);
  const argument = KEYS[kind];
  const key = argument && String(config[argument]);
  const at = key ? key.lastIndexOf(workspace.id) : -1;
  if (!argument || !key || at < 0) {
    throw new InputError(
      `${workspace.id}: its backend ${kind} is not one that the pipeline can keep records beside; known: ${Object.keys(KEYS).join(", ")}`,
    );
  }
  return {
    kind,
    config: { ...config, [argument]: key.slice(0, at) + name + key.slice(at + workspace.id.length) },
  };
}

/** How many objects a state manages. */
export const resourcesIn = (state: State | undefined): number =>
  (state?.resources ?? []).reduce(
    (sum, { mode, instances }) => sum + (mode === "managed" ? instances.length : 0),
    0,
  );

function readLocal(file: string): State | undefined {
  if (!fs.existsSync(file)) return undefined;
  try {
    return JSON.parse(fs.readFileSync(file, "utf8")) as State;
  } catch (error) {
    throw new InputError(`${file}: the state cannot be read: ${(error as Error).message}`);
  }
}

const nameOf = ({ kind, config }: StatePlace): string => `${kind} ${String(config[KEYS[kind] ?? ""] ?? "")}`;
