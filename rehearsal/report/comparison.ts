import pc from "picocolors";
import type { Difference } from "../schema/compare";

/** Differences between derived and real schemas, by explanation; those without one come last. */
export function comparison(differences: readonly Difference[]): string {
  const groups = new Map<string | undefined, Difference[]>();
  for (const difference of differences) {
    groups.set(difference.explanation, [...(groups.get(difference.explanation) ?? []), difference]);
  }
  const unexplained = groups.get(undefined) ?? [];
  groups.delete(undefined);
  const explained = [...groups].flatMap(([because, members]) => [
    `${pc.bold(`${members.length} explained:`)} ${because}`,
    ...members.map(line),
  ]);
  const verdict =
    unexplained.length === 0 ? pc.green("none unexplained") : pc.red(`${unexplained.length} unexplained`);
  return [...explained, ...unexplained.map(line), `${differences.length} differences, ${verdict}`].join("\n");
}

function line({ type, path, what, derived, real }: Difference): string {
  return `  ${type} ${path}: ${what}: derived ${derived}, real ${real}`;
}
