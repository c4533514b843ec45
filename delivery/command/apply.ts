import path from "node:path";
import { InputError } from "../../rehearsal/input-error";
import { wholeNumber } from "../../rehearsal/whole-number";
import { apply } from "../apply/apply";
import { applyJson, applyMarkdown, applyText, resultLine } from "../report/apply";
import { carryOut, EXIT, program, writeSummary } from "./program";

interface Flags {
  readonly reviewed?: string;
  readonly digest?: string;
  readonly identity?: string;
  readonly recipient?: string;
  readonly allowReplace: string[];
  readonly continue?: string;
  readonly parallel?: number;
  readonly json: boolean;
  readonly summary?: string;
}

const collect = (value: string, previous: string[]) => [...previous, value];

const command = program(
  "apply",
  "Applies reviewed plans, wave by wave. What is stale is planned anew, and applied only if its changes are those that were reviewed.",
)
  .option("--reviewed <folder>", "what 'npm run plan' wrote")
  .option("--digest <digest>", "apply only the folder with this digest, as the plan's report names it")
  .option(
    "--identity <file>",
    "private half of the age key (default: MERIDIAN_PLAN_IDENTITY, else this machine's)",
  )
  .option(
    "--recipient <age recipients>",
    "who may open plans that need another approval (default: MERIDIAN_PLAN_RECIPIENT, else this machine)",
  )
  .option(
    "--allow-replace <workspace/address>",
    "something stateful that may be replaced or destroyed; * stands for anything (repeatable)",
    collect,
    [],
  )
  .option("--continue <run>", "approve what an earlier apply stopped at, as it named it")
  .option("--parallel <n>", "workspaces of a wave at a time (default: two for each processor)", wholeNumber)
  .option("--json", "for programs, on the standard output", false)
  .option("--summary <file>", "write Markdown into this file")
  .action((flags: Flags) =>
    carryOut(async ({ project, temporary, signal, say }) => {
      if (flags.reviewed === undefined)
        throw new InputError("--reviewed <folder>, which 'npm run plan' wrote");
      const run = await apply({
        ...flags,
        project,
        reviewed: path.resolve(flags.reviewed),
        identity: flags.identity ?? process.env["MERIDIAN_PLAN_IDENTITY"],
        recipient: flags.recipient ?? process.env["MERIDIAN_PLAN_RECIPIENT"],
        temporary,
        signal,
        onEnd: ({ workspace, outcome }) =>
          say(resultLine({ workspace, outcome, detail: "" }).replace(/: $/, "")),
      });
      console.log(flags.json ? applyJson(run) : applyText(run));
      writeSummary(applyMarkdown(run), flags.summary);
      const isDone = run.results.every(({ outcome }) =>
        ["applied", "unchanged", "destroyed"].includes(outcome),
      );
      return isDone ? EXIT.done : EXIT.stopped;
    }),
  );

void command.parseAsync();
