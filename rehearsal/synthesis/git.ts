import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { InputError } from "../input-error";

const run = promisify(execFile);

/** The repository that a project lies in. */
export class Repository {
  constructor(private readonly project: string) {}

  /**
   * The commit that a revision names, as 40 digits.
   *
   * @throws InputError where there is none
   */
  async commit(revision: string): Promise<string> {
    const inside = await this.git(["rev-parse", "--is-inside-work-tree"]).catch(() => "");
    if (inside !== "true")
      throw new InputError(`revision ${revision}: ${this.project} is not in a Git repository`);
    try {
      return await this.git(["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]);
    } catch {
      const isShallow = (await this.git(["rev-parse", "--is-shallow-repository"])) === "true";
      throw new InputError(
        isShallow
          ? `revision ${revision}: not in this clone, which is shallow; fetch the rest with 'git fetch --unshallow', in GitHub Actions with 'fetch-depth: 0' of actions/checkout`
          : `revision ${revision}: no such commit, branch or tag; expected one such as HEAD~1, main or 1a2b3c4`,
      );
    }
  }

  /** Writes the files of a commit into a folder; the repository and its work tree stay as they are. */
  async write(commit: string, folder: string): Promise<string> {
    const prefix = await this.git(["rev-parse", "--show-prefix"]);
    const top = await this.git(["rev-parse", "--show-toplevel"]);
    const index = { GIT_INDEX_FILE: `${folder}.index` }; // the user's own index is not touched
    await this.git(["read-tree", commit], index);
    await this.git(["-C", top, "checkout-index", "--all", `--prefix=${folder}/`], index);
    return path.join(folder, prefix);
  }

  /** Files below a folder that Git ignores, such as people's own overlays; relative to the project. */
  async ignored(folder: string): Promise<string[]> {
    const listed = await this.git([
      "ls-files",
      "--others",
      "--ignored",
      "--exclude-standard",
      "-z",
      "--",
      folder,
    ]);
    return listed.split("\0").filter((file) => file !== "");
  }

  private async git(
    args: readonly string[],
    variables: Readonly<Record<string, string>> = {},
  ): Promise<string> {
    const env = { ...process.env, ...variables };
    const { stdout } = await run("git", [...args], { cwd: this.project, env, maxBuffer: 2 ** 26 });
    return stdout.trim();
  }
}
