import { Command, Option } from "commander";
import { version } from "../../package.json";
import type { Fault } from "../emulator/world";
import { InputError } from "../input-error";
import { wholeNumber } from "../whole-number";

export interface Flags {
  readonly json: boolean;
  readonly sarif?: string;
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
  readonly from?: string;
  readonly allow: string[];
  readonly parallel?: number;
  readonly destroy: boolean;
}

const collect = (value: string, previous: string[]) => [...previous, value];

/** The command line. */
export function commandLine(action: (environments: string[], flags: Flags) => Promise<void>): Command {
  return new Command("npm run rehearse --")
    .version(version)
    .description(
      "Runs every workspace of the environments through Terraform, offline and without credentials: init, validate, plan, apply, plan again (must be empty), destroy in reverse order. Providers are emulated.",
    )
    .argument("[environments...]", "which; all by default")
    .option("--json", "a report for machines on the standard output", false)
    .option("--sarif <file>", "write the findings into this file as well, for code review")
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
    .option(
      "--from <revision or folder>",
      "an upgrade: what this configuration changes of that of a Git revision, or of the states in an earlier --work folder",
    )
    .option("--allow <workspace/address>", "a resource that an upgrade may lose (repeatable)", collect, [])
    .option("--parallel <n>", "workspaces at a time (default: one per processor)", wholeNumber)
    .option("--no-destroy", "stop before destroying; of use with --work")
    .addHelpText(
      "after",
      "\nExit code: 0 if all holds, 1 if something does not, 2 if the command cannot be carried out as given, 3 if the rehearsal itself failed.",
    )
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(action);
}

/** Faults to be injected. */
export function faults({ fail, slow, drift, at }: Flags): Fault[] {
  if (at && fail.length + slow.length + drift.length === 0) {
    throw new InputError(`--at ${at}: nothing to limit; give --fail, --slow or --drift as well`);
  }
  const kinds = { fail, slow, drift };
  return (["fail", "slow", "drift"] as const).flatMap((kind) =>
    kinds[kind].map((type) => ({ kind, type, workspace: at })),
  );
}
