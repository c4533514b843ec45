import type { Workspace } from "../../support/synth";

type Workspaces = Readonly<Record<string, Workspace>>;

interface Move {
  readonly from: string;
  readonly to: string;
}

/** Where each workspace keeps its state, and every resource in it: a line each, as they stand in a list. */
export const addressesIn = (workspaces: Workspaces): readonly string[] =>
  Object.entries(workspaces)
    .flatMap(([id, workspace]) => [
      `${id} ${placeOf(workspace)}`,
      ...resourcesIn(workspace).map((address) => `${id} ${address}`),
    ])
    .sort();

/** The lines of a list whose resources or states are elsewhere now, and not by a `moved` or `removed` block. */
export function lostBetween(list: readonly string[], workspaces: Workspaces): readonly string[] {
  const now = new Set(addressesIn(workspaces));
  return list.filter((line) => {
    if (now.has(line)) return false;
    const [id = "", address = ""] = line.split(" ");
    const workspace = workspaces[id];
    if (workspace === undefined || address.startsWith("backend.")) return true;
    const moved = blocksOf<Move>(workspace, "moved").find(({ from }) => from === address);
    if (moved) return !now.has(`${id} ${moved.to}`);
    return !blocksOf<Move>(workspace, "removed").some(({ from }) => from === address);
  });
}

/** The backend with what says which state it is. */
const placeOf = ({ terraform: { backend } }: Workspace): string =>
  Object.entries(backend)
    .map(([kind, settings]) => {
      const { path, key, bucket, container_name, storage_account_name } = settings as Record<string, string>;
      const parts = [storage_account_name, container_name, bucket, key, path];
      return `backend.${kind}:${parts.filter((part) => part !== undefined).join("/")}`;
    })
    .join();

const resourcesIn = ({ resource = {} }: Workspace): readonly string[] =>
  Object.entries(resource).flatMap(([type, named]) => Object.keys(named).map((name) => `${type}.${name}`));

/** Terraform takes such a block alone or in a list. */
const blocksOf = <Block>(workspace: Workspace, type: "moved" | "removed"): readonly Block[] =>
  [(workspace as Partial<Record<typeof type, unknown>>)[type] ?? []].flat() as Block[];
