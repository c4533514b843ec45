import fs from "node:fs";
import path from "node:path";
import { InputError } from "./input-error";

/** A workspace as `manifest.json` lists it. */
export interface Listed {
  readonly id: string;
  /** Relative to the synthesized folder. */
  readonly file: string;
  readonly dependencies: readonly string[];
}

interface Manifest {
  readonly stacks: Record<
    string,
    { readonly synthesizedStackPath: string; readonly dependencies: readonly string[] }
  >;
}

/** The workspaces of a synthesized folder, in the order in which the manifest has them. */
export function readManifest(folder: string): Listed[] {
  const file = path.join(folder, "manifest.json");
  let manifest: Manifest;
  try {
    manifest = JSON.parse(fs.readFileSync(file, "utf8")) as Manifest;
  } catch (error) {
    throw new InputError(
      `${file}: not a readable cdktf manifest (${(error as Error).message}); run 'npm run synth'`,
    );
  }
  return Object.entries(manifest.stacks).map(([id, stack]) => ({
    id,
    file: stack.synthesizedStackPath,
    dependencies: stack.dependencies,
  }));
}

/** Workspaces that an environment's others rest on, in their order: the account itself, and where states are kept. */
const FOUNDATIONS = ["bootstrap", "state"];

/** The environment that a workspace belongs to: `azure` for `azure-network-eu` and for `state-azure`. */
export function environmentOf(id: string): string {
  const [first = "", ...rest] = id.split("-");
  return FOUNDATIONS.includes(first) && rest.length > 0 ? rest.join("-") : first;
}

/** The workspaces that come before all others of an environment, as far as it has them. */
export function foundationsOf(id: string): readonly string[] {
  const environment = environmentOf(id);
  const all = FOUNDATIONS.map((kind) => `${kind}-${environment}`);
  return all.includes(id) ? all.slice(0, all.indexOf(id)) : all;
}

/** Whether others of its environment rest on a workspace. */
export const isFoundation = (id: string): boolean =>
  FOUNDATIONS.some((kind) => id === `${kind}-${environmentOf(id)}`);

/** The workspaces of the named environments, or of all where none is named; and of those only the named ones. */
export function select(
  listed: readonly Listed[],
  environments: readonly string[],
  workspaces?: readonly string[],
): Listed[] {
  const inEnvironments = (id: string) =>
    environments.length === 0 || environments.includes(environmentOf(id));
  refuseUnknown("environment", environments, [...new Set(listed.map(({ id }) => environmentOf(id)))]);
  const candidates = listed.filter(({ id }) => inEnvironments(id));
  if (!workspaces) return candidates;
  refuseUnknown(
    "workspace",
    workspaces,
    candidates.map(({ id }) => id),
  );
  return candidates.filter(({ id }) => workspaces.includes(id));
}

function refuseUnknown(what: string, names: readonly string[], known: readonly string[]): void {
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length === 0) return;
  throw new InputError(`unknown ${what} ${unknown.join(", ")}; known: ${known.join(", ") || "none"}`);
}

/**
 * Waves: every workspace comes after those that it depends on. What an environment rests on (`state-azure`, the
 * storage of a remote backend) comes before the whole of it.
 */
export function waves(listed: readonly Listed[]): Listed[][] {
  const ids = new Set(listed.map(({ id }) => id));
  const needs = new Map(
    listed.map(({ id, dependencies }) => {
      const all = new Set([...dependencies, ...foundationsOf(id)]);
      return [id, [...all].filter((dependency) => ids.has(dependency))];
    }),
  );
  const result: Listed[][] = [];
  let left = [...listed];
  const done = new Set<string>();
  while (left.length > 0) {
    const ready = left.filter(({ id }) => needs.get(id)?.every((need) => done.has(need)));
    if (ready.length === 0) {
      throw new InputError(
        `the workspaces depend on each other in a circle: ${circle(left, needs).join(" -> ")}`,
      );
    }
    for (const { id } of ready) done.add(id);
    result.push(ready);
    left = left.filter(({ id }) => !done.has(id));
  }
  return result;
}

function circle(left: readonly Listed[], needs: ReadonlyMap<string, readonly string[]>): string[] {
  const stuck = new Set(left.map(({ id }) => id));
  const walked: string[] = [];
  let at = left[0]?.id as string;
  while (!walked.includes(at)) {
    walked.push(at);
    at = needs.get(at)?.find((need) => stuck.has(need)) as string;
  }
  return [...walked.slice(walked.indexOf(at)), at];
}
