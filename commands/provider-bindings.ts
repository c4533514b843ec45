import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { ConfigurationError } from "../config/problem";
import { addressOf, type BindingsRequest, type ProviderSchemas, trimSchema } from "./bindings-schema";

const CONSTRUCTS = path.join(__dirname, "../constructs");

/** A provider's files, all in the folder of its constructs. */
export interface BindingsFiles {
  readonly provider: string;
  /** What is wanted. */
  readonly request: string;
  /** The provider's schema of what is wanted; the rehearsal reads it too. */
  readonly schema: string;
  /** What is generated. */
  readonly bindings: string;
}

/** The providers whose bindings are made here. */
export function providersWithBindings(): readonly BindingsFiles[] {
  return fs
    .readdirSync(CONSTRUCTS, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".bindings.json"))
    .map((file) => {
      const folder = path.join(CONSTRUCTS, path.dirname(file));
      const provider = path.basename(file, ".bindings.json");
      return {
        provider,
        request: path.join(CONSTRUCTS, file),
        schema: path.join(folder, `${provider}.schema.json`),
        bindings: path.join(folder, "bindings"),
      };
    });
}

const readJson = <T>(file: string): T => {
  const bytes = fs.readFileSync(file);
  return JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString()) as T;
};

/** Trims the real schema, `<provider>.json` or `.json.gz` in `folder`, to what is wanted. */
export function trim({ provider, request, schema }: BindingsFiles, folder: string): void {
  const real = [`${provider}.json`, `${provider}.json.gz`]
    .map((name) => path.join(folder, name))
    .find((file) => fs.existsSync(file));
  if (!real) {
    throw new ConfigurationError(folder, [
      {
        path: [],
        message: `expected ${provider}.json or ${provider}.json.gz, as \`terraform providers schema -json\` writes it`,
      },
    ]);
  }
  const trimmed = trimSchema(readJson<ProviderSchemas>(real), readJson<BindingsRequest>(request));
  fs.writeFileSync(schema, `${JSON.stringify(trimmed)}\n`);
}

/** The generated files by path below `bindings/`, by cdktf's own generator. */
export async function generate(files: BindingsFiles): Promise<Readonly<Record<string, string>>> {
  const request = readJson<BindingsRequest>(files.request);
  const { source, version } = request;
  // cdktf's generator takes seconds to load, and asks Terraform for its version then.
  const { ConstructsMakerProviderTarget, LANGUAGES, TerraformProviderConstraint } = await import(
    "@cdktf/commons"
  );
  // The package's index wants a package that it does not declare.
  const { TerraformProviderGenerator } = await import(
    "@cdktf/provider-generator/lib/get/generator/provider-generator"
  );
  const { CodeMaker } = await import("codemaker");
  const generator = new TerraformProviderGenerator(new CodeMaker(), {
    ...readJson<ProviderSchemas>(files.schema),
    provider_versions: { [addressOf(request)]: version },
  } as ConstructorParameters<typeof TerraformProviderGenerator>[1]);
  const constraint = new TerraformProviderConstraint({ name: files.provider, source, version });
  const [typescript] = LANGUAGES;
  generator.generate(new ConstructsMakerProviderTarget(constraint, typescript as never));
  const output = fs.mkdtempSync(path.join(os.tmpdir(), "bindings-"));
  try {
    await generator.save(output);
    return readGenerated(path.join(output, "providers", files.provider));
  } finally {
    fs.rmSync(output, { recursive: true });
  }
}

/** Classes alone: no pages, and no index, since the platform imports classes one by one. */
function readGenerated(root: string): Readonly<Record<string, string>> {
  const sources = fs
    .readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && path.dirname(file) !== ".");
  return Object.fromEntries(
    // cdktf's output does not pass the project's strict flags; what calls it is checked all the same.
    sources.map((file) => [file, `// @ts-nocheck\n${fs.readFileSync(path.join(root, file), "utf8")}`]),
  );
}
