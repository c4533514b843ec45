import fs from "node:fs";
import path from "node:path";
import { digestOf } from "../changes/blocks";
import type { Snapshot, Workspace } from "../changes/snapshot";
import { placeOf, type State, type StateStore } from "../state/store";
import type { Binding } from "./folder";

/**
 * What a plan of a workspace is made from, now.
 *
 * @param others - where the workspaces that it reads are found
 */
export async function bindingOf(
  workspace: Workspace,
  others: readonly Snapshot[],
  store: StateStore,
): Promise<Binding> {
  const state = await store.read(placeOf(workspace));
  const reads = await Promise.all(
    workspace.reads.map(async ({ producer, outputs }): Promise<[string, Binding["reads"][string]]> => {
      const keeper = others.map((snapshot) => producer && snapshot.get(producer)).find(Boolean);
      const read = keeper ? await store.read(placeOf(keeper)) : undefined;
      return [
        producer ?? "nobody",
        read ? { lineage: read.lineage, outputs: outputsHash(read, outputs) } : null,
      ];
    }),
  );
  const lock = path.join(workspace.directory, ".terraform.lock.hcl");
  return {
    state: state ? { lineage: state.lineage, serial: state.serial } : null,
    reads: Object.fromEntries(reads),
    lock: fs.existsSync(lock) ? digestOf(fs.readFileSync(lock)) : null,
  };
}

/** What of a binding does not hold any longer, a few words each. */
export function broken(was: Binding, now: Binding): string[] {
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const names = [...new Set([...Object.keys(was.reads), ...Object.keys(now.reads)])];
  return [
    ...(isSame(was.state, now.state) ? [] : ["its state"]),
    ...names
      .filter((name) => !isSame(was.reads[name], now.reads[name]))
      .map((name) => `what it reads of ${name}`),
    ...(was.lock === now.lock ? [] : ["the lock of providers"]),
  ];
}

/** Of the outputs that are consumed, not of the state: every apply of a producer raises its serial. */
function outputsHash({ outputs = {} }: State, consumed: readonly string[]): string {
  return digestOf(JSON.stringify([...consumed].sort().map((name) => [name, outputs[name]?.value ?? null])));
}
