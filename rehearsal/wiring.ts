import type { RemoteState } from "./configuration";
import type { NamedRule } from "./finding";
import type { Listed } from "./manifest";
import { type Keeper, nearest, type Read, sharing } from "./remote-state";

interface Wired {
  readonly listed: Listed;
  readonly reads: readonly Read[];
}

export interface WiringProblem {
  readonly rule: NamedRule;
  readonly address?: string;
  readonly summary: string;
  readonly detail: string;
}

/**
 * What Terraform cannot see, because it sees one workspace at a time.
 *
 * @param keepers - every workspace of the environment, and where it keeps its state
 */
export function wiringProblems({ listed, reads }: Wired, keepers: readonly Keeper[]): WiringProblem[] {
  const ids = keepers.map(({ id }) => id);
  return [
    ...shared(listed.id, keepers),
    ...reads.flatMap((read) => {
      if (read.producer === undefined) return [absent(listed.id, read, keepers)];
      return [...undeclared(listed, read.producer), ...swapped(listed.id, read.producer, reads, ids)];
    }),
  ];
}

/** Two workspaces with one state would destroy each other's resources. */
function shared(id: string, keepers: readonly Keeper[]): WiringProblem[] {
  const own = keepers.find((keeper) => keeper.id === id) as Keeper;
  return sharing(own, keepers).map((other) => ({
    rule: "state-shared",
    summary: `keeps its state where ${other} keeps its own`,
    detail: `both have the backend ${JSON.stringify(own.backend)}`,
  }));
}

function undeclared({ id, dependencies }: Listed, producer: string): WiringProblem[] {
  if (dependencies.includes(producer)) return [];
  const detail = `manifest.json does not list ${producer} among the dependencies of ${id}: nothing deploys it first`;
  return [{ rule: "dependency", summary: `reads the state of ${producer} without depending on it`, detail }];
}

function absent(id: string, read: RemoteState, keepers: readonly Keeper[]): WiringProblem {
  return {
    rule: "state-missing",
    address: `data.terraform_remote_state.${read.name}`,
    summary: `reads a state that no workspace keeps: ${read.backend} ${JSON.stringify(read.config)}`,
    detail: nearest(id, read, keepers) ?? "",
  };
}

/** `azure-k3s-node-us` that reads `azure-network-eu` but not `azure-network-us` has its regions swapped. */
function swapped(
  id: string,
  producer: string,
  reads: readonly Read[],
  ids: readonly string[],
): WiringProblem[] {
  const place = placeOf(id, ids);
  const own = `${producer.slice(0, -placeOf(producer, ids).length)}${place}`;
  const known = ids.includes(own) && own !== id && own !== producer;
  if (!known || reads.some((read) => read.producer === own)) return [];
  const detail = `${id} belongs to ${place}: is the region swapped?`;
  return [{ rule: "region-swapped", summary: `reads the state of ${producer}, but not of ${own}`, detail }];
}

/** The longest end of an id that another one has too: a place has several workspaces, and its name may have dashes. */
function placeOf(id: string, ids: readonly string[]): string {
  const parts = id.split("-");
  const ends = parts.map((_, index) => parts.slice(index).join("-"));
  const isShared = (end: string) => ids.some((other) => other !== id && other.endsWith(`-${end}`));
  return ends.find(isShared) ?? (parts.at(-1) as string);
}
