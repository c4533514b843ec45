import fs from "node:fs";
import path from "node:path";
import { InputError } from "../../rehearsal/input-error";
import { readSnapshot, type Snapshot } from "../changes/snapshot";
import { atlantis } from "../engines/atlantis";
import { terragrunt } from "../engines/terragrunt";
import { carryOut, EXIT, program } from "./program";

interface Flags {
  readonly synthesized: string;
  readonly check: boolean;
}

/** What each engine reads, by file. */
const ENGINES: Readonly<Record<string, (snapshot: Snapshot) => ReadonlyMap<string, string>>> = {
  atlantis: (snapshot) => {
    const { text, local } = atlantis(snapshot);
    if (local.length > 0) console.error(`left out, since their states are local: ${local.join(", ")}`);
    return new Map([["atlantis.yaml", text]]);
  },
  terragrunt: (snapshot) =>
    new Map(
      [...terragrunt(snapshot)].map(([id, text]) => [
        path.join((snapshot.get(id) as { directory: string }).directory, "terragrunt.hcl"),
        text,
      ]),
    ),
};

const command = program(
  "engines",
  "Writes what another engine reads, of what 'npm run synth' wrote: atlantis.yaml, or a terragrunt.hcl for each workspace.",
)
  .argument("<engine>", Object.keys(ENGINES).join(" or "))
  .argument("[environments...]", "which; all that are synthesized by default")
  .option("--synthesized <folder>", "what was synthesized", "cdktf.out")
  .option("--check", "write nothing, and end with 1 where a file is not as it would be written", false)
  .action((engine: string, environments: string[], { synthesized, check }: Flags) =>
    carryOut(async () => {
      const make = ENGINES[engine];
      if (!make)
        throw new InputError(`unknown engine ${engine}; expected ${Object.keys(ENGINES).join(" or ")}`);
      const files = make(await readSnapshot(synthesized, environments));
      const stale = [...files].filter(
        ([file, text]) => !fs.existsSync(file) || fs.readFileSync(file, "utf8") !== text,
      );
      for (const [file, text] of check ? [] : stale) fs.writeFileSync(file, text);
      console.log(
        stale.map(([file]) => `${check ? "not current" : "written"} ${file}`).join("\n") || "all current",
      );
      return check && stale.length > 0 ? EXIT.stopped : EXIT.done;
    }),
  );

void command.parseAsync();
