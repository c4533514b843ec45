import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { cacheHome } from "../../rehearsal/cache";
import { Repository } from "../../rehearsal/synthesis/git";
import { synthesizeRevision } from "../../rehearsal/synthesis/revision";
import { digestOf } from "./blocks";

/** So many revisions are kept, the last used. */
const KEPT = 20;

/** Where a revision is synthesized to, below the folder that is given for it. */
export const revisionFolder = (root: string): string => path.join(root, "revision.out/cdktf.out");

/**
 * Synthesizes a revision of a project, or takes what was kept of it: a commit always comes to the same, with the same overlays of the user's.
 *
 * @param root - a folder for all that is written; the caller removes it
 * @returns the commit, 40 digits
 * @throws InputError where there is no such revision, or it cannot be synthesized
 */
export async function synthesizeKept(
  revision: string,
  project: string,
  root: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const repository = new Repository(project);
  const commit = await repository.commit(revision);
  const kept = path.join(
    cacheHome(),
    "revisions",
    keyOf(commit, project, await repository.ignored("config")),
  );
  fs.mkdirSync(root, { recursive: true });
  if (fs.existsSync(kept)) {
    fs.cpSync(kept, revisionFolder(root), { recursive: true });
    fs.utimesSync(kept, new Date(), new Date());
    return commit;
  }
  const { folder } = await synthesizeRevision(
    revision,
    { project, environments: [], hcl: false, signal },
    root,
  );
  keep(folder, kept);
  return commit;
}

/** What a synthesis depends on beside the commit: files that Git ignores, where the project lies in its repository, and the project's own variables. */
function keyOf(commit: string, project: string, own: readonly string[]): string {
  const files = own.map((file) => [file, digestOf(fs.readFileSync(path.join(project, file)))]);
  const variables = Object.entries(process.env).filter(([name]) => name.startsWith("MERIDIAN_"));
  const rest = digestOf(JSON.stringify([fs.realpathSync(project), files.sort(), variables.sort()]));
  return `${commit}-${rest.slice(0, 16)}`;
}

/** A full disk or another process that was faster does not matter: it is made again then. */
function keep(folder: string, kept: string): void {
  const partial = `${kept}.${randomUUID()}`;
  try {
    fs.cpSync(folder, partial, { recursive: true });
    fs.renameSync(partial, kept);
    prune(path.dirname(kept));
  } catch {
    fs.rmSync(partial, { recursive: true, force: true });
  }
}

function prune(folder: string): void {
  const used = (name: string) => fs.statSync(path.join(folder, name)).mtimeMs;
  const oldest = fs
    .readdirSync(folder)
    .sort((a, b) => used(b) - used(a))
    .slice(KEPT);
  for (const name of oldest) fs.rmSync(path.join(folder, name), { recursive: true, force: true });
}
