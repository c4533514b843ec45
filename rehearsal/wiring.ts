import type { Configuration } from "./configuration";
import type { NamedRule } from "./finding";
import type { Listed } from "./manifest";

interface Wired {
  readonly listed: Listed;
  readonly configuration: Configuration;
}

export interface WiringProblem {
  readonly rule: NamedRule;
  readonly summary: string;
  readonly detail: string;
}

/** What Terraform cannot see, because it sees one workspace at a time: by workspace. */
export function wiringProblems(
  workspaces: readonly Wired[],
  all: readonly Listed[],
): Map<string, WiringProblem[]> {
  const ids = all.map(({ id }) => id);
  const problems = workspaces.map((workspace): [string, WiringProblem[]] => [
    workspace.listed.id,
    [
      ...shared(workspace, workspaces),
      ...workspace.configuration.reads.flatMap(({ producer }) => [
        ...undeclared(workspace.listed, producer),
        ...absent(workspace.listed.id, producer, ids),
        ...swapped(workspace.listed.id, producer, workspace.configuration, ids),
      ]),
    ],
  ]);
  return new Map(problems.filter(([, messages]) => messages.length > 0));
}

/** Two workspaces with one state would destroy each other's resources. */
function shared({ listed, configuration }: Wired, workspaces: readonly Wired[]): WiringProblem[] {
  if (Object.keys(configuration.backend.config).length === 0) return []; // a file in the workspace's own folder
  const own = JSON.stringify(configuration.backend);
  return workspaces
    .filter((other) => other.listed.id !== listed.id && JSON.stringify(other.configuration.backend) === own)
    .map((other) => ({
      rule: "state-shared",
      summary: `keeps its state where ${other.listed.id} keeps its own`,
      detail: `both have the backend ${own}`,
    }));
}

function undeclared({ id, dependencies }: Listed, producer: string): WiringProblem[] {
  if (dependencies.includes(producer)) return [];
  const detail = `manifest.json does not list ${producer} among the dependencies of ${id}: nothing deploys it first`;
  return [{ rule: "dependency", summary: `reads the state of ${producer} without depending on it`, detail }];
}

function absent(id: string, producer: string, ids: readonly string[]): WiringProblem[] {
  if (ids.includes(producer)) return [];
  const detail = `${id} needs it, but no workspace of that name was synthesized`;
  return [{ rule: "state-missing", summary: `reads the state of ${producer}, which does not exist`, detail }];
}

/** `azure-k3s-node-us` that reads `azure-network-eu` but not `azure-network-us` has its regions swapped. */
function swapped(
  id: string,
  producer: string,
  { reads }: Configuration,
  ids: readonly string[],
): WiringProblem[] {
  const place = id.split("-").at(-1) as string;
  const own = producer.replace(/-[^-]+$/, `-${place}`);
  const known = ids.includes(own) && own !== id && own !== producer;
  if (!known || reads.some((read) => read.producer === own)) return [];
  const detail = `${id} belongs to ${place}: is the region swapped?`;
  return [{ rule: "region-swapped", summary: `reads the state of ${producer}, but not of ${own}`, detail }];
}
