import fs from "node:fs";
import path from "node:path";
import { Manifest, type StackManifest } from "cdktf";
import { ConfigurationError } from "../../config/problem";
import { isFolder, makeFolder } from "./claim";
import { exclusively } from "./exclusively";
import { LOCK_FILE } from "./locks";
import { type Listed, MARKER, markerText, readManifest, readMarker } from "./marker";
import { Moves } from "./moves";

/** What synthesis writes into a workspace's folder; the rest is Terraform's and people's. */
const WRITTEN = ["cdk.tf.json", "cdk.tf", "metadata.json", "assets"];

/**
 * Moves synthesized workspaces from a staging folder into the output folder that it lies in. They replace those of their
 * environments, whole or not at all; other environments' stay, on disk and in the manifest.
 *
 * @param written - what cdktf wrote into the staging folder
 * @param produced - every synthesized workspace with its environment
 * @param environments - those that were synthesized; one may have produced nothing
 * @returns the workspaces of other environments, which stay as they were
 */
export function install(
  written: Manifest,
  folder: string,
  produced: Listed,
  environments: readonly string[],
): Listed {
  return exclusively(folder, (stillHere) => {
    const before = readManifest(folder);
    const listed = fs.existsSync(path.join(folder, MARKER)) ? readMarker(folder) : ofNobody(before);
    const notProduced = Object.entries(listed).filter(([id]) => !(id in produced));
    const gone = notProduced.filter(([, environment]) => environments.includes(environment));
    const kept = Object.fromEntries(
      notProduced.filter(
        ([id, environment]) =>
          !environments.includes(environment) && id in before && isFolder(path.join(folder, "stacks", id)),
      ),
    );
    refuseMixedFormats(kept, before, written.stacks);

    const staging = written.outdir;
    for (const id of Object.keys(kept)) written.stacks[id] = before[id] as StackManifest;
    written.writeToFile();
    fs.writeFileSync(path.join(staging, "all.json"), markerText({ ...listed, ...produced }));
    fs.writeFileSync(path.join(staging, MARKER), markerText({ ...kept, ...produced }));
    fs.mkdirSync(path.join(staging, "aside"));

    const moves = new Moves(path.join(staging, "aside"), stillHere);
    const stacks = path.join(folder, "stacks");
    try {
      moves.replace(path.join(staging, "all.json"), path.join(folder, MARKER)); // if this process is killed now, the next knows what is ours
      makeFolder(stacks);
      for (const id of Object.keys(produced)) {
        installWorkspace(moves, path.join(staging, "stacks", id), path.join(stacks, id));
      }
      for (const [id] of gone) moves.remove(path.join(stacks, id));
      for (const name of [Manifest.fileName, MARKER]) {
        moves.replace(path.join(staging, name), path.join(folder, name));
      }
    } catch (error) {
      moves.undo();
      throw error;
    }
    return kept;
  });
}

function installWorkspace(moves: Moves, from: string, to: string): void {
  if (!fs.existsSync(to)) {
    moves.replace(from, to);
    return;
  }
  for (const name of WRITTEN) {
    if (fs.existsSync(path.join(from, name))) moves.replace(path.join(from, name), path.join(to, name));
    else moves.remove(path.join(to, name));
  }
  // Without one of ours, what `terraform init` wrote stays.
  if (fs.existsSync(path.join(from, LOCK_FILE)))
    moves.replace(path.join(from, LOCK_FILE), path.join(to, LOCK_FILE));
}

/** Workspaces of a folder without a marker: they are kept until a person removes them, or a synthesis writes them anew. */
const ofNobody = (manifest: object): Listed =>
  Object.fromEntries(Object.keys(manifest).map((id) => [id, ""]));

/** After `cdktf synth --hcl` the CLI formats every stack of the manifest as HCL, and JSON does not survive that. */
function refuseMixedFormats(kept: Listed, before: Manifest["stacks"], written: Manifest["stacks"]): void {
  const isJson = (stack: StackManifest | undefined) => stack?.synthesizedStackPath.endsWith(".json");
  const inJson = Object.keys(kept).filter((id) => isJson(before[id]));
  if (inJson.length === 0 || Object.values(written).every(isJson)) return;
  const environments = [...new Set(inJson.map((id) => kept[id]))].join(", ");
  throw new ConfigurationError("--hcl", [
    {
      path: [],
      message: `the output folder holds ${environments} in JSON, not synthesized now, and cdktf would take them for HCL; expected all environments together, or another --outdir`,
    },
  ]);
}
