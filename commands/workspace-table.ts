import type { WorkspaceDescription } from "../stacks/workspace/platform-stack";
import { fold, WIDTH } from "./fold";
import { paintOf } from "./graph/kinds";

const HEAD = { name: "workspace", resources: "resources", reads: "reads", publishes: "publishes" };

/** Between two columns. */
const GAP = "  ";

/** What the longest name of a workspace, without its environment, and of an output need. */
const LIST = 28;

/** Lines for what one workspace reads, and for what it publishes. */
const LINES = 3;

/**
 * Workspaces of one environment as a table: what each holds, reads and publishes. It is as wide as a terminal usually
 * is; long lists are cut, and counted, as `synth --json` does not. Names stand without the environment in what is read, and
 * all do where there is no room.
 */
export function workspaceTable(environment: string, workspaces: readonly WorkspaceDescription[]): string {
  const short = (id: string) => id.replace(`${environment}-`, "");
  const wholeNames = workspaces.map(({ id }) => id);
  const names = listWidth(wholeNames) < LIST ? wholeNames.map(short) : wholeNames;
  const first = columnWidth(names);
  const list = listWidth(names);
  const line = (
    name: string,
    resources: string,
    reads = "",
    publishes = "",
    paint: (text: string) => string = String,
  ) =>
    [paint(name.padEnd(first)), resources.padStart(HEAD.resources.length), reads.padEnd(list), publishes]
      .join(GAP)
      .trimEnd();

  return [
    line(HEAD.name, HEAD.resources, HEAD.reads, HEAD.publishes),
    ...workspaces.flatMap(({ kind, resources, reads, publishes }, index) => {
      const left = fold(Object.keys(reads).map(short), list, LINES);
      const right = fold(publishes, list, LINES);
      const others = Array.from({ length: Math.max(left.length, right.length) - 1 }, (_, other) =>
        line("", "", left[other + 1], right[other + 1]),
      );
      const name = names[index] as string;
      return [line(name, String(resources), left[0], right[0], paintOf(kind)), ...others];
    }),
  ].join("\n");
}

const columnWidth = (names: readonly string[]): number =>
  names.reduce((width, name) => Math.max(width, name.length), HEAD.name.length);

const listWidth = (names: readonly string[]): number =>
  Math.floor((WIDTH - columnWidth(names) - HEAD.resources.length - 3 * GAP.length) / 2);
