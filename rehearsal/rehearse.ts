import os from "node:os";
import { checkWritten, compareWith, judgeWorld } from "./checks";
import { type Exception, Exceptions } from "./exceptions";
import { checkFaults } from "./faults";
import { environmentOf } from "./manifest";
import type { TeamPolicies } from "./policies/file";
import { RealProviders } from "./providers/real";
import { schedule } from "./schedule";
import { Stage, type StageOptions } from "./stage";
import { Terraform } from "./terraform";
import { type Orphan, orphans, type Upgrade } from "./upgrade";
import { Workspace, type WorkspaceContext } from "./workspace";
import type { WorkspaceReport } from "./workspace-report";

export interface Options extends StageOptions {
  /** Workspaces at a time. @default - as many as there are processors */
  readonly parallel?: number;
  /** The same, synthesized again under other circumstances, where it was: nothing may differ. */
  readonly again?: Promise<string> | undefined;
  /** An earlier configuration is up in the work folder; what this one changes of it is to be told. */
  readonly upgrade?: Upgrade | undefined;
  /** A filesystem mirror: its providers' own programs validate the workspaces too. @default - none */
  readonly providers?: string | undefined;
  /** A file of findings that are accepted. @default - none */
  readonly exceptions?: string | undefined;
  /** What the team allows. @default - everything */
  readonly policies?: TeamPolicies | undefined;
  /** Destroy at the end. @default true */
  readonly destroy?: boolean;
  /** Only an apply that plans for itself: what validation and a second plan would say besides is left out. @default false */
  readonly quick?: boolean;
  /** Judge what holds between workspaces once an environment is up. @default true */
  readonly judged?: boolean;
  /** Ends the rehearsal early; nothing is left behind. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (report: WorkspaceReport) => void;
}

export interface Report {
  readonly ok: boolean;
  /** Version of Terraform. */
  readonly terraform: string;
  readonly seconds: number;
  readonly workspaces: readonly WorkspaceReport[];
  /** Providers and where their schemas came from: real files, an installed binding, or a file of the project. */
  readonly schemas: Readonly<Record<string, string>>;
  /** What the mirror of real providers lacks; only where one was given. */
  readonly missingProviders?: readonly string[];
  /** States of an earlier configuration that no workspace owns any longer; only in an upgrade. */
  readonly orphans?: readonly Orphan[];
  /** What an upgrade was allowed to lose and does not. */
  readonly unusedAllowances?: readonly string[];
  /** Exceptions that accepted nothing, and those that would have, but are past their day. */
  readonly exceptions: { readonly unused: readonly Exception[]; readonly expired: readonly Exception[] };
}

/**
 * Rehearses environments: every workspace through Terraform, against emulated providers. What does not hold is in the
 * report.
 *
 * @throws InputError if it cannot be carried out
 */
export async function rehearse(options: Options): Promise<Report> {
  const started = performance.now();
  const exceptions = Exceptions.read(options.exceptions);
  return onStage(options, async (stage, terraform, version) => {
    checkFaults(stage);
    const real = options.providers ? RealProviders.open(options.providers, terraform, version) : undefined;
    const { upgrade, policies = {}, quick = false } = options;
    const shared = { terraform, exceptions, policies, real, upgrade, quick };
    const workspaces = await openWorkspaces(stage, options, shared);
    for (const staged of stage.workspaces) {
      checkWritten(staged, workspaces.get(staged.listed.id) as Workspace, stage);
    }
    const standing = await run(stage, workspaces, options);
    if (options.again) compareWith(await options.again, options.folder, workspaces);
    const reports = [...workspaces.values()].map(({ report }) => report);
    return {
      ok: reports.every(({ outcome }) => outcome === "passed"),
      terraform: version,
      seconds: (performance.now() - started) / 1000,
      workspaces: reports,
      schemas: origins(stage),
      ...(real ? { missingProviders: [...real.missing].sort() } : {}),
      ...(upgrade ? { orphans: orphansOf(stage), unusedAllowances: upgrade.unused } : {}),
      exceptions: { unused: exceptions.unused([...standing]), expired: exceptions.expired },
    };
  });
}

