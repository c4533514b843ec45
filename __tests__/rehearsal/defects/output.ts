import fs from "node:fs";
import path from "node:path";

// biome-ignore lint/suspicious/noExplicitAny: configurations are edited at places that only the test knows
export type Body = any;

/** A synthesized folder that defects are planted in. */
export class Output {
  private readonly files = new Map<string, Body>();

  constructor(private readonly folder: string) {}

  /** A workspace's `cdk.tf.json`. */
  workspace(id: string): Body {
    return this.file(`stacks/${id}/cdk.tf.json`);
  }

  get manifest(): Body {
    return this.file("manifest.json");
  }

  /** A resource's arguments. */
  resource(id: string, type: string, name: string): Body {
    return this.workspace(id).resource[type][name];
  }

  /** Replaces text in a workspace's file, however often it occurs. */
  replace(id: string, text: string, by: string): void {
    const file = this.workspace(id);
    const changed = JSON.stringify(file).replaceAll(text, by);
    if (changed === JSON.stringify(file)) throw new Error(`${id}: '${text}' does not occur`);
    this.files.set(`stacks/${id}/cdk.tf.json`, JSON.parse(changed));
  }

  save(): void {
    for (const [file, body] of this.files)
      fs.writeFileSync(path.join(this.folder, file), JSON.stringify(body, null, 2));
  }

  private file(name: string): Body {
    if (!this.files.has(name)) {
      this.files.set(name, JSON.parse(fs.readFileSync(path.join(this.folder, name), "utf8")));
    }
    return this.files.get(name);
  }
}
