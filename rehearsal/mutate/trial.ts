import fs from "node:fs";
import path from "node:path";
import { counts, type Finding } from "../finding";
import { InputError } from "../input-error";
import { environmentOf, type Listed, readManifest, select } from "../manifest";
import { type Options, type Report, rehearse } from "../rehearse";
import { judge } from "../world/judge";
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
  /** Where rehearsals work. Sound environments that are up there already, as they are now, are not brought up again. */
  readonly work: string;
  readonly environments: readonly string[];
  /** A mirror of real providers. */
  readonly providers: string | undefined;
}

/**
 * Sound environments that are up, into which mistakes are put one at a time. Each lies in a folder of its own, so that a
 * trial copies no more than it needs.
 */
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
    for (const environment of new Set(trials.listed.map(({ id }) => environmentOf(id)))) {
      await trials.bringUp(environment);
    }
    return trials;
  }

  private async bringUp(environment: string): Promise<void> {
    const folder = this.sound(environment, "cdktf.out");
    const isUp = this.sound(environment, "up");
    const own = select(this.listed, [environment]);
    const now = own
      .map(({ file }) => fs.readFileSync(path.join(this.setting.folder, file), "utf8"))
      .join("\n");
    if (fs.existsSync(isUp) && fs.readFileSync(isUp, "utf8") === now) return;
    fs.rmSync(path.dirname(isUp), { recursive: true, force: true });
    copyEnvironment(this.setting.folder, environment, folder);
    const report = await this.rehearse(folder, this.sound(environment, "work"), [environment], {
      quick: true,
    });
    if (!report.ok) {
      throw new InputError(`the environments themselves do not hold: ${verdictOf([report]).says}`);
    }
    fs.writeFileSync(isUp, now);
  }

  /** What a mistake in one synthesized workspace comes to. */
  run(mutant: Mutant, index: number): Promise<Verdict> {
    const { workspace } = mutant.site;
    const environment = environmentOf(workspace);
    return this.tried(index, environment, [workspace], (folder) => {
      fs.cpSync(this.sound(environment, "cdktf.out"), folder, { recursive: true });
      this.synthesized.write(mutant, folder);
    });
  }

  /** What becomes of a folder that a mistake in the sources made; undefined if it is the same as the sound one. */
  async runSynthesized(mutated: string, index: number): Promise<Verdict | undefined> {
    const others = readManifest(mutated);
    const changed = others.filter((other) => this.differs(other, mutated)).map(({ id }) => id);
    if (others.length === this.listed.length && changed.length === 0) return undefined;
    const gone = this.listed.filter(({ id }) => !others.some((other) => other.id === id));
    const environments = [...new Set([...changed, ...gone.map(({ id }) => id)].map(environmentOf))];
    let verdict = SURVIVED;
    for (const environment of environments) {
      const own = changed.filter((id) => environmentOf(id) === environment);
      verdict = await this.tried(index, environment, own, (folder) =>
        copyEnvironment(mutated, environment, folder),
      );
      if (verdict.found) break;
    }
    return verdict;
  }

  private differs({ id, file, dependencies }: Listed, mutated: string): boolean {
    const own = this.listed.find((listed) => listed.id === id);
    if (!own || own.dependencies.join() !== dependencies.join()) return true;
    const [before, after] = [this.setting.folder, mutated].map((folder) =>
      fs.readFileSync(path.join(folder, file), "utf8"),
    );
    return before !== after;
  }

  /** Quickly first; what that does not find, a whole rehearsal with real providers may. */
  private async tried(
    index: number,
    environment: string,
    ids: readonly string[],
    prepare: Prepare,
  ): Promise<Verdict> {
    const quick = await this.attempt(index, environment, ids, prepare, true);
    return quick.found ? quick : this.attempt(index, environment, ids, prepare, false);
  }

  /** Rehearses workspaces from the sound states of all others, and then those that read them if outputs have changed. */
  private async attempt(
    index: number,
    environment: string,
    ids: readonly string[],
    prepare: Prepare,
    quick: boolean,
  ): Promise<Verdict> {
    const work = path.join(this.setting.work, String(index));
    const folder = path.join(work, "mutated");
    const sound = this.sound(environment, "work");
    fs.cpSync(path.join(sound, "state"), path.join(work, "state"), { recursive: true });
    for (const id of ids) fs.rmSync(path.join(work, "state", `${id}.tfstate`), { force: true });
    fs.copyFileSync(path.join(sound, ".rehearsal"), path.join(work, ".rehearsal"));
    const reports: Report[] = [];
    const rehearse = async (workspaces: readonly string[]): Promise<boolean> => {
      if (workspaces.length === 0) return true;
      const report = await this.rehearse(folder, work, [], { workspaces, quick, judged: false, parallel: 1 });
      reports.push(report);
      return report.ok;
    };
    try {
      prepare(folder);
      const stands =
        (await rehearse(ids)) &&
        (ids.every((id) => outputs(work, id) === outputs(sound, id)) || (await rehearse(this.readers(ids))));
      if (!stands) return verdictOf(reports);
      const says = this.worldSays(folder, environment, work);
      return says === undefined
        ? verdictOf(reports)
        : { found: true, foundByReal: true, step: "world", says };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      return { found: true, foundByReal: true, step: "input", says: error.message };
    } finally {
      fs.rmSync(work, { recursive: true });
    }
  }

  /** The first thing that does not hold between the workspaces of an environment. */
  private worldSays(folder: string, environment: string, work: string): string | undefined {
    const members = select(readManifest(folder), [environment]).map(({ id, file, dependencies }) => ({
      id,
      dependencies,
      directory: path.join(work, "cdktf.out", path.dirname(file)),
      state: path.join(work, "state", `${id}.tfstate`),
    }));
    const [first] = [...judge(members, this.setting.project).values()].flat();
    return first?.says.replace(/\s+/g, " ").slice(0, 300);
  }

  private rehearse(
    folder: string,
    work: string,
    environments: readonly string[],
    options: Partial<Options>,
  ): Promise<Report> {
    const { project, providers } = this.setting;
    const real = options.quick ? undefined : providers;
    return rehearse({ folder, environments, project, work, providers: real, destroy: false, ...options });
  }

  private sound(environment: string, what: "cdktf.out" | "work" | "up"): string {
    return path.join(this.setting.work, "sound", environment, what);
  }

  private readers(workspaces: readonly string[]): string[] {
    const found = new Set(workspaces);
    for (const { id, dependencies } of this.listed) {
      if (dependencies.some((need) => found.has(need))) found.add(id);
    }
    for (const id of workspaces) found.delete(id);
    return [...found];
  }
}

type Prepare = (folder: string) => void;

const SURVIVED: Verdict = { found: false, foundByReal: false, step: "", says: "" };

function outputs(work: string, workspace: string): string {
  const file = path.join(work, "state", `${workspace}.tfstate`);
  if (!fs.existsSync(file)) return "";
  return JSON.stringify((JSON.parse(fs.readFileSync(file, "utf8")) as { outputs: unknown }).outputs);
}

/** Copies the workspaces of one environment, as if nothing else had been synthesized. */
function copyEnvironment(from: string, environment: string, to: string): void {
  const own = select(readManifest(from), [environment]);
  for (const { file } of own) {
    const folder = path.dirname(file);
    fs.cpSync(path.join(from, folder), path.join(to, folder), { recursive: true });
  }
  const manifest = JSON.parse(fs.readFileSync(path.join(from, "manifest.json"), "utf8")) as {
    stacks: Record<string, unknown>;
  };
  const stacks = Object.fromEntries(own.map(({ id }) => [id, manifest.stacks[id]]));
  fs.writeFileSync(path.join(to, "manifest.json"), JSON.stringify({ ...manifest, stacks }));
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
