import fs from "node:fs";
import path from "node:path";
import { ConfigurationError } from "../config/problem";
import { program, run } from "./program";
import { type BindingsFiles, generate, providersWithBindings, trim } from "./provider-bindings";

async function write(files: BindingsFiles): Promise<void> {
  const generated = await generate(files);
  fs.rmSync(files.bindings, { recursive: true, force: true });
  for (const [file, text] of Object.entries(generated)) {
    const target = path.join(files.bindings, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  }
  console.error(
    `${files.provider}: ${Object.keys(generated).length} files in constructs/${files.provider}/bindings`,
  );
}

/** @throws ConfigurationError that lists every name without a request, and those that have one */
function named(names: readonly string[]): readonly BindingsFiles[] {
  const known = providersWithBindings();
  const unknown = names.filter((name) => !known.some(({ provider }) => provider === name));
  if (unknown.length > 0) {
    const list = known.map(({ provider }) => provider).join(", ");
    const message = (name: string) =>
      `no ${name}.bindings.json is below constructs/; expected one or more of ${list}`;
    throw new ConfigurationError(
      "arguments",
      unknown.map((name) => ({ path: [], message: message(name) })),
    );
  }
  return names.length === 0 ? known : known.filter(({ provider }) => names.includes(provider));
}

const command = program(
  "bindings",
  "Generates the classes of providers that have no package on npm, from constructs/**/*.bindings.json.",
)
  .argument("[providers...]", "which; all by default")
  .option(
    "--schemas <folder>",
    "first trim <provider>.json[.gz] of this folder, which `terraform providers schema -json` wrote",
  )
  .action(async (names: string[], { schemas }: { readonly schemas?: string }) => {
    for (const files of named(names)) {
      if (schemas) trim(files, schemas);
      await write(files);
    }
  });

void run(command);
