import fs from "node:fs";
import path from "node:path";
import { InputError } from "../input-error";
import { Repository } from "./git";
import { providePackages } from "./packages";
import { type Synthesis, synthesize } from "./synth";

export interface Revision {
  /** 40 digits. */
  readonly commit: string;
  /** The revision's files, with packages: what it was synthesized from. */
  readonly project: string;
  /** What it was synthesized to. */
  readonly folder: string;
  /** Files of the work tree that Git ignores and that were used as well, such as `config/environments/azure.user.ts`. */
  readonly own: readonly string[];
}

/**
 * Synthesizes a revision of a project by its own code and with its own packages. The repository stays as it is; people's
 * own overlays, which Git ignores, count for it as they do for the work tree.
 *
 * @param revision - a name that Git resolves to a commit
 * @param root - a folder for all that is written, but what it is synthesized to where that is named; the caller removes it
 * @throws InputError where there is no such revision, or it cannot be synthesized
 */
export async function synthesizeRevision(
  revision: string,
  {
    project,
    environments,
    hcl,
    signal,
    outdir,
  }: Omit<Synthesis, "outdir" | "variables"> & { readonly outdir?: string },
  root: string,
): Promise<Revision> {
  const repository = new Repository(project);
  const commit = await repository.commit(revision);
  const checkout = await repository.write(commit, path.join(root, "revision"));
  const own = await repository.ignored("config");
  for (const file of own) fs.cpSync(path.join(project, file), path.join(checkout, file), { recursive: true });
  await providePackages(project, checkout, signal);
  const folder = outdir ?? path.join(root, "revision.out/cdktf.out");
  const synthesis = { project: checkout, environments, outdir: folder, hcl, bundled: true, signal };
  await synthesize(synthesis).catch((error: Error) => {
    throw error instanceof InputError ? new InputError(`revision ${revision}: ${error.message}`) : error;
  });
  return { commit, project: checkout, folder, own };
}
