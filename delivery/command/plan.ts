import path from "node:path";
import { wholeNumber } from "../../rehearsal/whole-number";
import { plan } from "../plan/plan";
import { planJson, planMarkdown, plannedLine, planText } from "../report/plan";
import { carryOut, EXIT, program, writeSummary } from "./program";

interface Flags {
  readonly base?: string;
  readonly all: boolean;
  readonly out: string;
  readonly recipient?: string;
  readonly parallel?: number;
  readonly json: boolean;
  readonly summary?: string;
  readonly exitCode: boolean;
}

const command = program(
  "plan",
  "Plans by the real Terraform what differs from a base commit and from what was applied last, each workspace after those that it reads, and keeps the plans for 'npm run apply'.",
)
  .argument("[environments...]", "which; all by default")
  .option(
    "--base <revision>",
    "the commit to compare with, such as origin/main (default: what was applied last)",
  )
  .option("--all", "plan every workspace", false)
  .option("--out <folder>", "where reviewed plans go", "reviewed")
  .option(
    "--recipient <age recipients>",
    "who may open the plans (default: MERIDIAN_PLAN_RECIPIENT, else this machine)",
  )
  .option("--parallel <n>", "workspaces at a time (default: two for each processor)", wholeNumber)
  .option("--json", "for programs, on the standard output", false)
  .option("--summary <file>", "write Markdown for a pull request into this file")
  .option("--exit-code", "end with 1 where something would change", false)
  .action((environments: string[], flags: Flags) =>
    carryOut(async ({ project, temporary, signal, say }) => {
      const plans = await plan({
        project,
        environments,
        base: flags.base,
        all: flags.all,
        out: path.resolve(flags.out),
        recipient: flags.recipient ?? process.env["MERIDIAN_PLAN_RECIPIENT"],
        parallel: flags.parallel,
        temporary,
        signal,
        onPlanned: (planned) =>
          say(plannedLine({ ...planned, ...(planned.failed ? { failed: "failed" } : {}) })),
      });
      console.log(flags.json ? planJson(plans) : planText(plans, flags.out));
      writeSummary(planMarkdown(plans), flags.summary);
      const { failed, workspaces } = plans.reviewed;
      const isChanging = workspaces.some(({ changes }) => changes.length > 0);
      if (Object.keys(failed).length > 0) return EXIT.stopped;
      return flags.exitCode && isChanging ? EXIT.stopped : EXIT.done;
    }),
  );

void command.parseAsync();
