import pc from "picocolors";
import type { Change } from "../../rehearsal/changes";
import { lossesIn } from "../apply/losses";
import type { Plans } from "../plan/plan";
import type { Planned } from "../plan/planner";
import { withoutSecrets } from "../plan/secrets";
import type { ReviewedWorkspace } from "../reviewed/folder";

/** As long as a comment of GitHub may be, with room for what stands around it. */
const COMMENT = 60_000;

const PREVIEW = "PREVIEW, cannot be applied";

/** For programs. */
export const planJson = ({ reviewed, digest, planned, secrets }: Plans): string =>
  withoutSecrets(JSON.stringify({ ...reviewed, digest, unaffected: unaffected(planned) }, null, 2), secrets);

/** One line for a workspace, as soon as it is planned. */
export function plannedLine({ workspace, reviewed, isUnaffected, failed }: Planned): string {
  if (failed !== undefined) return `${pc.red("failed")}   ${workspace}: ${failed}`;
  if (isUnaffected) return `${pc.dim("as is")}    ${workspace}: no output that it reads changes`;
  const { kind, waitsFor } = reviewed as ReviewedWorkspace;
  const word = waitsFor.length > 0 ? pc.magenta("preview ") : pc.green(kind.padEnd(8));
  const why = waitsFor.length > 0 ? ` (${PREVIEW}; planned for real after ${waitsFor.join(", ")})` : "";
  return `${word} ${workspace}: ${counted((reviewed as ReviewedWorkspace).changes)}${why}`;
}

/** For people. */
export function planText({ reviewed, planned, digest, secrets }: Plans, out: string): string {
  const lines = [
    ...losses(reviewed.workspaces).map((loss) => pc.red(loss)),
    ...planned.map(plannedLine),
    `${total(reviewed.workspaces)}; ${reviewed.engine}, commit ${reviewed.commit.slice(0, 12)}`,
    `plans in ${out}, digest ${digest.slice(0, 16)}`,
  ];
  return withoutSecrets(lines.join("\n"), secrets);
}

/** For a pull request. */
export function planMarkdown({ reviewed, planned, digest, secrets }: Plans): string {
  const rows = reviewed.workspaces.map(
    ({ workspace, kind, waitsFor, why, changes }) =>
      `| \`${workspace}\` | ${waitsFor.length > 0 ? `**${PREVIEW}**` : kind} | ${counted(changes)} | ${why} |`,
  );
  const failures = Object.entries(reviewed.failed).map(([workspace, why]) => `- **${workspace}**: ${why}`);
  const lost = losses(reviewed.workspaces).map((loss) => `- ${loss}`);
  const head = [
    `### Plan of ${reviewed.commit.slice(0, 12)}: ${total(reviewed.workspaces)}`,
    ...(lost.length > 0 ? ["", "**Lost for good:**", "", ...lost] : []),
    ...(failures.length > 0 ? ["", "**Not planned:**", "", ...failures] : []),
    ...(rows.length > 0 ? ["", "| workspace | | changes | why |", "|---|---|---|---|", ...rows] : []),
    ...(unaffected(planned).length > 0
      ? [
          "",
          `No output that they read changes: ${unaffected(planned)
            .map((id) => `\`${id}\``)
            .join(", ")}.`,
        ]
      : []),
    "",
    `Run \`${reviewed.run}\`, digest \`${digest}\`, ${reviewed.engine}.`,
    "",
  ].join("\n");
  return withDetails(withoutSecrets(head, secrets), planned, secrets);
}

function withDetails(head: string, planned: readonly Planned[], secrets: Plans["secrets"]): string {
  let text = head;
  for (const each of planned) {
    const body = detailsOf(each);
    if (!body) continue;
    const title = each.text === undefined ? `${each.workspace} (${PREVIEW})` : each.workspace;
    const block = `<details><summary>${title}</summary>\n\n\`\`\`\n${withoutSecrets(body, secrets)}\n\`\`\`\n</details>\n`;
    if (text.length + block.length > COMMENT)
      return `${text}The rest is too long for a comment: see the job's log.\n`;
    text += block;
  }
  return text;
}

/** Of a preview no values: emulated providers do not know all that is sensitive. */
function detailsOf({ reviewed, text }: Planned): string | undefined {
  if (!reviewed || reviewed.changes.length === 0) return undefined;
  if (text !== undefined) return text.trim();
  return reviewed.changes
    .map(({ address, action, attributes }) => `${action} ${address}: ${attributes.join(", ")}`)
    .join("\n");
}

const unaffected = (planned: readonly Planned[]): string[] =>
  planned.flatMap(({ workspace, isUnaffected }) => (isUnaffected ? [workspace] : []));

const losses = (workspaces: readonly ReviewedWorkspace[]): string[] =>
  workspaces
    .flatMap(({ workspace, changes }) => lossesIn(workspace, changes))
    .map(
      ({ name, action, holds }) =>
        `${name} would be ${action === "replace" ? "replaced" : "destroyed"}, and with it goes ${holds} (--allow-replace ${name})`,
    );

const WORDS: Readonly<Record<Change["action"], string>> = {
  create: "created",
  update: "changed",
  replace: "replaced",
  delete: "destroyed",
  move: "moved",
  forget: "forgotten",
};

/** Such as `2 created, 1 changed`. */
export function counted(changes: readonly Change[]): string {
  const resources = changes.filter(({ address }) => !address.startsWith("output."));
  const parts = Object.entries(WORDS).flatMap(([action, word]) => {
    const count = resources.filter((change) => change.action === action).length;
    return count > 0 ? [`${count} ${word}`] : [];
  });
  const outputs = changes.length - resources.length;
  if (outputs > 0) parts.push(`${outputs} ${outputs === 1 ? "output" : "outputs"}`);
  return parts.join(", ") || "no changes";
}

const total = (workspaces: readonly ReviewedWorkspace[]): string =>
  `${workspaces.length} ${workspaces.length === 1 ? "workspace" : "workspaces"}, ${counted(workspaces.flatMap(({ changes }) => changes))}`;
