import fs from "node:fs";
import path from "node:path";
import { counts } from "../finding";
import { InputError } from "../input-error";
import { type Listed, readManifest, select } from "../manifest";
import { type Report, rehearse } from "../rehearse";
import { type Mutant, Synthesized } from "./mutants";

/** What became of a mutant. */
export interface Verdict {
  readonly found: boolean;
  /** The step that found it, such as `validate`, and what was said first. */
  readonly step: string;
  readonly says: string;
}

/** Sound environments that are up, into which mutants are put one at a time. */
export class Trials {
  readonly synthesized: Synthesized;
  private readonly listed: readonly Listed[];

  private constructor(
    private readonly project: string,
    private readonly folder: string,
    private readonly work: string,
    environments: readonly string[],
  ) {
    this.listed = select(readManifest(folder), environments);
    this.synthesized = new Synthesized(folder, this.listed);
  }

  /** Brings the environments up once. Nothing may be found in them. */
  static async open(project: string, folder: string, work: string, environments: readonly string[]) {
    const trials = new Trials(project, folder, work, environments);
    const report = await trials.rehearse(folder, path.join(work, "sound"), undefined);
    if (!report.ok) throw new InputError(`the environments themselves do not hold: ${firstOf(report).says}`);
    return trials;
  }

  /** Rehearses the mutant's workspace, and then those that read it if its outputs have changed. */
  async run(mutant: Mutant, index: number): Promise<Verdict> {
    const work = path.join(this.work, String(index));
    const folder = path.join(work, "mutated");
    const { workspace } = mutant.site;
    fs.cpSync(path.join(this.work, "sound/state"), path.join(work, "state"), { recursive: true });
    fs.rmSync(path.join(work, "state", `${workspace}.tfstate`));
    fs.copyFileSync(path.join(this.work, "sound/.rehearsal"), path.join(work, ".rehearsal"));
    fs.cpSync(this.folder, folder, { recursive: true });
    this.synthesized.write(mutant, folder);
    try {
      const own = await this.rehearse(folder, work, [workspace]);
      if (!own.ok) return firstOf(own);
      const readers = this.readers(workspace);
      if (readers.length === 0 || this.outputs(work, workspace) === this.outputs("sound", workspace))
        return NOT;
      return firstOf(await this.rehearse(folder, work, readers));
    } catch (error) {
      if (error instanceof InputError) return { found: true, step: "input", says: error.message };
      throw error;
    } finally {
      fs.rmSync(work, { recursive: true });
    }
  }

  private rehearse(folder: string, work: string, workspaces: readonly string[] | undefined): Promise<Report> {
    const environments = workspaces
      ? []
      : [...new Set(this.listed.map(({ id }) => id.split("-")[0] as string))];
    const parallel = workspaces ? { parallel: 1 } : {};
    return rehearse({
      folder,
      environments,
      workspaces,
      project: this.project,
      work,
      destroy: false,
      ...parallel,
    });
  }

  private readers(workspace: string): string[] {
    const found = new Set([workspace]);
    for (const { id, dependencies } of this.listed)
      if (dependencies.some((need) => found.has(need))) found.add(id);
    found.delete(workspace);
    return [...found];
  }

  private outputs(work: string, workspace: string): string {
    const file = path.join(
      work === "sound" ? path.join(this.work, work) : work,
      "state",
      `${workspace}.tfstate`,
    );
    return JSON.stringify((JSON.parse(fs.readFileSync(file, "utf8")) as { outputs: unknown }).outputs);
  }
}

const NOT: Verdict = { found: false, step: "", says: "" };

function firstOf(report: Report): Verdict {
  const finding = report.workspaces.flatMap(({ findings }) => findings).find(counts);
  if (!finding) return NOT;
  const says = `${finding.summary} ${finding.detail}`;
  return { found: true, step: finding.step, says: says.replace(/\s+/g, " ").slice(0, 300) };
}
