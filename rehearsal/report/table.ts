import Table from "cli-table3";
import pc from "picocolors";
import type { Report } from "../rehearse";
import type { WorkspaceReport } from "../workspace";

const HEAD = [
  "workspace",
  "wave",
  "planned",
  "applied",
  "second plan",
  "reads",
  "publishes",
  "destroyed",
  "seconds",
];

/** The report for people: a table with lines on a terminal, without elsewhere. */
export function table(report: Report, lines: boolean): string {
  const table = new Table({
    head: HEAD,
    style: { head: [], border: [] },
    colAligns: ["left", "right", "right", "right", "left", "right", "right", "left", "right"],
    chars: lines ? { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" } : NO_LINES,
  });
  for (const workspace of report.workspaces) table.push(row(workspace));
  const notes = report.workspaces.flatMap(({ workspace, notes }) =>
    notes.map((note) => `${pc.dim("in the copy:")} ${workspace}: ${note}`),
  );
  const failures = report.workspaces.filter(({ outcome }) => outcome === "failed").map(failure);
  const canaries = report.findings?.map(
    ({ workspace, place, origin, accepted }) =>
      `${accepted ? pc.dim("accepted:") : pc.red("secret:")} ${origin} surfaces in ${workspace}, ${place}${accepted ? ` (${accepted})` : ""}`,
  );
  return [table.toString(), ...notes, ...(canaries ?? []), ...failures, conclusion(report)].join("\n");
}

/** What a failure needs to be found: workspace, step, Terraform's own message and the file. */
export function failure({ workspace, step, errors }: WorkspaceReport): string {
  return errors
    .map(({ summary, detail, address, file, line }) =>
      [
        `${pc.red(`${workspace} failed at ${step}:`)} ${summary}`,
        ...(address ? [`  in ${address}`] : []),
        ...(file ? [`  ${file}${line ? `:${line}` : ""}`] : []),
        ...detail.split("\n").map((text) => `  ${text}`),
      ].join("\n"),
    )
    .join("\n");
}

function row(workspace: WorkspaceReport): string[] {
  const { wave, planned, applied, reads, published, destroyed } = workspace;
  const paint = { passed: pc.green, failed: pc.red, skipped: pc.yellow, waiting: pc.dim, running: pc.dim };
  const read = Object.values(reads).flat().length;
  return [
    paint[workspace.outcome](workspace.workspace),
    String(wave),
    String(planned),
    String(applied),
    secondPlan(workspace),
    String(read),
    String(published.length),
    destroyed,
    total(workspace).toFixed(1),
  ];
}

function secondPlan({ outcome, drift, seconds }: WorkspaceReport): string {
  if (outcome === "skipped") return "skipped";
  if (drift.length > 0) return pc.red(`${drift.length} changes`);
  return "plan again" in seconds ? "empty" : "-";
}

function total({ seconds }: WorkspaceReport): number {
  return Object.values(seconds).reduce((sum, step) => sum + step, 0);
}

function conclusion({ workspaces, seconds, ok, terraform, schemas }: Report): string {
  const count = (outcome: string) => workspaces.filter((workspace) => workspace.outcome === outcome).length;
  const sources = Object.entries(schemas).map(
    ([address, origin]) => `${address.split("/").at(-1)} ${origin}`,
  );
  const numbers = `${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`;
  const verdict = ok ? pc.green("rehearsed") : pc.red("failed");
  return `${verdict}: ${numbers} in ${seconds.toFixed(1)} s; Terraform ${terraform}; schemas: ${sources.join(", ") || "none"}`;
}

/** For logs and pipes. */
const NO_LINES = {
  ...Object.fromEntries(
    ["top", "bottom", "mid", "left", "right"]
      .flatMap((side) => [side, `${side}-mid`, `${side}-left`, `${side}-right`])
      .map((part) => [part, ""]),
  ),
  middle: " ",
};
