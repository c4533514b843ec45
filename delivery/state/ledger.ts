import { randomUUID } from "node:crypto";
import { InputError } from "../../rehearsal/input-error";
import { environmentOf } from "../../rehearsal/manifest";
import type { Snapshot, Workspace } from "../changes/snapshot";
import { type State, type StateOutput, type StatePlace, type StateStore, sibling } from "./store";

/** The last successful apply of a workspace. */
export interface Applied {
  /** 40 digits. */
  readonly commit: string;
  /** Of the configuration. */
  readonly digest: string;
  /** The run that applied it. */
  readonly run: string;
  /** Such as `2030-01-31T12:00:00.000Z`. */
  readonly at: string;
  /** The run that set out to apply it since, and has not done so: it has to be planned again. */
  readonly pending?: string;
}

const RETRIES = 20;

/**
 * What was applied last, workspace by workspace. It lies beside the states, as a state without resources: `<environment>-applied`, with an
 * output for each workspace. So every backend keeps it, under the same lock and the same rights.
 */
export class Ledger {
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly store: StateStore,
    private readonly applied: Map<string, Applied>,
  ) {}

  /** @param snapshots - their workspaces say where ledgers lie */
  static async read(store: StateStore, snapshots: readonly Snapshot[]): Promise<Ledger> {
    const workspaces = snapshots.flatMap((snapshot) => [...snapshot.values()]);
    const places = new Map(
      workspaces.map((workspace) => [JSON.stringify(ledgerOf(workspace)), ledgerOf(workspace)]),
    );
    const states = await Promise.all([...places.values()].map((place) => store.read(place)));
    return new Ledger(store, new Map(states.flatMap((state) => (state ? recordsIn(state) : []))));
  }

  of(workspace: string): Applied | undefined {
    return this.applied.get(workspace);
  }

  /** Whether anything of an environment was applied. */
  knows(environment: string): boolean {
    return this.workspaces.some((id) => environmentOf(id) === environment);
  }

  get workspaces(): string[] {
    return [...this.applied.keys()];
  }

  /** @param applied - by workspace; undefined: it is gone */
  record(entries: readonly (readonly [Workspace, Applied | undefined])[]): Promise<void> {
    const write = this.writing.then(async () => {
      const places = new Map(
        entries.map(([workspace]) => [JSON.stringify(ledgerOf(workspace)), ledgerOf(workspace)]),
      );
      for (const [key, place] of places) {
        const own = entries.filter(([workspace]) => JSON.stringify(ledgerOf(workspace)) === key);
        await this.write(place, new Map(own.map(([{ id }, applied]) => [id, applied])));
      }
    });
    this.writing = write.catch(() => undefined); // the next one is another workspace's
    return write;
  }

  /** Reads and writes again until no other run wrote between the two. */
  private async write(place: StatePlace, entries: ReadonlyMap<string, Applied | undefined>): Promise<void> {
    for (let attempt = 0; attempt < RETRIES; attempt++) {
      const now = (await this.store.read(place)) ?? EMPTY();
      const outputs: Record<string, StateOutput> = { ...now.outputs };
      for (const [id, applied] of entries) {
        if (applied) outputs[id] = { value: JSON.stringify(applied), type: "string" };
        else delete outputs[id];
      }
      if (!(await this.store.write(place, { ...now, serial: now.serial + 1, outputs }))) continue;
      for (const [id, applied] of entries) {
        if (applied) this.applied.set(id, applied);
        else this.applied.delete(id);
      }
      return;
    }
    throw new InputError(
      `${[...entries.keys()].join(", ")}: what was applied cannot be recorded beside the state`,
    );
  }
}

const ledgerOf = (workspace: Workspace): StatePlace => sibling(workspace, `${workspace.environment}-applied`);

const EMPTY = (): State => ({ version: 4, terraform_version: "1.11.0", serial: 0, lineage: randomUUID() });

const recordsIn = ({ outputs = {} }: State): [string, Applied][] =>
  Object.entries(outputs).map(([id, { value }]) => [id, JSON.parse(String(value)) as Applied]);
