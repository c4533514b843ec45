import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a commit's files are, whatever came before it, as 40 digits. */
export const treeOf = (project: string, commit: string): Promise<string> =>
  git(project, ["rev-parse", `${commit}^{tree}`]);

/** Files of the work tree that are not as in the commit, those that Git does not know yet included. */
export async function uncommitted(project: string): Promise<string[]> {
  const listed = await git(project, ["status", "--porcelain", "-z", "--no-renames", "--", "."]);
  return listed.split("\0").flatMap((line) => (line === "" ? [] : [line.slice(3)]));
}

/** Whether all of one commit is in another. */
export const isAncestor = (project: string, earlier: string, later: string): Promise<boolean> =>
  git(project, ["merge-base", "--is-ancestor", earlier, later]).then(
    () => true,
    () => false,
  );

async function git(project: string, args: readonly string[]): Promise<string> {
  const { stdout } = await run("git", [...args], { cwd: project, maxBuffer: 2 ** 26 });
  return stdout.replace(/\n$/, "");
}