/**
 * Brings a configuration up for what is rehearsed over it. Nothing is looked for in it.
 *
 * @returns the first error of each workspace that does not stand
 */
export async function bringUp(options: Options): Promise<string[]> {
  return onStage(options, async (stage, terraform) => {
    const exceptions = Exceptions.read(undefined);
    const workspaces = await openWorkspaces(stage, options, {
      terraform,
      exceptions,
      policies: {},
      real: undefined,
      upgrade: undefined,
      quick: true,
    });
    const ids = [...workspaces.keys()];
    await schedule(
      ids,
      (id) => stage.needs(id),
      parallelOf(options),
      (id) => (workspaces.get(id) as Workspace).upOnly(),
    );
    return [...workspaces.values()].flatMap(({ report: { workspace, findings } }) => {
      const error = findings.find(
        ({ rule, severity }) => severity === "error" && (rule === "terraform" || rule === "emulator"),
      );
      return error ? [`${workspace}: ${error.summary}\n${error.detail}`.trim()] : [];
    });
  });
}

/** Opens a stage, and leaves nothing of it behind. */
async function onStage<Result>(
  options: Options,
  act: (stage: Stage, terraform: Terraform, version: string) => Promise<Result>,
): Promise<Result> {
  const terraform = new Terraform();
  const stop = () => terraform.stop();
  options.signal?.addEventListener("abort", stop);
  try {
    const version = await terraform.requireVersion();
    const stage = await Stage.open(options);
    try {
      return await act(stage, terraform, version);
    } finally {
      terraform.stop();
      stage.close();
    }
  } finally {
    options.signal?.removeEventListener("abort", stop);
  }
}

type Shared = Pick<WorkspaceContext, "terraform" | "exceptions" | "policies" | "real" | "upgrade" | "quick">;

async function openWorkspaces(
  stage: Stage,
  options: Options,
  shared: Shared,
): Promise<ReadonlyMap<string, Workspace>> {
  const workspaces = new Map<string, Workspace>();
  for (const staged of stage.workspaces) {
    const environment = await stage.provide(staged);
    const schemaOf = (provider: string) => stage.schemaOf(staged, provider);
    const { world } = stage;
    const context = { ...staged, ...shared, environment, world, schemaOf, onProgress: options.onProgress };
    workspaces.set(staged.listed.id, new Workspace(context));
  }
  return workspaces;
}

/**
 * All up, producers first; then, if all stand, all down in the reverse order.
 *
 * @returns those that stood
 */
async function run(
  stage: Stage,
  workspaces: ReadonlyMap<string, Workspace>,
  options: Options,
): Promise<ReadonlySet<string>> {
  const ids = [...workspaces.keys()];
  const parallel = parallelOf(options);
  const needs = (id: string) => stage.needs(id);
  const standing = await schedule(ids, needs, parallel, (id) => (workspaces.get(id) as Workspace).up());
  for (const workspace of workspaces.values()) workspace.skipUnlessStarted();
  const judged = options.judged === false ? [] : new Set(ids.map(environmentOf));
  for (const environment of judged) {
    judgeWorld(stage, environment, workspaces, standing);
  }
  if (standing.size < ids.length || options.destroy === false) return standing;
  const users = (id: string) => ids.filter((other) => needs(other).includes(id));
  await schedule([...ids].reverse(), users, parallel, (id) => (workspaces.get(id) as Workspace).down());
  return standing;
}

const parallelOf = ({ parallel }: Options): number => parallel ?? os.availableParallelism();

function orphansOf(stage: Stage): Orphan[] {
  const ids = stage.neighbours.map(({ id }) => id);
  return orphans(stage.states, [...new Set(ids.map(environmentOf))], ids);
}

function origins({ workspaces, schemas }: Stage): Record<string, string> {
  const addresses = workspaces.flatMap(({ configuration }) =>
    configuration.requirements.map(({ address }) => address),
  );
  return Object.fromEntries(
    [...new Set(addresses)].sort().map((address) => [address, schemas.origin(address)]),
  );
}
