import pc from "picocolors";
import type { Drift, WorkspaceDrift } from "../drift/drift";
import { withoutSecrets } from "../plan/secrets";
import { counted } from "./plan";

export const driftJson = ({ secrets, ...drift }: Drift): string =>
  withoutSecrets(JSON.stringify(drift, null, 2), secrets);

export function driftLine({ workspace, changes, failed }: WorkspaceDrift): string {
  if (failed !== undefined) return `${pc.red("failed")}  ${workspace}`;
  return changes.length > 0
    ? `${pc.yellow("differs")} ${workspace}: ${counted(changes)}`
    : `${pc.dim("as is")}   ${workspace}`;
}

/** For people. */
export function driftText(drift: Drift): string {
  const lines = drift.workspaces.flatMap((each) => [
    driftLine(each),
    ...(each.failed === undefined ? [] : [each.failed]),
    ...each.changes.map((change) => `        ${described(change)}`),
  ]);
  const never = drift.never.length > 0 ? [`never applied: ${drift.never.join(", ")}`] : [];
  return withoutSecrets([...lines, ...never].join("\n"), drift.secrets);
}

/** For an issue. */
export function driftMarkdown({ workspaces, never, secrets }: Drift): string {
  const differing = workspaces.filter(({ changes, failed }) => changes.length > 0 || failed !== undefined);
  const sections = differing.flatMap(({ workspace, commit, changes, failed }) => [
    "",
    `**\`${workspace}\`**, compared with what was applied of ${commit.slice(0, 12)}: ${failed === undefined ? counted(changes) : "could not be planned"}`,
    "",
    ...(failed === undefined ? changes.map((change) => `- ${described(change)}`) : ["```", failed, "```"]),
  ]);
  const text = [
    `### Drift: ${differing.length} of ${workspaces.length} workspaces differ`,
    ...sections,
    ...(never.length > 0 ? ["", `Never applied: ${never.map((id) => `\`${id}\``).join(", ")}.`] : []),
    "",
  ];
  return withoutSecrets(text.join("\n"), secrets);
}

const described = ({ address, action, attributes }: WorkspaceDrift["changes"][number]): string =>
  `${action} ${address}: ${attributes.join(", ")}`;
