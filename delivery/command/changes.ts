import { InputError } from "../../rehearsal/input-error";
import { isConcerned } from "../changes/change-set";
import { compare } from "../changes/compare";
import { changesJson, changesMarkdown, changesText } from "../report/changes";
import { carryOut, EXIT, program, writeSummary } from "./program";

interface Flags {
  readonly base?: string;
  readonly all: boolean;
  readonly json: boolean;
  readonly summary?: string;
  readonly exitCode: boolean;
}

const command = program(
  "changes",
  "Shows which workspaces differ from those of another commit as Terraform sees them, why, and in which order they are changed.",
)
  .argument("[environments...]", "which; all by default")
  .option("--base <revision>", "the commit to compare with, such as origin/main")
  .option("--all", "take every workspace for changed, without a base", false)
  .option("--json", "for programs, on the standard output", false)
  .option("--summary <file>", "write Markdown for a pull request into this file")
  .option("--exit-code", "end with 1 where something changes", false)
  .action((environments: string[], flags: Flags) =>
    carryOut(async ({ project, temporary, signal }) => {
      if (!flags.base && !flags.all)
        throw new InputError("--base <revision>, such as --base origin/main, or --all");
      const base = flags.all ? undefined : flags.base;
      const compared = await compare({ project, base, environments, temporary, signal });
      console.log(flags.json ? changesJson(compared) : changesText(compared));
      writeSummary(changesMarkdown(compared), flags.summary);
      return flags.exitCode && compared.changes.workspaces.some(isConcerned) ? EXIT.stopped : EXIT.done;
    }),
  );

void command.parseAsync();
