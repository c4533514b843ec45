import fs from "node:fs";
import { InputError } from "../../rehearsal/input-error";
import type { Workspace } from "../changes/snapshot";
import { placeOf, resourcesIn, type State, type StateStore, sibling } from "./store";

/**
 * Puts the state of a workspace that was destroyed aside, under `<id>.archived-<serial>`, so that one of the same name begins anew. Where a
 * backend cannot delete, the empty state stays in its place too.
 *
 * @throws InputError where it still holds something
 */
export async function archive(store: StateStore, workspace: Workspace): Promise<void> {
  const place = placeOf(workspace);
  const state = await store.read(place);
  if (!state) return;
  if (resourcesIn(state) > 0) throw new InputError(`${workspace.id}: its state is not empty, and stays`);
  const aside = sibling(workspace, `${workspace.id}.archived-${state.serial}`);
  if (!(await store.read(aside)) && !(await store.writeNew(aside, state))) {
    throw new InputError(`${workspace.id}: its state cannot be archived`);
  }
  removeLocal(workspace);
}

/**
 * Moves the state of a renamed workspace to its new place. Done twice it does no harm.
 *
 * @throws InputError where another state is there already
 */
export async function move(store: StateStore, former: Workspace, now: Workspace): Promise<void> {
  const state = await store.read(placeOf(former));
  const there = await store.read(placeOf(now));
  if (!state) return;
  if (there && there.lineage !== state.lineage) {
    throw new InputError(`${now.id}: another state is there already, so that of ${former.id} is not moved`);
  }
  if (!there && !(await store.writeNew(placeOf(now), state))) {
    throw new InputError(`${now.id}: the state of ${former.id} cannot be written there`);
  }
  if (former.backend.kind === "local") return removeLocal(former);
  const emptied: State = { ...state, serial: state.serial + 1, resources: [], outputs: {} };
  if (resourcesIn(state) > 0 && !(await store.write(placeOf(former), emptied))) {
    throw new InputError(
      `${former.id}: its state was moved to ${now.id} and cannot be emptied; empty it by hand`,
    );
  }
}

function removeLocal(workspace: Workspace): void {
  const { kind, config } = placeOf(workspace);
  if (kind !== "local") return;
  for (const suffix of ["", ".backup"]) fs.rmSync(`${config["path"]}${suffix}`, { force: true });
}
