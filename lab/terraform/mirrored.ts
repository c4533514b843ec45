/** The providers' own programs, from a filesystem mirror, in the place of the lab's. */
import fs from "node:fs";
import path from "node:path";
import { Mirror } from "../../rehearsal/providers/mirror";
import { Unpacked } from "../../rehearsal/providers/unpacked";
import { Terraform } from "../../rehearsal/terraform";
import { LabError } from "../error";
import { STAND_INS } from "./helm";
import type { Provide } from "./served";

/** Terraform merges files of this name over the configuration; the synthesized file itself stays as it is. */
const OVERRIDE = "lab_override.tf.json";

interface Written {
  readonly resource?: { readonly helm_release?: Readonly<Record<string, Release>> };
}
interface Release {
  readonly chart: string;
  readonly repository?: string;
}

/**
 * @param folder - a filesystem mirror that has every provider of the workspaces
 * @throws LabError where it lacks one
 */
export function mirrored(folder: string): Provide {
  const mirror = Mirror.open(folder);
  const unpacked = new Unpacked(mirror, new Terraform());
  return async (id, directory, requirements) => {
    const programs = requirements.map((requirement) => {
      const found = mirror.find(requirement);
      if (typeof found === "string") throw new LabError(`${id}: ${found}`);
      return found;
    });
    useStandIns(directory);
    return { environment: { TF_CLI_CONFIG_FILE: await unpacked.settings(programs) }, close: () => undefined };
  };
}

/** Charts of repositories that need a network are those of the lab. */
function useStandIns(directory: string): void {
  const { resource } = JSON.parse(fs.readFileSync(path.join(directory, "cdk.tf.json"), "utf8")) as Written;
  const remote = Object.entries(resource?.helm_release ?? {}).filter(([, { repository }]) => repository);
  if (remote.length === 0) return;
  const releases = remote.map(([name, { chart }]) => [
    name,
    { chart: path.join(STAND_INS, chart), repository: null },
  ]);
  const override = { resource: { helm_release: Object.fromEntries(releases) } };
  fs.writeFileSync(path.join(directory, OVERRIDE), JSON.stringify(override));
}
