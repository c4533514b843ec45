import fs from "node:fs";
import path from "node:path";
import { stateWorkspaceName } from "../config/names";
import type { Environment } from "../config/schema/environment";
import type { Synthesis } from "../stacks/synthesis";

/** A local state with resources in it, which no workspace would change or destroy any more. */
export interface UnownedState {
  readonly workspace: string;
  readonly environment: string;
  readonly resources: number;
}

const SUFFIX = ".tfstate";

/**
 * The local states of the synthesized environments that belong to no workspace: those of a region that was removed from
 * the configuration before it was destroyed, for instance.
 *
 * @param known - the names of all environments; a state is that one's whose name begins its own at greatest length
 */
export function unownedStates(
  outdir: string,
  environments: readonly Environment[],
  { written, kept }: Pick<Synthesis, "written" | "kept">,
  known: readonly string[],
): readonly UnownedState[] {
  const folder = path.join(fs.realpathSync(outdir), "../state");
  if (!fs.existsSync(folder)) return [];
  const local = environments.filter(({ state }) => state.kind === "local").map(({ name }) => name);
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .filter((workspace) => !(workspace in written || workspace in kept))
    .map((workspace) => ({ workspace, environment: environmentOf(workspace, known) }))
    .filter(({ environment }) => local.includes(environment))
    .map((state) => ({ ...state, resources: resourcesIn(path.join(folder, state.workspace + SUFFIX)) }))
    .filter(({ resources }) => resources > 0);
}

function environmentOf(workspace: string, known: readonly string[]): string {
  const names = known.filter(
    (name) => workspace.startsWith(`${name}-`) || workspace === stateWorkspaceName(name).id,
  );
  return names.reduce((longest, name) => (name.length > longest.length ? name : longest), "");
}

interface State {
  readonly resources?: readonly { readonly mode: string; readonly instances: readonly unknown[] }[];
}

/** How many objects a state manages; what is no state holds none. */
function resourcesIn(file: string): number {
  try {
    const { resources = [] } = JSON.parse(fs.readFileSync(file, "utf8")) as State;
    return resources.reduce(
      (sum, { mode, instances }) => sum + (mode === "managed" ? instances.length : 0),
      0,
    );
  } catch {
    return 0;
  }
}
