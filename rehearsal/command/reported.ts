import fs from "node:fs";
import { version } from "../../package.json";
import { withOrigins } from "../origins";
import type { Report } from "../rehearse";
import { sarif } from "../report/sarif";
import type { Synthesis } from "../synthesis/synth";
import { EXIT } from "./exit";
import type { Flags } from "./flags";
import { type Answer, PROJECT, type Question } from "./question";

/** A report with what made each resource, as it is asked for. */
export async function reported(
  report: Report,
  folder: string,
  synthesis: Omit<Synthesis, "outdir">,
  { flags, temporary, shown, signal }: Question,
  forPeople: (report: Report) => string,
): Promise<Answer> {
  const own = flags.output || signal.aborted ? undefined : synthesis;
  if (own && !report.ok) shown.say("looking for what made the resources");
  const located = await withOrigins(report, folder, PROJECT, own, temporary);
  if (flags.sarif) fs.writeFileSync(flags.sarif, JSON.stringify(sarif(located, version), null, 2));
  return { code: exitCode(report), text: printed(flags, located, forPeople) };
}

function exitCode({ ok, workspaces }: Report): number {
  const failed = workspaces.some(({ findings }) => findings.some(({ rule }) => rule === "emulator"));
  if (failed) return EXIT.failure;
  return ok ? EXIT.sound : EXIT.unsound;
}

/** For machines, or for people. */
export const printed = <T>({ json }: Flags, value: T, forPeople: (value: T) => string): string =>
  json ? JSON.stringify(value, null, 2) : forPeople(value);
