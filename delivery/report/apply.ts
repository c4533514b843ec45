import pc from "picocolors";
import type { Result } from "../apply/applier";
import type { AppliedRun } from "../apply/apply";
import { withoutSecrets } from "../plan/secrets";
import { counted } from "./plan";

export const applyJson = ({ reviewed: { run, commit }, results, secrets }: AppliedRun): string =>
  withoutSecrets(JSON.stringify({ run, commit, results }, null, 2), secrets);

const PAINTS: Readonly<Record<Result["outcome"], (text: string) => string>> = {
  applied: pc.green,
  destroyed: pc.green,
  unchanged: pc.dim,
  stopped: pc.yellow,
  skipped: pc.yellow,
  failed: pc.red,
};

export const resultLine = ({ workspace, outcome, detail }: Result): string =>
  `${PAINTS[outcome](outcome.padEnd(9))} ${workspace}: ${detail}`;

/** For people. */
export function applyText({ reviewed, results, secrets }: AppliedRun): string {
  const lines = results.flatMap((result) => [
    resultLine(result),
    ...(result.differences ?? []).map((difference) => `          ${difference}`),
  ]);
  return withoutSecrets([...lines, `run ${reviewed.run}: ${tally(results)}`].join("\n"), secrets);
}

/** For the summary of a job. */
export function applyMarkdown({ reviewed, results, secrets }: AppliedRun): string {
  const rows = results.map(
    ({ workspace, outcome, detail }) =>
      `| \`${workspace}\` | ${outcome} | ${detail.replaceAll("\n", "<br>").replaceAll("|", "\\|")} |`,
  );
  const stopped = results.flatMap(({ workspace, differences = [], changes = [] }) =>
    differences.length === 0
      ? []
      : [
          "",
          `**${workspace}** would now be: ${counted(changes)}`,
          "",
          ...differences.map((each) => `- ${each}`),
        ],
  );
  const text = [
    `### Apply of ${reviewed.commit.slice(0, 12)}: ${tally(results)}`,
    "",
    "| workspace | | |",
    "|---|---|---|",
    ...rows,
    ...stopped,
    "",
    `Run \`${reviewed.run}\`.`,
    "",
  ];
  return withoutSecrets(text.join("\n"), secrets);
}

function tally(results: readonly Result[]): string {
  const parts = (Object.keys(PAINTS) as Result["outcome"][]).flatMap((outcome) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count > 0 ? [`${count} ${outcome}`] : [];
  });
  return parts.join(", ") || "nothing to do";
}
