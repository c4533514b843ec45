import fs from "node:fs";
import path from "node:path";
import { counts, type Finding } from "../finding";
import { InputError } from "../input-error";
import { environmentOf, type Listed, readManifest, select } from "../manifest";
import { type Report, rehearse } from "../rehearse";
import { type Mutant, Synthesized } from "./mutants";

/** What became of a mistake. */
export interface Verdict {
  /** The rehearsal finds it, with emulated providers alone. */
  readonly found: boolean;
  /** It is found if the real providers validate too. */
  readonly foundByReal: boolean;
  /** The step that found it, such as `validate`, and what was said first. */
  readonly step: string;
  readonly says: string;
}

export interface Setting {
  readonly project: string;
  /** The sound environments, synthesized. */
  readonly folder: string;
  /** Where rehearsals work. */
  readonly work: string;
  readonly environments: readonly string[];
  /** A mirror of real providers. */
  readonly providers: string | undefined;
}

/** Sound environments that are up, into which mistakes are put one at a time. */
export class Trials {
  readonly synthesized: Synthesized;
  private readonly listed: readonly Listed[];

  private constructor(private readonly setting: Setting) {
    this.listed = select(readManifest(setting.folder), setting.environments);
    this.synthesized = new Synthesized(setting.folder, this.listed);
  }

  /** Brings the environments up once. Nothing may be found in them. */
  static async open(setting: Setting): Promise<Trials> {
    const trials = new Trials(setting);
    const names = [...new Set(trials.listed.map(({ id }) => environmentOf(id)))];
    const report = await trials.rehearse(setting.folder, path.join(setting.work, "sound"), names);
    if (!report.ok) {
      throw new InputError(`the environments themselves do not hold: ${verdictOf([report]).says}`);
    }
    return trials;
  }

  /** What a mistake in one synthesized workspace comes to. */
  run(mutant: Mutant, index: number): Promise<Verdict> {
    const { workspace } = mutant.site;
    return this.attempt(index, [workspace], (folder) => {
      fs.cpSync(this.setting.folder, folder, { recursive: true });
      this.synthesized.write(mutant, folder);
    });
  }

  /** What becomes of a folder that a mistake in the sources made; undefined if it is the same as the sound one. */
  async runSynthesized(mutated: string, index: number): Promise<Verdict | undefined> {
    const others = readManifest(mutated);
    const changed = others.filter((other) => this.differs(other, mutated)).map(({ id }) => id);
    const isSame = others.length === this.listed.length && changed.length === 0;
    if (isSame) return undefined;
    return this.attempt(index, changed, (folder) => fs.cpSync(mutated, folder, { recursive: true }));
  }

  private differs({ id, file, dependencies }: Listed, mutated: string): boolean {
    const own = this.listed.find((listed) => listed.id === id);
    if (!own || own.dependencies.join() !== dependencies.join()) return true;
    const [before, after] = [this.setting.folder, mutated].map((folder) =>
      fs.readFileSync(path.join(folder, file), "utf8"),
    );
    return before !== after;
  }

  /** Rehearses workspaces from the sound states of all others, and then those that read them if outputs have changed. */
  private async attempt(
    index: number,
    workspaces: readonly string[],
    prepare: (folder: string) => void,
  ): Promise<Verdict> {
    const work = path.join(this.setting.work, String(index));
    const folder = path.join(work, "mutated");
    fs.cpSync(path.join(this.setting.work, "sound/state"), path.join(work, "state"), { recursive: true });
    for (const id of workspaces) fs.rmSync(path.join(work, "state", `${id}.tfstate`), { force: true });
    fs.copyFileSync(path.join(this.setting.work, "sound/.rehearsal"), path.join(work, ".rehearsal"));
    try {
      prepare(folder);
      const own = await this.rehearse(folder, work, [], workspaces);
      const isDone =
        !own.ok || workspaces.every((id) => this.outputs(work, id) === this.outputs("sound", id));
      const readers = isDone ? [] : this.readers(workspaces);
      const reports = readers.length > 0 ? [own, await this.rehearse(folder, work, [], readers)] : [own];
      return verdictOf(reports);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { found: true, foundByReal: true, step: "input", says: error.message };
    } finally {
      fs.rmSync(work, { recursive: true });
    }
  }

  private rehearse(
    folder: string,
    work: string,
    environments: readonly string[],
    workspaces?: readonly string[],
  ): Promise<Report> {
    const { project, providers } = this.setting;
    const parallel = workspaces ? { parallel: 1 } : {};
    return rehearse({
      folder,
      environments,
      workspaces,
      project,
      work,
      providers,
      destroy: false,
      canaries: true,
      ...parallel,
    });
  }

  private readers(workspaces: readonly string[]): string[] {
    const found = new Set(workspaces);
    for (const { id, dependencies } of this.listed) {
      if (dependencies.some((need) => found.has(need))) found.add(id);
    }
    for (const id of workspaces) found.delete(id);
    return [...found];
  }

  private outputs(work: string, workspace: string): string {
    const folder = work === "sound" ? path.join(this.setting.work, work) : work;
    const file = path.join(folder, "state", `${workspace}.tfstate`);
    if (!fs.existsSync(file)) return "";
    return JSON.stringify((JSON.parse(fs.readFileSync(file, "utf8")) as { outputs: unknown }).outputs);
  }
}

function verdictOf(reports: readonly Report[]): Verdict {
  const findings = reports
    .flatMap(({ workspaces }) => workspaces)
    .flatMap(({ findings: all }) => all.filter(counts));
  const emulated = findings.find(({ step }) => step !== "real validate");
  const first: Finding | undefined = emulated ?? findings[0];
  const says = first ? `${first.summary} ${first.detail}`.replace(/\s+/g, " ").slice(0, 300) : "";
  return { found: emulated !== undefined, foundByReal: first !== undefined, step: first?.step ?? "", says };
}
