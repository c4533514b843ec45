import { InputError } from "./input-error";
import type { Stage } from "./stage";

/** @throws InputError for a fault that could hit nothing */
export function checkFaults({ world, workspaces }: Stage): void {
  const ids = workspaces.map(({ listed }) => listed.id);
  for (const { kind, type, workspace } of world.faults) {
    if (workspace && !ids.includes(workspace)) {
      throw new InputError(`unknown workspace ${workspace}; known: ${ids.join(", ")}`);
    }
    const used = workspaces
      .filter(({ listed }) => listed.id === (workspace ?? listed.id))
      .flatMap(({ configuration }) => configuration.requirements.flatMap(({ resources }) => resources));
    if (!used.includes(type)) {
      throw new InputError(
        `--${kind} ${type}: no such resource here; there are ${[...new Set(used)].sort().join(", ")}`,
      );
    }
  }
}
