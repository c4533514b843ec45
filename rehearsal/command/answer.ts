import fs from "node:fs";
import path from "node:path";
import { InputError } from "../input-error";
import { readManifest, select } from "../manifest";
import { makeMirror, makeSchemas } from "../providers/download";
import { type Report, rehearse } from "../rehearse";
import { comparison } from "../report/comparison";
import type { Progress } from "../report/progress";
import { table } from "../report/table";
import { upgradeText } from "../report/upgrade";
import { compare } from "../schema/comparison";
import { synthesizeElsewhere, variablesIn } from "../synthesis/repeat";
import { type Synthesis, synthesize } from "../synthesis/synth";
import { Upgrade } from "../upgrade";
import { bringUpEarlier } from "./earlier";
import { EXIT } from "./exit";
import { type Flags, faults } from "./flags";

const PROJECT = path.resolve(__dirname, "../..");

export interface Question {
  readonly environments: readonly string[];
  readonly flags: Flags;
  /** The caller makes it, and removes it afterwards. */
  readonly temporary: string;
  readonly shown: Progress;
  readonly signal: AbortSignal;
}

export interface Answer {
  /** The exit code. */
  readonly code: number;
  /** For the standard output. */
  readonly text: string;
}

/**
 * What a command line asks for.
 *
 * @throws InputError where it cannot be carried out
 */
export async function answer(question: Question): Promise<Answer> {
  const { environments, flags, temporary, shown, signal } = question;
  const synthesis = { project: PROJECT, environments, hcl: flags.hcl, signal };
  const folder = flags.output ?? path.join(temporary, "cdktf.out");
  if (!flags.output) {
    shown.say(`synthesizing ${environments.join(", ") || "all environments"}`);
    await synthesize({ ...synthesis, outdir: folder });
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
  if (flags.from) return upgradeOf(flags.from, folder, synthesis, question);
  const again = flags.output ? undefined : repeated(folder, synthesis, temporary);
  // The caller then removes the temporary folder: no child may still write there.
  const report = await rehearse({ ...options(folder, question), again }).finally(() =>
    again?.catch(() => undefined),
  );
  return { code: exitCode(report), text: printed(flags, report, (it) => table(it, process.stdout.isTTY)) };
}

async function comparisonOf(folder: string, { environments, flags }: Question): Promise<Answer> {
  const { schemas } = flags;
  if (!schemas) throw new InputError("--compare: give the real schemas with --schemas <folder>");
  const differences = await compare({ folder, environments, project: PROJECT, schemas });
  const code = differences.every(({ explanation }) => explanation) ? EXIT.sound : EXIT.unsound;
  return { code, text: printed(flags, differences, comparison) };
}

async function upgradeOf(
  from: string,
  folder: string,
  synthesis: Omit<Synthesis, "outdir">,
  question: Question,
): Promise<Answer> {
  const { flags, temporary, shown } = question;
  const work = flags.work ? path.resolve(flags.work) : path.join(temporary, "work");
  const upgrade = new Upgrade(flags.allow);
  const all = { ...options(folder, question), work, destroy: false };
  shown.say(`bringing up ${from}`);
  const earlier = await bringUpEarlier(
    from,
    work,
    synthesis,
    { ...all, onProgress: () => undefined },
    temporary,
  );
  const report = await rehearse({ ...all, upgrade });
  const text = printed(
    flags,
    report,
    (it) => `${table(it, process.stdout.isTTY)}\n${upgradeText(earlier, it)}`,
  );
  return { code: exitCode(report), text };
}

/** Meanwhile; what becomes of it is asked at the end. */
function repeated(folder: string, synthesis: Omit<Synthesis, "outdir">, temporary: string): Promise<string> {
  const again = synthesizeElsewhere(synthesis, variablesIn(folder), temporary);
  again.catch(() => undefined);
  return again;
}

function options(folder: string, { environments, flags, shown, signal }: Question) {
  return {
    folder,
    environments,
    project: PROJECT,
    schemas: flags.schemas,
    providers: flags.providers,
    faults: faults(flags),
    canaries: flags.canaries,
    exceptions: flags.exceptions ?? ownExceptions(),
    work: flags.work && path.resolve(flags.work),
    destroy: flags.destroy,
    signal,
    onProgress: shown.update.bind(shown),
    ...(flags.parallel ? { parallel: flags.parallel } : {}),
  };
}

function ownExceptions(): string | undefined {
  const file = path.join(PROJECT, "exceptions.yaml");
  return fs.existsSync(file) ? file : undefined;
}

function exitCode({ ok, workspaces }: Report): number {
  const failed = workspaces.some(({ findings }) => findings.some(({ rule }) => rule === "emulator"));
  if (failed) return EXIT.failure;
  return ok ? EXIT.sound : EXIT.unsound;
}

const printed = <T>({ json }: Flags, value: T, forPeople: (value: T) => string): string =>
  json ? JSON.stringify(value, null, 2) : forPeople(value);
