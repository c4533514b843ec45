import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { cacheHome, moveIfAbsent } from "../../rehearsal/cache";
import { Repository } from "../../rehearsal/synthesis/git";
import { synthesizeRevision } from "../../rehearsal/synthesis/revision";
import { digestOf } from "./blocks";

/** So many revisions are kept, the last used. */
const KEPT = 20;

/** A synthesized commit. */
export interface Kept {
  /** 40 digits. */
  readonly commit: string;
  /** To be read, and left as it is: others use it too. */
  readonly folder: string;
}

/**
 * Synthesizes a revision of a project, or takes what was kept of it: a commit always comes to the same, with the same overlays of the user's.
 *
 * @param root - a folder for all that is not kept; the caller removes it
 * @throws InputError where there is no such revision, or it cannot be synthesized
 */
export async function synthesizeKept(
  revision: string,
  project: string,
  root: string,
  signal: AbortSignal | undefined,
): Promise<Kept> {
  const repository = new Repository(project);
  const commit = await repository.commit(revision);
  const kept = path.join(
    cacheHome(),
    "revisions",
    keyOf(commit, project, await repository.ignored("config")),
  );
  fs.mkdirSync(root, { recursive: true });
  if (fs.existsSync(kept)) {
    fs.utimesSync(kept, new Date(), new Date());
    return { commit, folder: kept };
  }
  const outdir = canBeKept(kept) ? `${kept}.${randomUUID()}` : path.join(root, "revision.out/cdktf.out");
  try {
    const synthesis = { project, environments: [], hcl: false, signal, outdir };
    await synthesizeRevision(revision, synthesis, root);
    return { commit, folder: keep(outdir, kept) };
  } catch (error) {
    fs.rmSync(outdir, { recursive: true, force: true });
    throw error;
  }
}

/** What a synthesis depends on beside the commit: files that Git ignores, where the project lies in its repository, and the project's own variables. */
function keyOf(commit: string, project: string, own: readonly string[]): string {
  const files = own.map((file) => [file, digestOf(fs.readFileSync(path.join(project, file)))]);
  const variables = Object.entries(process.env).filter(([name]) => name.startsWith("MERIDIAN_"));
  const rest = digestOf(JSON.stringify([fs.realpathSync(project), files.sort(), variables.sort()]));
  return `${commit}-${rest.slice(0, 16)}`;
}

function canBeKept(kept: string): boolean {
  try {
    fs.mkdirSync(path.dirname(kept), { recursive: true });
    fs.accessSync(path.dirname(kept), fs.constants.W_OK);
    return true;
  } catch {
    return false; // it is made again the next time
  }
}

/** @returns where it is now: another process may have been faster */
function keep(folder: string, kept: string): string {
  if (path.dirname(folder) !== path.dirname(kept)) return folder;
  moveIfAbsent(folder, kept);
  fs.rmSync(folder, { recursive: true, force: true });
  prune(path.dirname(kept));
  return kept;
}

function prune(folder: string): void {
  const used = (name: string) =>
    fs.statSync(path.join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0; // another process prunes too
  const oldest = fs
    .readdirSync(folder)
    .sort((a, b) => used(b) - used(a))
    .slice(KEPT);
  for (const name of oldest) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
}
