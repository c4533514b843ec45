import { wholeNumber } from "../../rehearsal/whole-number";
import { drift } from "../drift/drift";
import { driftJson, driftLine, driftMarkdown, driftText } from "../report/drift";
import { carryOut, EXIT, program, writeSummary } from "./program";

interface Flags {
  readonly parallel?: number;
  readonly json: boolean;
  readonly summary?: string;
  readonly exitCode: boolean;
}

const command = program(
  "drift",
  "Shows what differs from the configuration that was applied last. Changes nothing and takes no lock.",
)
  .argument("<environment>", "which")
  .option("--parallel <n>", "workspaces at a time (default: two for each processor)", wholeNumber)
  .option("--json", "for programs, on the standard output", false)
  .option("--summary <file>", "write Markdown for an issue into this file")
  .option("--exit-code", "end with 1 where something differs", false)
  .action((environment: string, flags: Flags) =>
    carryOut(async ({ project, temporary, signal, say }) => {
      const { parallel } = flags;
      const onEnd = (each: Parameters<typeof driftLine>[0]) => say(driftLine(each));
      const found = await drift({ project, environment, parallel, temporary, signal, onEnd });
      console.log(flags.json ? driftJson(found) : driftText(found));
      writeSummary(driftMarkdown(found), flags.summary);
      if (found.workspaces.some(({ failed }) => failed !== undefined)) return EXIT.stopped;
      const differs = found.workspaces.some(({ changes }) => changes.length > 0);
      return flags.exitCode && differs ? EXIT.stopped : EXIT.done;
    }),
  );

void command.parseAsync();
