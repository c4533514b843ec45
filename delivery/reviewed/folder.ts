import fs from "node:fs";
import path from "node:path";
import type { Change } from "../../rehearsal/changes";
import { InputError } from "../../rehearsal/input-error";
import { digestOf } from "../changes/blocks";
import type { ExactChange } from "../plan/exact";
import { seal, unseal } from "./seal";

/** What a plan was made from. While all of it holds, the plan is applied as it is. */
export interface Binding {
  /** Of the workspace's own state; null where there was none. */
  readonly state: { readonly lineage: string; readonly serial: number } | null;
  /** By workspace that is read: the lineage of its state and a hash of the outputs that are consumed. */
  readonly reads: Readonly<Record<string, { readonly lineage: string; readonly outputs: string } | null>>;
  /** Of `.terraform.lock.hcl`; null where the configuration brings none. */
  readonly lock: string | null;
}

export interface ReviewedWorkspace {
  readonly workspace: string;
  readonly environment: string;
  /**
   * - `plan`: a plan of Terraform's, to be applied
   * - `preview`: rehearsed, since a producer's outputs change: it can never be applied, only compared
   * - `move`: a renamed workspace: its state is moved, then it is planned
   * - `destroy`: a removed one
   */
  readonly kind: "plan" | "preview" | "move" | "destroy";
  /** Why it is there, for people. */
  readonly why: string;
  /** Its id before, where it was renamed. */
  readonly was?: string;
  /** The commit that its configuration is from, where that is not the run's: of what is removed, and of what was renamed. */
  readonly from?: string;
  /** Of the configuration. */
  readonly digest: string;
  readonly binding: Binding;
  /** Without values. */
  readonly changes: readonly Change[];
  /** What it waits for, where it is a preview. */
  readonly waitsFor: readonly string[];
  /** The name under which it has to be approved again: its plan came to be another than the one that was reviewed. */
  readonly approval?: string;
  /** Digests of the encrypted files in its folder. */
  readonly sealed: Readonly<Record<string, string>>;
}

/** What a person reviews, and what is applied. */
export interface Reviewed {
  readonly format: 1;
  /** Names the run, such as `20300131-120000-1a2b3c4d`. */
  readonly run: string;
  readonly commit: string;
  /** Git's name of the commit's files: a merged pull request is another commit with the same ones. */
  readonly tree: string;
  /** Such as `Terraform v1.11.4`. */
  readonly engine: string;
  readonly waves: readonly (readonly string[])[];
  readonly workspaces: readonly ReviewedWorkspace[];
  /** Workspaces that could not be planned, and why: neither they nor what needs them is applied. */
  readonly failed: Readonly<Record<string, string>>;
}

const FILE = "reviewed.json";
const PLAN = "terraform.plan.age";
const CHANGES = "changes.age";

/** A folder of reviewed plans, as an artifact store keeps it. Everything in it that may hold a secret is encrypted. */
export class ReviewedFolder {
  constructor(readonly folder: string) {}

  /** @throws InputError where the folder holds something that is not an earlier run's */
  prepare(): void {
    const entries = fs.existsSync(this.folder) ? fs.readdirSync(this.folder) : [];
    if (entries.length > 0 && !entries.includes(FILE)) {
      throw new InputError(
        `--out ${this.folder}: not empty, and no plans of this pipeline; name a new folder`,
      );
    }
    fs.rmSync(this.folder, { recursive: true, force: true });
    fs.mkdirSync(this.folder, { recursive: true });
  }

  /**
   * @param plan - Terraform's plan file; none of a preview
   * @returns digests of what was written
   */
  async keep(
    workspace: string,
    plan: string | undefined,
    changes: readonly ExactChange[],
    to: readonly string[],
  ): Promise<Record<string, string>> {
    const folder = path.join(this.folder, workspace);
    fs.mkdirSync(folder, { recursive: true });
    const contents = [
      ...(plan === undefined ? [] : [[PLAN, fs.readFileSync(plan)] as const]),
      [CHANGES, Buffer.from(JSON.stringify(changes))] as const,
    ];
    const digests = contents.map(async ([name, content]): Promise<[string, string]> => {
      const file = path.join(folder, name);
      await seal(content, file, to);
      return [name, digestOf(fs.readFileSync(file))];
    });
    return Object.fromEntries(await Promise.all(digests));
  }

  /** @returns the digest of all: what a person names who approves it */
  write(reviewed: Reviewed): string {
    const text = JSON.stringify(reviewed, null, 2);
    fs.writeFileSync(path.join(this.folder, FILE), text);
    return digestOf(text);
  }

  /** @throws InputError where it is no such folder, or not as it was written */
  read(): Reviewed & { readonly folderDigest: string } {
    const file = path.join(this.folder, FILE);
    if (!fs.existsSync(file)) {
      throw new InputError(`${this.folder}: no reviewed plans; expected a folder that 'npm run plan' wrote`);
    }
    const text = fs.readFileSync(file, "utf8");
    let reviewed: Reviewed;
    try {
      reviewed = JSON.parse(text) as Reviewed;
    } catch (error) {
      throw new InputError(`${file}: not readable (${(error as Error).message})`);
    }
    if (reviewed.format !== 1)
      throw new InputError(`${file}: made by another version of the pipeline; plan again`);
    for (const workspace of reviewed.workspaces) this.requireUntouched(workspace);
    return { ...reviewed, folderDigest: digestOf(text) };
  }

  /** Terraform's plan, decrypted. */
  plan({ workspace }: ReviewedWorkspace, identity: string): Promise<Buffer> {
    return unseal(path.join(this.folder, workspace, PLAN), identity);
  }

  async changes({ workspace }: ReviewedWorkspace, identity: string): Promise<ExactChange[]> {
    const content = await unseal(path.join(this.folder, workspace, CHANGES), identity);
    return JSON.parse(content.toString()) as ExactChange[];
  }

  private requireUntouched({ workspace, sealed }: ReviewedWorkspace): void {
    for (const [name, digest] of Object.entries(sealed)) {
      const file = path.join(this.folder, workspace, name);
      if (!fs.existsSync(file) || digestOf(fs.readFileSync(file)) !== digest) {
        throw new InputError(`${file}: not the file that was reviewed; nothing is applied. Plan again`);
      }
    }
  }
}
