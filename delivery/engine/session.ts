import path from "node:path";
import { InputError } from "../../rehearsal/input-error";
import { type Compared, type Comparison, compare, headFolder } from "../changes/compare";
import { StateStore } from "../state/store";
import { Engine } from "./engine";
import { surround } from "./surround";

/** What every command that runs Terraform begins with. */
export interface Session {
  readonly engine: Engine;
  /** Such as `Terraform v1.11.4`. */
  readonly version: string;
  readonly compared: Compared;
  /** The synthesized folder of what is checked out, in which Terraform may run. */
  readonly folder: string;
  readonly store: StateStore;
}

/**
 * Synthesizes, and makes ready to run.
 *
 * @param planned - the engine that has to be used, where plans were made by one @default - any
 * @throws InputError where there is no engine, or another; or something does not synthesize
 */
export async function openSession(
  comparison: Comparison & { readonly signal: AbortSignal },
  planned?: string,
): Promise<Session> {
  const { project, temporary, signal } = comparison;
  const engine = new Engine(undefined, signal);
  const version = await engine.version();
  if (planned && version !== planned) {
    throw new InputError(`the plans are ${planned}'s, and this is ${version}; use the same, or plan again`);
  }
  const compared = await compare(comparison);
  const folder = headFolder(temporary);
  surround(path.dirname(folder), project);
  return { engine, version, compared, folder, store: new StateStore(engine, path.join(temporary, "states")) };
}
