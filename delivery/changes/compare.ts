import path from "node:path";
import { InputError } from "../../rehearsal/input-error";
import { Repository } from "../../rehearsal/synthesis/git";
import { synthesize } from "../../rehearsal/synthesis/synth";
import { isAncestor, uncommitted } from "../git";
import { type ChangeSet, changeSet } from "./change-set";
import { synthesizeKept } from "./revision";
import { readSnapshot, type Snapshot } from "./snapshot";

export interface Comparison {
  /** The folder that `main.ts` lies in. */
  readonly project: string;
  /** A name that Git resolves to a commit; undefined: everything counts as changed. */
  readonly base: string | undefined;
  /** All where empty. */
  readonly environments: readonly string[];
  /** A folder for all that is written; the caller removes it. */
  readonly temporary: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Compared {
  /** What is checked out, as 40 digits. */
  readonly commit: string;
  /** Files that are not as in that commit; they count. */
  readonly uncommitted: readonly string[];
  /** 40 digits. */
  readonly baseCommit: string | undefined;
  /** Whether base has commits that head has not. */
  readonly isBehind: boolean;
  /** To be read alone: its folders are kept for the next time. */
  readonly base: Snapshot | undefined;
  readonly head: Snapshot;
  readonly changes: ChangeSet;
}

/**
 * Synthesizes the work tree and a base commit, each by its own code with its own packages, and compares them.
 *
 * @throws InputError where there is no such commit, or one of them does not synthesize
 */
export async function compare(comparison: Comparison): Promise<Compared> {
  const { project, base, environments } = comparison;
  const commit = await new Repository(project).commit("HEAD");
  const [head, before] = await both(
    synthesizeHead(comparison),
    base === undefined ? Promise.resolve(undefined) : synthesizeBase(base, comparison),
  );
  requireKnown(environments, [head, ...(before ? [before.snapshot] : [])]);
  const narrowed = {
    head: narrow(head, environments),
    base: before && narrow(before.snapshot, environments),
  };
  return {
    commit,
    uncommitted: await uncommitted(project),
    baseCommit: before?.commit,
    isBehind: before !== undefined && !(await isAncestor(project, before.commit, commit)),
    ...narrowed,
    changes: changeSet(narrowed.base, narrowed.head),
  };
}

/** Neither may still write when the caller removes the folder. */
async function both<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return [await one, await other];
}

/** Where the work tree is synthesized to. */
export const headFolder = (temporary: string): string => path.join(temporary, "head/cdktf.out");

async function synthesizeHead({ project, temporary, signal }: Comparison): Promise<Snapshot> {
  const outdir = headFolder(temporary);
  await synthesize({ project, environments: [], outdir, hcl: false, bundled: true, signal });
  return readSnapshot(outdir);
}

async function synthesizeBase(base: string, { project, temporary, signal }: Comparison) {
  await new Repository(project).commit(base); // one that there is not is no base that does not synthesize
  const root = path.join(temporary, "base");
  try {
    const { commit, folder } = await synthesizeKept(base, project, root, signal);
    return { commit, snapshot: await readSnapshot(folder) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(
      `${error.message}\nnothing can be compared with a base that does not synthesize; --all takes every workspace for changed instead`,
    );
  }
}

const narrow = (snapshot: Snapshot, environments: readonly string[]): Snapshot =>
  environments.length === 0
    ? snapshot
    : new Map([...snapshot].filter(([, { environment }]) => environments.includes(environment)));

function requireKnown(names: readonly string[], snapshots: readonly Snapshot[]): void {
  const known = new Set(
    snapshots.flatMap((snapshot) => [...snapshot.values()].map(({ environment }) => environment)),
  );
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  throw new InputError(`unknown environment ${unknown.join(", ")}; known: ${[...known].sort().join(", ")}`);
}
