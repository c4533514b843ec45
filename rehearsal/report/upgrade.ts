import pc from "picocolors";
import type { Change } from "../changes";
import type { Report } from "../rehearse";

/** What an upgrade changes, workspace by workspace; what is replaced or destroyed is named. */
export function upgradeText(
  earlier: string,
  { workspaces, orphans = [], unusedAllowances = [] }: Report,
): string {
  const lines = workspaces.flatMap(({ workspace, changes = [] }) => {
    if (changes.length === 0) return [];
    const named = changes.filter(
      ({ action, uncertain }) => uncertain || !["create", "update", "move"].includes(action),
    );
    return [`${workspace}: ${counted(changes)}`, ...named.map((change) => `  ${described(change)}`)];
  });
  const left = orphans.map(({ workspace, addresses, holds }) => {
    const lost = holds.length > 0 ? `, among them what holds ${holds.join("; ")}` : "";
    return pc.yellow(
      `${workspace}: no workspace owns this state any longer; ${addresses.length} resources live on in it${lost}`,
    );
  });
  const unused = unusedAllowances.map((name) =>
    pc.yellow(
      `--allow ${name}: nothing of that name is lost; expected <workspace>/<address> of a resource that is`,
    ),
  );
  const unchanged = lines.length + left.length === 0 ? ["nothing changes"] : [];
  return [pc.bold(`upgrade of ${earlier}`), ...unchanged, ...lines, ...left, ...unused].join("\n");
}

const WORDS: Readonly<Record<Change["action"], string>> = {
  create: "added",
  update: "changed",
  replace: "replaced",
  delete: "destroyed",
  forget: "forgotten",
  move: "moved",
};

function counted(changes: readonly Change[]): string {
  const resources = changes.filter(({ address }) => !address.startsWith("output."));
  const outputs = changes.length - resources.length;
  const parts = Object.entries(WORDS).flatMap(([action, word]) => {
    const count = resources.filter((change) => change.action === action).length;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  return [...parts, ...(outputs > 0 ? [`${outputs} outputs`] : [])].join(", ");
}

function described({ address, action, because, uncertain }: Change): string {
  if (uncertain) return `${address}: changed, or replaced: what replaces its type is not known`;
  const why = because.length > 0 ? ` (${because.join(", ")})` : "";
  return action === "forget"
    ? `${address}: forgotten, lives on`
    : pc.red(`${address}: ${WORDS[action]}${why}`);
}
