import fs from "node:fs";
import path from "node:path";
import { InputError } from "../input-error";
import { type Synthesis, synthesize } from "./synth";

/** Where one synthesis differs from another. */
export interface Difference {
  /** Relative to the synthesized folder. */
  readonly file: string;
  readonly line: number;
  readonly first: string;
  readonly again: string;
}

/** What is otherwise the second time; each may change what a program writes that asks for it. */
const ELSEWHERE = { LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" };
const ZONES = ["Pacific/Chatham", "America/St_Johns"];

/** For people. */
export const AGAIN =
  "synthesized again in another folder, time zone, language and order of environments, with TF_VAR_... set";

/**
 * Synthesizes once more: in a copy of the project elsewhere, in another time zone and language, with environments named
 * in the reverse order, and with Terraform variables set.
 *
 * @param variables - names of Terraform variables
 * @returns the folder; the caller removes `root`
 */
export async function synthesizeElsewhere(
  { project, environments, hcl, signal }: Omit<Synthesis, "outdir">,
  variables: readonly string[],
  root: string,
): Promise<string> {
  const copy = path.join(root, "a copy of the project");
  copyProject(project, copy);
  const outdir = path.join(root, "output elsewhere/cdktf.out");
  const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const synthesis = {
    project: copy,
    environments: [...environments].reverse(),
    outdir,
    hcl,
    signal,
    variables: {
      ...ELSEWHERE,
      TZ: ZONES.find((zone) => zone !== here) as string,
      ...Object.fromEntries(variables.map((name) => [`TF_VAR_${name}`, `value of ${name}`])),
    },
  };
  await synthesize(synthesis).catch((error: Error) => {
    throw error instanceof InputError ? new InputError(`${AGAIN}, the same fails:\n${error.message}`) : error;
  });
  return outdir;
}

/** Names of the Terraform variables in a synthesized folder. */
export function variablesIn(folder: string): string[] {
  const stacks = path.join(folder, "stacks");
  const names = filesIn(stacks).flatMap((file) => {
    const text = /cdk\.tf(\.json)?$/.test(file) ? fs.readFileSync(path.join(stacks, file), "utf8") : "";
    if (!file.endsWith(".json"))
      return [...text.matchAll(/^variable "([^"]+)"/gm)].map(([, name]) => name as string);
    return Object.keys((JSON.parse(text || "{}") as { variable?: object }).variable ?? {});
  });
  return [...new Set(names)];
}

/** What is the project's own, with the packages of the original. */
function copyProject(project: string, copy: string): void {
  const left = /^(node_modules|\.git|cdktf\.out.*|state|\.terraform)$/;
  fs.cpSync(project, copy, {
    recursive: true,
    filter: (file) => file === project || !left.test(path.basename(file)),
  });
  fs.symlinkSync(path.join(project, "node_modules"), path.join(copy, "node_modules"));
}

/** The first difference between the files of a workspace in two synthesized folders. */
export function differenceOf(workspace: string, first: string, again: string): Difference | undefined {
  const folder = path.join("stacks", workspace);
  const files = new Set(
    [first, again].flatMap((root) => filesIn(path.join(root, folder)).map((file) => path.join(folder, file))),
  );
  for (const file of [...files].sort()) {
    const [here, there] = [first, again].map((root) => linesOf(path.join(root, file)));
    const length = Math.max(here?.length ?? 0, there?.length ?? 0);
    const at = Array.from({ length }).findIndex((_, index) => here?.[index] !== there?.[index]);
    if (at >= 0) return { file, line: at + 1, first: here?.[at] ?? "", again: there?.[at] ?? "" };
  }
  return undefined;
}

function filesIn(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => !file.startsWith(".terraform") && fs.statSync(path.join(folder, file)).isFile());
}

const linesOf = (file: string): string[] | undefined =>
  fs.existsSync(file) ? fs.readFileSync(file, "utf8").split("\n") : undefined;
