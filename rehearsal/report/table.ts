import Table from "cli-table3";
import pc from "picocolors";
import type { Exception } from "../exceptions";
import type { Report } from "../rehearse";
import type { WorkspaceReport } from "../workspace-report";
import { findingText } from "./finding";

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
  const all = report.workspaces.flatMap(({ workspace, findings }) =>
    findings.map((finding) => ({ workspace, finding })),
  );
  const losses = all.filter(({ finding }) => finding.rule === "loss"); // first: what is lost does not come back
  const findings = [...losses, ...all.filter((each) => !losses.includes(each))].map(
    ({ workspace, finding }) => findingText(workspace, finding),
  );
  return [...findings, ...notes, table.toString(), ...exceptions(report), conclusion(report)].join("\n");
}

function exceptions({ exceptions: { unused, expired } }: Report): string[] {
  const shown = ({ rule, workspace, address }: Exception) => `${rule} of ${address} in ${workspace}`;
  return [
    ...unused.map((entry) => `${pc.yellow("exception that accepts nothing:")} ${shown(entry)}`),
    ...expired.map((entry) => `${pc.red(`exception that ended on ${entry.until}:`)} ${shown(entry)}`),
  ];
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

function conclusion({ workspaces, seconds, ok, terraform, schemas, missingProviders }: Report): string {
  const count = (outcome: string) => workspaces.filter((workspace) => workspace.outcome === outcome).length;
  const sources = Object.entries(schemas).map(
    ([address, origin]) => `${address.split("/").at(-1)} ${origin}`,
  );
  const numbers = `${count("passed")} passed, ${count("failed")} failed, ${count("skipped")} skipped`;
  const real = missingProviders ? `; ${realProviders(workspaces, missingProviders)}` : "";
  const verdict = ok ? pc.green("rehearsed") : pc.red("failed");
  return `${verdict}: ${numbers} in ${seconds.toFixed(1)} s; Terraform ${terraform}; schemas: ${sources.join(", ") || "none"}${real}`;
}

function realProviders(workspaces: readonly WorkspaceReport[], missing: readonly string[]): string {
  const used = [...new Set(workspaces.flatMap(({ real }) => real))].sort();
  return `validated by the real ${used.join(", ") || "none"}${missing.length > 0 ? `; ${missing.join("; ")}` : ""}`;
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
