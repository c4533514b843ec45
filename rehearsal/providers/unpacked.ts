import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { cacheHome, moveIfAbsent } from "../cache";
import { InputError } from "../input-error";
import type { Terraform } from "../terraform";
import type { Mirror, Mirrored } from "./mirror";

/**
 * Providers of a mirror, unpacked once: Terraform unpacks what it finds packed anew for every workspace, and links to what
 * it finds unpacked.
 */
export class Unpacked {
  /** Changes with the mirror's files. */
  readonly key: string;
  private readonly root: string;

  constructor(
    private readonly mirror: Mirror,
    private readonly terraform: Terraform,
  ) {
    this.key = keyOf(mirror.folder);
    this.root = path.join(cacheHome(), "providers", this.key);
  }

  /** Settings with which Terraform finds these programs, and no others. */
  async settings(programs: readonly Mirrored[]): Promise<string> {
    for (const program of programs) await this.unpack(program);
    return this.settingsFor(this.root);
  }

  private async unpack({ address, version }: Mirrored): Promise<void> {
    const target = path.join(this.root, address, version);
    if (fs.existsSync(target)) return;
    fs.mkdirSync(path.dirname(target), { recursive: true });
    const scratch = fs.mkdtempSync(`${this.root}-`);
    try {
      const required_providers = { it: { source: address, version } };
      fs.writeFileSync(
        path.join(scratch, "main.tf.json"),
        JSON.stringify({ terraform: { required_providers } }),
      );
      const environment = {
        CHECKPOINT_DISABLE: "1",
        TF_CLI_CONFIG_FILE: this.settingsFor(this.mirror.folder),
      };
      const { errors } = await this.terraform.run(["init", "-json"], scratch, environment);
      if (errors[0])
        throw new InputError(`--providers ${this.mirror.folder}: ${errors[0].summary}\n${errors[0].detail}`);
      moveIfAbsent(path.join(scratch, ".terraform/providers", address, version), target);
    } finally {
      fs.rmSync(scratch, { recursive: true, force: true });
    }
  }

  private settingsFor(mirror: string): string {
    const file = `${this.root}-${mirror === this.root ? "unpacked" : "packed"}.rc`;
    const text = `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
    return file;
  }
}

/** A mirror is as new as its files. */
function keyOf(folder: string): string {
  const hash = createHash("sha256").update(path.resolve(folder));
  for (const file of fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const { size, mtimeMs } = fs.statSync(path.join(folder, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex").slice(0, 16);
}
