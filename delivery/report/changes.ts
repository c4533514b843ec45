import pc from "picocolors";
import { type ChangeSet, isConcerned, type WorkspaceChange } from "../changes/change-set";
import type { Compared } from "../changes/compare";

/** For programs: everything but what is untouched in detail. */
export function changesJson({ commit, uncommitted, baseCommit, isBehind, changes }: Compared): string {
  return JSON.stringify({ commit, uncommitted, base: baseCommit, isBehind, ...changes }, null, 2);
}

/** For people. */
export function changesText(compared: Compared): string {
  const { workspaces, waves } = compared.changes;
  const concerned = workspaces.filter(isConcerned);
  return [
    ...notices(compared).map((notice) => pc.yellow(notice)),
    pc.bold(`changes ${since(compared)}`),
    ...concerned.map((change) => `${paint(change)}  ${described(change)}`),
    ...order(waves),
    counted(compared.changes),
  ].join("\n");
}

/** For a pull request. */
export function changesMarkdown(compared: Compared): string {
  const { workspaces, waves } = compared.changes;
  const rows = workspaces
    .filter(isConcerned)
    .map(
      (change) => `| \`${change.workspace}\` | ${word(change)} | ${reason(change).replaceAll("|", "\\|")} |`,
    );
  const table = rows.length > 0 ? ["", "| workspace | | why |", "|---|---|---|", ...rows] : [];
  const numbered = waves.map((wave, index) => `${index + 1}. ${wave.map((id) => `\`${id}\``).join(", ")}`);
  return [
    `### Changes ${since(compared)}`,
    "",
    counted(compared.changes),
    ...notices(compared).flatMap((notice) => ["", `> ${notice}`]),
    ...table,
    ...(numbered.length > 0 ? ["", "Order; all of a line may be changed at once:", "", ...numbered] : []),
    "",
  ].join("\n");
}

const since = ({ baseCommit }: Compared): string =>
  baseCommit ? `since ${baseCommit.slice(0, 12)}` : "(everything, without a base)";

function notices({ uncommitted, isBehind }: Compared): string[] {
  return [
    ...(uncommitted.length > 0 ? [`not committed, and counted: ${uncommitted.slice(0, 5).join(", ")}`] : []),
    ...(isBehind ? ["base has commits that HEAD has not: they show as undone; merge or rebase first"] : []),
  ];
}

const word = ({ status, was }: WorkspaceChange): string =>
  status === "untouched" ? "reader" : was ? `renamed from \`${was}\`` : status;

const PAINTS = { added: pc.green, changed: pc.yellow, removed: pc.red, renamed: pc.cyan, untouched: pc.dim };

const paint = (change: WorkspaceChange): string =>
  PAINTS[change.status]((change.status === "untouched" ? "reader" : change.status).padEnd(8));

function described(change: WorkspaceChange): string {
  const why = reason(change);
  return why ? `${change.workspace}: ${why}` : change.workspace;
}

/** How many blocks are named before the rest is counted. */
const BLOCKS = 4;

function reason({ was, blocks, readsChanged }: WorkspaceChange): string {
  const named = blocks.slice(0, BLOCKS).map(({ address, change }) => `${address} ${change}`);
  const rest = blocks.length > BLOCKS ? [`${blocks.length - BLOCKS} more`] : [];
  const reads = readsChanged.length > 0 ? [`reads ${readsChanged.join(", ")}`] : [];
  return [...(was ? [`was ${was}`] : []), ...named, ...rest, ...reads].join(", ");
}

const order = (waves: ChangeSet["waves"]): string[] =>
  waves.length === 0
    ? []
    : [pc.dim("order"), ...waves.map((wave, index) => `${`${index + 1}.`.padStart(4)} ${wave.join(", ")}`)];

function counted({ workspaces }: ChangeSet): string {
  const count = (status: WorkspaceChange["status"]) =>
    workspaces.filter((change) => change.status === status).length;
  const readers = workspaces.filter((change) => change.status === "untouched" && isConcerned(change)).length;
  const parts = (["added", "changed", "removed", "renamed"] as const).flatMap((status) =>
    count(status) > 0 ? [`${count(status)} ${status}`] : [],
  );
  const rest = count("untouched") - readers;
  return [...parts, ...(readers > 0 ? [`${readers} readers of them`] : []), `${rest} untouched`].join(", ");
}
