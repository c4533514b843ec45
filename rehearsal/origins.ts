import fs from "node:fs";
import path from "node:path";
import type { Finding } from "./finding";
import type { Report } from "./rehearse";
import type { Synthesis } from "./synthesis/synth";
import { type Origin, originOf, synthesizeTraced } from "./synthesis/traced";

/**
 * A report whose findings say what made the resource that they are about: the construct, and where it can be had the line
 * of TypeScript. For that the same is synthesized once more, with traces: only where something was found.
 *
 * @param synthesis - how it was synthesized; undefined where it was not, and then only constructs are named
 */
export async function withOrigins(
  report: Report,
  folder: string,
  project: string,
  synthesis: Omit<Synthesis, "outdir"> | undefined,
  temporary: string,
): Promise<Report> {
  const isAsked = report.workspaces.some(({ findings }) => findings.some(({ address }) => address));
  if (!isAsked) return report;
  const traced = (synthesis && (await tracesOf(synthesis, temporary))) ?? folder;
  const located = (workspace: string, finding: Finding): Finding => {
    const origin = finding.address && find(finding.address, traced, workspace, project);
    return origin ? { ...finding, origin } : finding;
  };
  return {
    ...report,
    workspaces: report.workspaces.map((each) => ({
      ...each,
      findings: each.findings.map((finding) => located(each.workspace, finding)),
    })),
  };
}

/** Where it cannot be synthesized again, what was found is still worth telling. */
async function tracesOf(
  synthesis: Omit<Synthesis, "outdir">,
  temporary: string,
): Promise<string | undefined> {
  const outdir = path.join(temporary, "traced/cdktf.out");
  return synthesizeTraced({ ...synthesis, outdir }).then(
    () => outdir,
    () => undefined,
  );
}

function find(address: string, folder: string, workspace: string, project: string): Origin | undefined {
  return originOf(address, path.join(folder, "stacks", workspace, "cdk.tf.json"), fs.realpathSync(project));
}
