import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Command, Option } from "commander";
import { version } from "../package.json";
import type { Fault } from "./emulator/world";
import { InputError } from "./input-error";
import { readManifest, select } from "./manifest";
import { makeMirror, makeSchemas } from "./providers/download";
import { compare, rehearse } from "./rehearse";
import { comparison } from "./report/comparison";
import { type Progress, progress } from "./report/progress";
import { table } from "./report/table";
import { synthesize } from "./synth";
import { wholeNumber } from "./whole-number";

const PROJECT = path.resolve(__dirname, "..");

/** What the exit code says: a finding, the user's mistake and a mistake of the rehearsal itself are told apart. */
const EXIT = { sound: 0, unsound: 1, input: 2, failure: 3 } as const;

interface Flags {
  readonly json: boolean;
  readonly hcl: boolean;
  readonly output?: string;
  readonly schemas?: string;
  readonly providers?: string;
  readonly fail: string[];
  readonly slow: string[];
  readonly drift: string[];
  readonly at?: string;
  readonly exceptions?: string;
  readonly canaries: boolean;
  readonly compare: boolean;
  readonly makeSchemas?: string;
  readonly makeProviders?: string;
  readonly work?: string;
  readonly parallel?: number;
  readonly destroy: boolean;
}

const collect = (value: string, previous: string[]) => [...previous, value];

const command = new Command("npm run rehearse --")
  .version(version)
  .description(
    "Runs every workspace of the environments through Terraform, offline and without credentials: init, validate, plan, apply, plan again (must be empty), destroy in reverse order. Providers are emulated.",
  )
  .argument("[environments...]", "which; all by default")
  .option("--json", "a report for machines on the standard output", false)
  .option("--hcl", "rehearse HCL (cdk.tf) instead of JSON (cdk.tf.json)", false)
  .option("--output <folder>", "rehearse a copy of this synthesized folder instead of synthesizing")
  .option("--schemas <folder>", "real schemas, as 'terraform providers schema -json' prints them")
  .addOption(
    new Option(
      "--providers <mirror>",
      "a filesystem mirror, whose providers' own programs validate the workspaces too",
    ).env("MERIDIAN_PROVIDERS"),
  )
  .option("--fail <type>", "resources of this type fail to be created (repeatable)", collect, [])
  .option("--slow <type>", "resources of this type take two seconds more (repeatable)", collect, [])
  .option(
    "--drift <type>",
    "resources of this type are changed behind Terraform's back (repeatable)",
    collect,
    [],
  )
  .option("--at <workspace>", "only in this workspace")
  .option("--exceptions <file>", "findings that are accepted (default: exceptions.yaml, if there is one)")
  .option("--no-canaries", "do not mark secrets, and do not look for them")
  .option(
    "--make-schemas <folder>",
    "download the providers, write their real schemas for --schemas, and stop",
  )
  .option("--make-providers <mirror>", "download the providers into a mirror for --providers, and stop")
  .option("--compare", "list how the bindings' schemas differ from those of --schemas, and stop", false)
  .option(
    "--work <folder>",
    "keep copies and states here; the next rehearsal with the same folder goes on from them",
  )
  .option("--parallel <n>", "workspaces at a time (default: one per processor)", wholeNumber)
  .option("--no-destroy", "stop before destroying; of use with --work")
  .addHelpText(
    "after",
    "\nExit code: 0 if all holds, 1 if something does not, 2 if the command cannot be carried out as given, 3 if the rehearsal itself failed.",
  )
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .action(main);

void command.parseAsync();

/** Carries the command out, cleans up whatever happens, and sets the exit code. */
async function main(environments: string[], flags: Flags): Promise<void> {
  const stop = new AbortController();
  let interrupted: number | undefined;
  const interrupt = (code: number) => () => {
    interrupted = code;
    stop.abort();
  };
  process.on("SIGINT", interrupt(130));
  process.on("SIGTERM", interrupt(143));
  const shown = progress(process.stderr);
  let temporary: string | undefined;
  try {
    temporary = fs.mkdtempSync(path.join(os.tmpdir(), "rehearsal-synth-"));
    const folder = flags.output ?? path.join(temporary, "cdktf.out");
    if (!flags.output) {
      shown.say(`synthesizing ${environments.join(", ") || "all environments"}`);
      await synthesize(PROJECT, environments, folder, flags.hcl, stop.signal);
    }
    const { code, text } = await answer(folder, environments, flags, shown, stop.signal);
    shown.end();
    if (interrupted === undefined) console.log(text);
    process.exitCode = code;
  } catch (error) {
    shown.end();
    // A mistake in the input is the user's, and needs no stack trace; anything else is ours.
    if (interrupted === undefined) console.error(error instanceof InputError ? error.message : error);
    process.exitCode = error instanceof InputError ? EXIT.input : EXIT.failure;
  } finally {
    if (temporary) fs.rmSync(temporary, { recursive: true, force: true });
    if (interrupted !== undefined) {
      console.error("interrupted; nothing is left behind");
      process.exitCode = interrupted;
    }
  }
}

async function answer(
  folder: string,
  environments: string[],
  flags: Flags,
  shown: Progress,
  signal: AbortSignal,
): Promise<{ code: number; text: string }> {
  const { schemas, makeSchemas: made, makeProviders: mirror } = flags;
  const print = <T>(value: T, forPeople: (value: T) => string) =>
    flags.json ? JSON.stringify(value, null, 2) : forPeople(value);
  const files = () => select(readManifest(folder), environments).map(({ file }) => path.join(folder, file));
  if (made) {
    shown.say("asking the real providers for their schemas");
    const text = `${await makeSchemas(files(), made, signal)}: pass --schemas ${made}`;
    return { code: EXIT.sound, text };
  }
  if (mirror) {
    shown.say("downloading the real providers");
    const text = `pass --providers ${await makeMirror(files(), mirror, signal)}`;
    return { code: EXIT.sound, text };
  }
  if (flags.compare) {
    if (!schemas) throw new InputError("--compare: give the real schemas with --schemas <folder>");
    const differences = await compare({ folder, environments, project: PROJECT, schemas });
    return {
      code: differences.every(({ explanation }) => explanation) ? EXIT.sound : EXIT.unsound,
      text: print(differences, comparison),
    };
  }
  const report = await rehearse({
    folder,
    environments,
    project: PROJECT,
    schemas,
    providers: flags.providers,
    faults: faults(flags),
    canaries: flags.canaries,
    exceptions: flags.exceptions ?? ownExceptions(),
    work: flags.work && path.resolve(flags.work),
    destroy: flags.destroy,
    signal,
    onProgress: (workspace) => shown.update(workspace),
    ...(flags.parallel ? { parallel: flags.parallel } : {}),
  });
  const failed = report.workspaces.some(({ findings }) => findings.some(({ rule }) => rule === "emulator"));
  const code = failed ? EXIT.failure : report.ok ? EXIT.sound : EXIT.unsound;
  return { code, text: print(report, (value) => table(value, process.stdout.isTTY)) };
}

function ownExceptions(): string | undefined {
  const file = path.join(PROJECT, "exceptions.yaml");
  return fs.existsSync(file) ? file : undefined;
}

function faults({ fail, slow, drift, at }: Flags): Fault[] {
  if (at && fail.length + slow.length + drift.length === 0) {
    throw new InputError(`--at ${at}: nothing to limit; give --fail, --slow or --drift as well`);
  }
  const kinds = { fail, slow, drift };
  return (["fail", "slow", "drift"] as const).flatMap((kind) =>
    kinds[kind].map((type) => ({ kind, type, workspace: at })),
  );
}
