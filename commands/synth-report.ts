import pc from "picocolors";
import { placeholdersIn } from "../config/placeholders";
import type { Environment } from "../config/schema/environment";
import type { Synthesis } from "../stacks/synthesis";
import { fold, WIDTH } from "./fold";
import { waves } from "./waves";
import { workspaceTable } from "./workspace-table";

/** What a synthesis did, for people: each environment's workspaces and their order, and what is left to do. */
export function report(environments: readonly Environment[], synthesis: Synthesis): string {
  return [
    ...environments.flatMap((environment) => [...reportOf(environment, synthesis), ""]),
    ...environments.flatMap(placeholders),
    ...kept(synthesis),
  ].join("\n");
}

/** The same for programs, complete. */
export function jsonReport(environments: readonly Environment[], synthesis: Synthesis): string {
  const ofEnvironment = (environment: Environment) => {
    const workspaces = workspacesOf(environment, synthesis);
    return {
      workspaces,
      order: waves(workspaces),
      placeholders: placeholdersIn(environment).map(({ path }) => path),
    };
  };
  const byName = environments.map((environment) => [environment.name, ofEnvironment(environment)]);
  return JSON.stringify({ environments: Object.fromEntries(byName), kept: synthesis.kept }, null, 2);
}

const workspacesOf = ({ name }: Environment, { workspaces, written }: Synthesis) =>
  workspaces.filter(({ id }) => written[id] === name);

/** Lines for the workspaces of one wave. */
const LINES = 3;

function reportOf(environment: Environment, synthesis: Synthesis): readonly string[] {
  const workspaces = workspacesOf(environment, synthesis);
  const order = waves(workspaces).flatMap((wave, index) => {
    const number = `${index + 1}.`.padStart(4);
    const [first, ...others] = fold(wave, WIDTH - 5, LINES);
    return [`${number} ${first}`, ...others.map((line) => `     ${line}`)];
  });
  return [
    pc.bold(environment.name),
    workspaceTable(environment.name, workspaces),
    pc.dim("order of deployment"),
    ...order,
  ];
}

function placeholders(environment: Environment): readonly string[] {
  const paths = placeholdersIn(environment).map(({ path }) => path);
  if (paths.length === 0) return [];
  return [
    `${pc.yellow("before an apply")} set in config/environments/${environment.name}.overlay.ts:`,
    ...fold(paths, WIDTH - 2, Number.POSITIVE_INFINITY).map((line) => `  ${line}`),
  ];
}

function kept({ kept }: Synthesis): readonly string[] {
  const environments = [...new Set(Object.values(kept))].sort();
  const count = (environment: string) => Object.values(kept).filter((each) => each === environment).length;
  const list = environments.map((environment) => `${environment || "unknown"} (${count(environment)})`);
  return list.length === 0
    ? []
    : [`${pc.yellow("not synthesized now")} and as before: the workspaces of ${list.join(", ")}`];
}
