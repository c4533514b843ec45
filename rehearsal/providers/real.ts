import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { cacheHome } from "../cache";
import { readRuling } from "../emulator/ruling";
import type { Requirement } from "../schema/source";
import type { Outcome, Terraform } from "../terraform";
import { Mirror, type Mirrored } from "./mirror";
import { Unpacked } from "./unpacked";

type Said = Pick<Outcome, "errors" | "warnings">;

/**
 * The providers' own programs, for `terraform validate`: they decide which values a provider takes. They need
 * neither network nor credentials for that. Providers that the mirror lacks are emulated meanwhile.
 */
export class RealProviders {
  /** Requirements that the mirror does not meet, and why. */
  readonly missing = new Set<string>();
  private readonly unpacked: Unpacked;

  private constructor(
    private readonly mirror: Mirror,
    private readonly terraform: Terraform,
    private readonly version: string,
  ) {
    this.unpacked = new Unpacked(mirror, terraform);
  }

  /**
   * @param version - Terraform's
   * @throws InputError where there is no mirror
   */
  static open(folder: string, terraform: Terraform, version: string): RealProviders {
    return new RealProviders(Mirror.open(folder), terraform, version);
  }

  /** The programs that a workspace can be validated with. */
  programs(requirements: readonly Requirement[]): Mirrored[] {
    return requirements.flatMap((requirement) => {
      const found = this.mirror.find(requirement);
      if (typeof found !== "string") return [found];
      this.missing.add(found);
      return [];
    });
  }

  /** What they say of a workspace. What they had nothing against is not asked again until something changes. */
  async validate(
    directory: string,
    programs: readonly Mirrored[],
    environment: Readonly<Record<string, string>>,
  ): Promise<Said> {
    const file = path.join(cacheHome(), "validated", `${this.keyOf(directory, programs)}.json`);
    if (fs.existsSync(file)) return JSON.parse(fs.readFileSync(file, "utf8")) as Said;
    const said = await this.ask(directory, programs, environment);
    if (said.errors.length > 0) return said;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    const partial = `${file}.${process.pid}`; // renamed when complete: several runs may share the cache
    fs.writeFileSync(partial, JSON.stringify(said));
    fs.renameSync(partial, file);
    return said;
  }

  private async ask(
    directory: string,
    programs: readonly Mirrored[],
    environment: Readonly<Record<string, string>>,
  ): Promise<Said> {
    const emulated = JSON.parse(environment["TF_REATTACH_PROVIDERS"] ?? "{}") as Record<string, unknown>;
    for (const { address } of programs) delete emulated[address];
    const own = {
      ...environment,
      TF_CLI_CONFIG_FILE: await this.unpacked.settings(programs),
      TF_DATA_DIR: path.join(directory, ".terraform-real"),
      TF_REATTACH_PROVIDERS: JSON.stringify(emulated),
    };
    try {
      const init = await this.terraform.run(["init", "-backend=false", "-json"], directory, own);
      if (init.errors.length > 0) return said(init);
      return said(await this.terraform.run(["validate", "-json"], directory, own));
    } finally {
      fs.rmSync(own.TF_DATA_DIR, { recursive: true, force: true });
      fs.rmSync(path.join(directory, ".terraform.lock.hcl"), { force: true });
    }
  }

  /** Everything that an answer depends on. */
  private keyOf(directory: string, programs: readonly Mirrored[]): string {
    const hash = createHash("sha256").update(JSON.stringify([this.version, this.unpacked.key, programs]));
    for (const file of fs.readdirSync(directory, { recursive: true, encoding: "utf8" }).sort()) {
      if (file.startsWith(".terraform")) continue;
      const bytes = fs.statSync(path.join(directory, file)).isFile()
        ? fs.readFileSync(path.join(directory, file))
        : "";
      hash.update(`${file}\n${bytes.length}\n`).update(bytes);
    }
    return hash.digest("hex").slice(0, 32);
  }
}

/** Without what the emulated ones among the providers say: that is said anyway, and changes with their rules. */
const said = ({ errors, warnings }: Outcome): Said => ({
  errors,
  warnings: warnings.filter(({ detail }) => !readRuling(detail)),
});
