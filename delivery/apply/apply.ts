import os from "node:os";
import { InputError } from "../../rehearsal/input-error";
import type { Snapshot, Workspace } from "../changes/snapshot";
import { openSession } from "../engine/session";
import { treeOf } from "../git";
import { requireCommitted } from "../plan/plan";
import { Policies } from "../plan/policies";
import { type Secrets, secretsOf } from "../plan/secrets";
import { snapshotOf } from "../plan/targets";
import { type Reviewed, ReviewedFolder } from "../reviewed/folder";
import { identity, recipients } from "../reviewed/seal";
import { Ledger } from "../state/ledger";
import { Applier, type Result } from "./applier";
import { refuseLosses } from "./losses";

export interface ApplyOptions {
  readonly project: string;
  /** The folder that `plan` wrote. */
  readonly reviewed: string;
  /** The digest that was approved, or how it begins. @default - whatever the folder's is */
  readonly digest?: string | undefined;
  /** File of the private half of the age key. @default - this machine's */
  readonly identity?: string | undefined;
  /** For plans that need another approval. @default - this machine */
  readonly recipient?: string | undefined;
  /** `<workspace>/<address>` of what may be replaced or destroyed; `*` stands for anything. */
  readonly allowReplace: readonly string[];
  /** The approval that an earlier apply asked for. */
  readonly continue?: string | undefined;
  /** Workspaces of a wave at a time. @default - two for each processor */
  readonly parallel?: number | undefined;
  /** The caller removes it. */
  readonly temporary: string;
  readonly signal: AbortSignal;
  readonly onEnd?: (result: Result) => void;
}

export interface AppliedRun {
  readonly reviewed: Reviewed;
  readonly results: readonly Result[];
  readonly secrets: Secrets;
}

/**
 * Applies what was reviewed, and nothing else.
 *
 * @throws InputError where the folder does not fit what is checked out, or something would be lost that is not allowed; nothing is applied then
 */
export async function apply(options: ApplyOptions): Promise<AppliedRun> {
  const { project, temporary, signal } = options;
  const folder = new ReviewedFolder(options.reviewed);
  const kept = folder.read();
  if (options.digest && !kept.folderDigest.startsWith(options.digest)) {
    throw new InputError(
      `${options.reviewed}: not the plans that were approved: digest ${kept.folderDigest.slice(0, 16)}; nothing is applied`,
    );
  }
  const comparison = { project, base: undefined, environments: [], temporary, signal };
  const { engine, store, compared } = await openSession(comparison, kept.engine);
  const { commit, head, uncommitted } = compared;
  if ((await treeOf(project, commit)) !== kept.tree) {
    throw new InputError(
      `the plans are of commit ${kept.commit.slice(0, 12)}, and ${commit.slice(0, 12)} is checked out; nothing is applied`,
    );
  }
  requireCommitted(uncommitted);
  const reviewed = { ...kept, commit }; // recorded is the one that stays
  const former = await formerOf(reviewed, (at) => snapshotOf(comparison, at));
  requireSameConfigurations(reviewed, head, former);
  refuseAllLosses(reviewed, options.allowReplace);
  const ledger = await Ledger.read(store, [head, former]);
  const applier = new Applier({
    reviewed,
    folder,
    head,
    former,
    ledger,
    engine,
    store,
    identity: identity(options.identity),
    recipients: () => recipients(options.recipient),
    policies: Policies.of(project),
    allowed: options.allowReplace,
    approval: options.continue,
    parallel: options.parallel ?? 2 * os.availableParallelism(),
    signal,
    onEnd: options.onEnd ?? (() => undefined),
  });
  const { results, waiting } = await applier.run();
  if (waiting.length > 0) {
    const again = new Map(waiting.map((entry) => [entry.workspace, entry]));
    const { folderDigest: _, ...was } = reviewed;
    folder.write({ ...was, workspaces: was.workspaces.map((entry) => again.get(entry.workspace) ?? entry) });
  }
  return { reviewed, results, secrets: await secretsOf(head, store) };
}

async function formerOf(
  { workspaces }: Reviewed,
  snapshotAt: (commit: string) => Promise<Snapshot>,
): Promise<Snapshot> {
  const former = new Map<string, Workspace>();
  for (const { workspace, was, from } of workspaces) {
    if (!from) continue;
    const id = was ?? workspace;
    const found = (await snapshotAt(from)).get(id);
    if (!found) throw new InputError(`${id}: commit ${from.slice(0, 12)} makes no such workspace`);
    former.set(id, found);
  }
  return former;
}

/** Synthesized here, everything must be what was planned there. */
function requireSameConfigurations({ workspaces }: Reviewed, head: Snapshot, former: Snapshot): void {
  const differing = workspaces.filter(({ workspace, kind, digest }) => {
    const now = (kind === "destroy" ? former : head).get(workspace);
    return now?.digest !== digest;
  });
  if (differing.length === 0) return;
  throw new InputError(
    `synthesized here, ${differing.map(({ workspace }) => workspace).join(", ")} ${differing.length > 1 ? "are" : "is"} not what was planned: another overlay, or another version of a package? Nothing is applied`,
  );
}

function refuseAllLosses({ workspaces }: Reviewed, allowed: readonly string[]): void {
  const said = workspaces.flatMap(({ workspace, changes }) => {
    try {
      refuseLosses(workspace, changes, allowed);
      return [];
    } catch (error) {
      return [(error as Error).message];
    }
  });
  if (said.length > 0) throw new InputError(`${said.join("\n")}\nnothing is applied`);
}
