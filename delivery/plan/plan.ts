import { randomBytes } from "node:crypto";
import os from "node:os";
import { InputError } from "../../rehearsal/input-error";
import type { Compared, Comparison } from "../changes/compare";
import type { Snapshot } from "../changes/snapshot";
import { openSession } from "../engine/session";
import { treeOf } from "../git";
import { type Reviewed, ReviewedFolder } from "../reviewed/folder";
import { recipients } from "../reviewed/seal";
import { Ledger } from "../state/ledger";
import { type Planned, Planner } from "./planner";
import { Policies } from "./policies";
import { type Secrets, secretsOf } from "./secrets";
import { snapshotOf, targets } from "./targets";

export interface PlanOptions {
  /** The folder that `main.ts` lies in. */
  readonly project: string;
  /** All where empty. */
  readonly environments: readonly string[];
  /** @default - what was applied last */
  readonly base?: string | undefined;
  /** Every workspace, changed or not. */
  readonly all: boolean;
  /** Where reviewed plans go. */
  readonly out: string;
  /** Of age, separated by commas. @default - this machine */
  readonly recipient?: string | undefined;
  /** Workspaces at a time. @default - two for each processor: most of the time is spent waiting */
  readonly parallel?: number | undefined;
  /** The caller removes it. */
  readonly temporary: string;
  readonly signal: AbortSignal;
  readonly onPlanned?: (planned: Planned) => void;
}

export interface Plans {
  readonly compared: Compared;
  readonly reviewed: Reviewed;
  readonly planned: readonly Planned[];
  /** Of the whole folder: who approves it may name it to `apply`. */
  readonly digest: string;
  /** What no report may show. */
  readonly secrets: Secrets;
}

/**
 * Plans what has to be planned, and keeps the plans for `apply`.
 *
 * @throws InputError where it cannot be carried out
 */
export async function plan(options: PlanOptions): Promise<Plans> {
  const { project, environments, base, all, temporary, signal } = options;
  const to = await recipients(options.recipient);
  const comparison = { project, base, environments, temporary, signal };
  const { engine, version, folder, store, compared: read } = await openSession(comparison);
  requireCommitted(read.uncommitted);
  const compared = { ...read, base: await ownBase(comparison, read) };
  const { head } = compared;
  const ledger = await Ledger.read(store, [head, ...(compared.base ? [compared.base] : [])]);
  if (!base && !all && ledger.workspaces.length === 0) {
    throw new InputError(
      "nothing was applied by the pipeline yet: --base <revision> to plan what differs, or --all",
    );
  }
  const wanted = await targets(comparison, compared, ledger, all);
  const reviewedFolder = new ReviewedFolder(options.out);
  reviewedFolder.prepare();
  const planner = new Planner({
    targets: wanted,
    head,
    folder,
    project,
    temporary,
    engine,
    store,
    reviewed: reviewedFolder,
    recipients: to,
    policies: Policies.of(project),
    parallel: options.parallel ?? 2 * os.availableParallelism(),
    onPlanned: options.onPlanned ?? (() => undefined),
  });
  const planned = await planner.run();
  const reviewed: Reviewed = {
    format: 1,
    run: runName(),
    commit: compared.commit,
    tree: await treeOf(project, compared.commit),
    engine: version,
    waves: wanted.waves,
    workspaces: planned.flatMap((each) => each.reviewed ?? []),
    failed: Object.fromEntries(
      planned.flatMap(({ workspace, failed }) => (failed === undefined ? [] : [[workspace, failed]])),
    ),
  };
  const digest = reviewedFolder.write(reviewed);
  return { compared, reviewed, planned, digest, secrets: await secretsOf(head, store) };
}

/** Base in folders that Terraform may run in: what is gone is destroyed from there. */
async function ownBase(
  comparison: Comparison,
  { base, baseCommit }: Compared,
): Promise<Snapshot | undefined> {
  if (!base || !baseCommit) return undefined;
  const own = await snapshotOf(comparison, baseCommit);
  return new Map([...own].filter(([id]) => base.has(id)));
}

/** A plan is of a commit: what is only on this machine cannot be reviewed. */
export function requireCommitted(files: readonly string[]): void {
  if (files.length === 0) return;
  throw new InputError(
    `not committed, so it cannot be reviewed and carried over: ${files.slice(0, 5).join(", ")}`,
  );
}

const runName = (): string =>
  `${new Date().toISOString().replace(/\..*/, "").replace(/[-:]/g, "").replace("T", "-")}-${randomBytes(4).toString("hex")}`;
