import pc from "picocolors";
import { placeholdersIn } from "../config/documentation";
import type { Environment } from "../config/schema/environment";
import { warningsIn } from "../config/warnings";
import type { Synthesis } from "../stacks/synthesis";
import { fold, WIDTH } from "./fold";
import type { UnownedState } from "./unowned-states";
import { waves } from "./waves";
import { workspaceTable } from "./workspace-table";

/** What a synthesis did, for people: each environment's workspaces and their order, and what is left to do. */
export function report(
  environments: readonly Environment[],
  synthesis: Synthesis,
  states: readonly UnownedState[],
): string {
  return [
    ...environments.flatMap((environment) => [...reportOf(environment, synthesis), ""]),
    ...environments.flatMap(placeholders),
    ...environments.flatMap(warnings),
    ...unlocked(synthesis),
    ...kept(synthesis),
    ...unowned(states),
  ].join("\n");
}

/** The same for programs, complete. */
export function jsonReport(
  environments: readonly Environment[],
  synthesis: Synthesis,
  unownedStates: readonly UnownedState[],
): string {
  const ofEnvironment = (environment: Environment) => {
    const workspaces = workspacesOf(environment, synthesis);
    return {
      workspaces,
      order: waves(workspaces),
      placeholders: placeholdersIn(environment).map(({ path }) => path),
      warnings: warningsIn(environment),
    };
  };
  const byName = environments.map((environment) => [environment.name, ofEnvironment(environment)]);
  const { kept, unlocked } = synthesis;
  return JSON.stringify({ environments: Object.fromEntries(byName), kept, unlocked, unownedStates }, null, 2);
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

const warnings = (environment: Environment): readonly string[] =>
  warningsIn(environment).map((warning) => `${pc.yellow("warning")} ${environment.name}: ${warning}`);

function unlocked({ unlocked }: Synthesis): readonly string[] {
  return unlocked.length === 0
    ? []
    : [
        `${pc.yellow("no checksums of providers")} in config/locks for ${unlocked.join(", ")};\n  npm run locks writes them`,
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

/** The pipeline destroys what a commit no longer has; what an environment rests on is made and destroyed by hand. */
function unowned(states: readonly UnownedState[]): readonly string[] {
  if (states.length === 0) return [];
  const isOurs = ({ workspace, environment }: UnownedState) => workspace.startsWith(`${environment}-`);
  const list = states.map(({ workspace, resources }) => `${workspace} (${resources} resources)`);
  const environments = [...new Set(states.filter(isOurs).map(({ environment }) => environment))];
  const byHand = states.filter((state) => !isOurs(state)).map(({ workspace }) => workspace);
  return [
    `${pc.yellow("no workspace owns")} these states any longer:`,
    ...fold(list, WIDTH - 2, Number.POSITIVE_INFINITY).map((line) => `  ${line}`),
    ...environments.map(
      (environment) =>
        `  npm run plan -- ${environment} --base <commit that had them>; npm run apply destroys what it planned`,
    ),
    ...byHand.map((workspace) => `  put back what made ${workspace}, terraform destroy, remove it again`),
  ];
}
