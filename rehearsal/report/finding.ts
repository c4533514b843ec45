import pc from "picocolors";
import type { Finding } from "../finding";
import type { Origin } from "../synthesis/traced";

/** All that is needed to understand a finding and to find its cause. */
export function findingText(workspace: string, finding: Finding): string {
  const { step, rule, summary, detail, address, origin, source, accepted } = finding;
  const lines = [
    ...(address ? [`in ${address}`] : []),
    ...(origin ? [made(origin)] : []),
    ...place(finding),
    ...(detail ? detail.split("\n") : []),
    ...(rule === "terraform" ? [] : [pc.dim(`rule ${rule}${source ? `, see ${source}` : ""}`)]),
    ...(accepted ? [`accepted: ${accepted}`] : []),
  ];
  return [
    `${title(finding, `${workspace} at ${step}:`)} ${summary}`,
    ...lines.map((line) => (line ? `  ${line}` : "")),
  ].join("\n");
}

function title({ severity, accepted }: Finding, text: string): string {
  if (accepted) return pc.dim(`accepted: ${text}`);
  return severity === "error" ? pc.red(`error: ${text}`) : pc.yellow(`warning: ${text}`);
}

function made({ construct, file, line }: Origin): string {
  return file ? `${file}:${line}, construct ${construct}` : `construct ${construct}`;
}

/** File, line and the lines themselves, with the values of what is in them, as Terraform shows them. */
function place({ file, snippet }: Finding): string[] {
  if (!snippet) return [file];
  const { line, context, code, values } = snippet;
  return [
    `${file}:${line}${context ? `, in ${context}` : ""}`,
    ...(code ? code.split("\n").map((text) => `  ${text}`) : []),
    ...values.map(({ traversal, statement }) => `    ${traversal} ${statement}`),
  ];
}
