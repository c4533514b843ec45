import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { cacheHome } from "../cache";
import { parseBinding } from "./binding-parser";
import { bindingSource } from "./binding-source";
import { deriveSchema } from "./derive";
import type { Schema, TypeKind } from "./types";

/** The installed `@cdktf/provider-<name>` package, as a source of schemas: each type is derived when asked for. */
export class Bindings {
  private constructor(
    readonly name: string,
    readonly version: string,
    private readonly folder: string,
    private readonly cache: string,
  ) {}

  /** The binding of a provider, or undefined where none is installed. */
  static find(name: string, project: string): Bindings | undefined {
    let manifest: string;
    try {
      manifest = require.resolve(`@cdktf/provider-${name}/package.json`, { paths: [project] });
    } catch {
      return undefined;
    }
    const { version } = JSON.parse(fs.readFileSync(manifest, "utf8")) as { version: string };
    const cache = path.join(cacheHome(), "schemas", `${name}-${version}-${fingerprint()}`);
    return new Bindings(name, version, path.join(path.dirname(manifest), "lib"), cache);
  }

  provider(): Schema {
    return this.cached("provider", () => this.derive("provider"));
  }

  /** The schema of a type, or undefined where the provider has no such type. */
  type(kind: TypeKind, type: string): Schema | undefined {
    const short = type.slice(type.indexOf("_") + 1).replace(/_/g, "-");
    const long = type.replace(/_/g, "-");
    // Names that TypeScript reserves get a suffix: `random_string` lies in `string-resource`.
    const candidates = kind === "data" ? [`data-${long}`] : [short, `${short}-resource`, long];
    const folder = candidates.find((name) => fs.existsSync(path.join(this.folder, name, "index.js")));
    return folder ? this.cached(`${kind}-${type}`, () => this.derive(folder)) : undefined;
  }

  private derive(folder: string): Schema {
    return deriveSchema(parseBinding(bindingSource(path.join(this.folder, folder))));
  }

  private cached(key: string, make: () => Schema): Schema {
    const file = path.join(this.cache, `${key}.json`);
    try {
      return JSON.parse(fs.readFileSync(file, "utf8")) as Schema;
    } catch {
      // Not there yet, or cut off by a crash: made anew.
    }
    const schema = make();
    fs.mkdirSync(this.cache, { recursive: true });
    const partial = `${file}.${process.pid}`; // renamed when complete: several runs may share the cache
    fs.writeFileSync(partial, JSON.stringify(schema));
    fs.renameSync(partial, file);
    return schema;
  }
}

/** Changes with the code that derives, so that a cache never outlives it. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const part of ["binding-source", "binding-parser", "derive"]) {
    hash.update(fs.readFileSync(path.join(__dirname, `${part}.ts`)));
  }
  return hash.digest("hex").slice(0, 12);
}
