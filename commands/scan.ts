import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { loadEnvironments } from "../config/load";
import { refused } from "../config/problem";
import { Exceptions, exceptionsOf } from "../rehearsal/exceptions";
import { synthesize } from "../stacks/synthesis";
import { program, run } from "./program";
import { ACCEPTED } from "./scan/accepted";
import { findingsOf, unexplained, withoutExcepted } from "./scan/findings";

const INSTALL = "there is no such program; expected what `pip install checkov==3.3.30` installs";

/** What checkov cannot read in JSON, and has no checks for. */
const UNREAD = { terraform: ["required_version"], workspace: ["removed"] };

function scan(): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "meridian-scan-"));
  try {
    const environments = loadEnvironments([], { overlays: "none" });
    const { workspaces } = synthesize(environments, { outdir: path.join(folder, "cdktf.out"), hcl: false });
    const stacks = path.join(folder, "cdktf.out/stacks");
    for (const { id } of workspaces) simplify(path.join(stacks, id, "cdk.tf.json"));
    const findings = withoutExcepted(findingsOf(checkov(stacks)), exceptions());
    const problems = unexplained(findings, ACCEPTED);
    for (const problem of problems) console.error(problem);
    console.log(
      `${workspaces.length} workspaces, ${findings.length} findings, ${problems.length} without an explanation`,
    );
    if (problems.length > 0) process.exitCode = 1;
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** The team's own exceptions, which the rehearsal and the pipeline read too; what is accepted as shipped is in `accepted.ts`. */
const exceptions = (): Exceptions => Exceptions.read(exceptionsOf("."));

function simplify(file: string): void {
  const workspace = JSON.parse(fs.readFileSync(file, "utf8"));
  for (const key of UNREAD.terraform) delete workspace.terraform[key];
  for (const key of UNREAD.workspace) delete workspace[key];
  fs.writeFileSync(file, JSON.stringify(workspace));
}

function checkov(folder: string): string {
  const args = [
    "-d",
    folder,
    "--framework",
    "terraform_json",
    "--compact",
    "--quiet",
    "--skip-download",
    "-o",
    "json",
  ];
  const { error, stdout, stderr, signal } = spawnSync("checkov", args, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT") {
    throw refused("checkov", INSTALL);
  }
  if (stdout.trim() === "") throw new Error(`checkov said nothing (${signal ?? "no signal"}): ${stderr}`);
  return stdout;
}

void run(
  program(
    "scan",
    "Has checkov judge what every environment makes as shipped; what is found and accepted is in commands/scan/accepted.ts.",
  ).action(scan),
);
