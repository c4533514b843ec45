import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { readConfiguration } from "./configuration";
import { type Exception, Exceptions } from "./exceptions";
import { InputError } from "./input-error";
import { environmentOf, readManifest, select } from "./manifest";
import { RealProviders } from "./providers/real";
import { schedule } from "./schedule";
import type { Difference } from "./schema/compare";
import { SchemaSource } from "./schema/source";
import { Stage, type Staged, type StageOptions } from "./stage";
import { AGAIN, differenceOf } from "./synthesis/repeat";
import { Terraform } from "./terraform";
import { wiringProblems } from "./wiring";
import { Workspace, type WorkspaceReport } from "./workspace";
import { judge } from "./world/judge";
import { writtenSecrets } from "./written-secrets";

export interface Options extends StageOptions {
  /** Workspaces at a time. @default - as many as there are processors */
  readonly parallel?: number;
  /** The same, synthesized again under other circumstances, where it was: nothing may differ. */
  readonly again?: Promise<string> | undefined;
  /** A filesystem mirror: its providers' own programs validate the workspaces too. @default - none */
  readonly providers?: string | undefined;
  /** A file of findings that are accepted. @default - none */
  readonly exceptions?: string | undefined;
  /** Destroy at the end. @default true */
  readonly destroy?: boolean;
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
  const terraform = new Terraform();
  const stop = () => terraform.stop();
  options.signal?.addEventListener("abort", stop);
  const version = await terraform.requireVersion();
  const real = options.providers ? RealProviders.open(options.providers, terraform, version) : undefined;
  const stage = await Stage.open(options);
  try {
    checkFaults(stage);
    const workspaces = new Map<string, Workspace>();
    for (const staged of stage.workspaces) {
      const environment = await stage.provide(staged);
      const context = {
        ...staged,
        environment,
        terraform,
        world: stage.world,
        exceptions,
        real,
        schemaOf: (provider: string) => stage.schemaOf(staged, provider),
        onProgress: options.onProgress,
      };
      workspaces.set(staged.listed.id, new Workspace(context));
    }
    for (const staged of stage.workspaces) {
      const workspace = workspaces.get(staged.listed.id) as Workspace;
      for (const problem of wiringProblems(staged, stage.neighbours)) {
        workspace.findings.add({ step: "wiring", ...problem });
      }
      findWrittenSecrets(staged, workspace, stage);
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
      exceptions: {
        unused: exceptions.unused([...standing]),
        expired: exceptions.expired,
      },
    };
  } finally {
    options.signal?.removeEventListener("abort", stop);
    terraform.stop();
    stage.close();
  }
}

/** How derived and real schemas differ for the types that environments use, each difference once. */
export async function compare(options: StageOptions): Promise<Difference[]> {
  const schemas = new SchemaSource(options.project, options.schemas);
  const differences = new Map<string, Difference>();
  for (const { file } of select(readManifest(options.folder), options.environments, options.workspaces)) {
    const { requirements } = await readConfiguration(path.join(options.folder, file));
    for (const difference of requirements.flatMap((requirement) => schemas.compare(requirement))) {
      differences.set(`${difference.type} ${difference.path} ${difference.what}`, difference);
    }
  }
  return [...differences.values()];
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
  const parallel = options.parallel ?? os.availableParallelism();
  const needs = (id: string) => stage.needs(id);
  const standing = await schedule(ids, needs, parallel, (id) => (workspaces.get(id) as Workspace).up());
  for (const workspace of workspaces.values()) workspace.skipUnlessStarted();
  for (const environment of new Set(ids.map(environmentOf))) {
    judgeWorld(stage, environment, workspaces, standing);
  }
  if (standing.size < ids.length || options.destroy === false) return standing;
  const users = (id: string) => ids.filter((other) => needs(other).includes(id));
  await schedule([...ids].reverse(), users, parallel, (id) => (workspaces.get(id) as Workspace).down());
  return standing;
}

/** Judges an environment once all of it stands, from this rehearsal or an earlier one. */
function judgeWorld(
  stage: Stage,
  environment: string,
  workspaces: ReadonlyMap<string, Workspace>,
  standing: ReadonlySet<string>,
): void {
  const members = stage.members(environment);
  const stands = ({ id, state }: (typeof members)[number]) =>
    (standing.has(id) || !workspaces.has(id)) && fs.existsSync(state);
  if (!members.every(stands)) return;
  try {
    for (const [id, findings] of judge(members, stage.project)) workspaces.get(id)?.judged(findings);
  } catch (error) {
    // A mistake of the rehearsal must not cost what else was found.
    const detail = (error as Error).stack ?? String(error);
    const [workspace] = workspaces.values();
    workspace?.findings.add({
      step: "world",
      rule: "emulator",
      summary: `${environment} cannot be judged`,
      detail,
    });
    workspace?.judged([]);
  }
}

function compareWith(again: string, folder: string, workspaces: ReadonlyMap<string, Workspace>): void {
  for (const [id, workspace] of workspaces) {
    const difference = differenceOf(id, folder, again);
    if (!difference) continue;
    const { file, line, first, again: other } = difference;
    const snippet = {
      file: path.basename(file),
      line,
      code: `first ${first.trim()}\nagain ${other.trim()}`,
      values: [],
    };
    const detail = "synthesis may depend on nothing but the configuration";
    workspace.findings.add({
      step: "synthesis",
      rule: "deterministic",
      summary: `${AGAIN}, this comes out differently`,
      detail,
      file,
      snippet,
    });
    workspace.conclude();
  }
}

function findWrittenSecrets(staged: Staged, { findings }: Workspace, stage: Stage): void {
  if (!stage.world.marks) return;
  const written = writtenSecrets(staged.configuration, (provider) => stage.schemaOf(staged, provider));
  for (const { address, summary } of written)
    findings.add({ step: "secrets", rule: "secret", address, summary, detail: "" });
}

function checkFaults({ world, workspaces }: Stage): void {
  const ids = workspaces.map(({ listed }) => listed.id);
  for (const { kind, type, workspace } of world.faults) {
    if (workspace && !ids.includes(workspace)) {
      throw new InputError(`unknown workspace ${workspace}; known: ${ids.join(", ")}`);
    }
    const used = workspaces
      .filter(({ listed }) => listed.id === (workspace ?? listed.id))
      .flatMap(({ configuration }) => configuration.requirements.flatMap(({ resources }) => resources));
    if (!used.includes(type)) {
      throw new InputError(
        `--${kind} ${type}: no such resource here; there are ${[...new Set(used)].sort().join(", ")}`,
      );
    }
  }
}

function origins({ workspaces, schemas }: Stage): Record<string, string> {
  const addresses = workspaces.flatMap(({ configuration }) =>
    configuration.requirements.map(({ address }) => address),
  );
  return Object.fromEntries(
    [...new Set(addresses)].sort().map((address) => [address, schemas.origin(address)]),
  );
}
