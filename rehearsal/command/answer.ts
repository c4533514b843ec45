import fs from "node:fs";
import path from "node:path";
import { InputError } from "../input-error";
import { readManifest, select } from "../manifest";
import { makeMirror, makeSchemas } from "../providers/download";
import { rehearse } from "../rehearse";
import { comparison } from "../report/comparison";
import { table } from "../report/table";
import { compare } from "../schema/comparison";
import { synthesizeElsewhere, variablesIn } from "../synthesis/repeat";
import { type Synthesis, synthesize } from "../synthesis/synth";
import { EXIT } from "./exit";
import { type Answer, optionsFor, PROJECT, type Question } from "./question";
import { printed, reported } from "./reported";
import { upgradeFrom } from "./upgrade";

/**
 * What a command line asks for.
 *
 * @throws InputError where it cannot be carried out
 */
export async function answer(question: Question): Promise<Answer> {
  const { environments, flags, temporary, shown, signal } = question;
  if (flags.sarif) requireFolderOf(flags.sarif);
  const synthesis = { project: PROJECT, environments, hcl: flags.hcl, signal };
  const folder = flags.output ?? path.join(temporary, "cdktf.out");
  if (!flags.output) {
    shown.say(`synthesizing ${environments.join(", ") || "all environments"}`);
    const said = await synthesize({ ...synthesis, outdir: folder, bundled: true });
    if (said !== "") shown.say(said);
  }
  const files = () => select(readManifest(folder), environments).map(({ file }) => path.join(folder, file));
  if (flags.makeSchemas) {
    shown.say("asking the real providers for their schemas");
    const made = await makeSchemas(files(), flags.makeSchemas, signal);
    return { code: EXIT.sound, text: `${made}: pass --schemas ${flags.makeSchemas}` };
  }
  if (flags.makeProviders) {
    shown.say("downloading the real providers");
    const made = await makeMirror(files(), flags.makeProviders, signal);
    return { code: EXIT.sound, text: `pass --providers ${made}` };
  }
  if (flags.compare) return comparisonOf(folder, question);
  if (flags.from) return upgradeFrom(flags.from, folder, synthesis, question);
  const again = flags.output ? undefined : repeated(folder, synthesis, temporary);
  // The caller then removes the temporary folder: no child may still write there.
  const report = await rehearse({ ...optionsFor(folder, question), again }).finally(() =>
    again?.catch(() => undefined),
  );
  return reported(report, folder, synthesis, question, (it) => table(it, process.stdout.isTTY));
}

/** Before the work, not after it. */
function requireFolderOf(file: string): void {
  const folder = path.dirname(path.resolve(file));
  const isFolder = fs.existsSync(file) && fs.statSync(file).isDirectory();
  if (!fs.existsSync(folder) || isFolder) {
    throw new InputError(`--sarif ${file}: cannot be written; name a file in a folder that is there`);
  }
}

async function comparisonOf(folder: string, { environments, flags }: Question): Promise<Answer> {
  const { schemas } = flags;
  if (!schemas) throw new InputError("--compare: give the real schemas with --schemas <folder>");
  const differences = await compare({ folder, environments, project: PROJECT, schemas });
  const code = differences.every(({ explanation }) => explanation) ? EXIT.sound : EXIT.unsound;
  return { code, text: printed(flags, differences, comparison) };
}

/** Meanwhile; what becomes of it is asked at the end. */
function repeated(folder: string, synthesis: Omit<Synthesis, "outdir">, temporary: string): Promise<string> {
  const again = synthesizeElsewhere(synthesis, variablesIn(folder), temporary);
  again.catch(() => undefined);
  return again;
}
