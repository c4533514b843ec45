import fs from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { InputError } from "../input-error";
import type { ProviderSchema } from "./types";

/**
 * Schemas that `terraform providers schema -json` printed, by provider address: every `*.json` and `*.json.gz` of a
 * folder. A file that is neither that nor readable is an error.
 */
export function readSchemaFolder(folder: string): Map<string, ProviderSchema> {
  let files: string[];
  try {
    files = fs.readdirSync(folder).filter((file) => /\.json(\.gz)?$/.test(file));
  } catch {
    throw new InputError(`--schemas ${folder}: no such folder`);
  }
  if (files.length === 0) {
    throw new InputError(
      `--schemas ${folder}: no *.json or *.json.gz; write one with 'terraform providers schema -json'`,
    );
  }
  return new Map(files.flatMap((file) => [...readSchemaFile(path.join(folder, file))]));
}

export function readSchemaFile(file: string): Map<string, ProviderSchema> {
  let content: { provider_schemas?: Record<string, Partial<ProviderSchema>> };
  try {
    const bytes = fs.readFileSync(file);
    content = JSON.parse((file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString()) as typeof content;
  } catch (error) {
    throw new InputError(`${file}: not a readable schema file (${(error as Error).message}); make it again`);
  }
  if (!content?.provider_schemas) {
    throw new InputError(
      `${file}: no 'provider_schemas'; expected the output of 'terraform providers schema -json'`,
    );
  }
  return new Map(
    Object.entries(content.provider_schemas).map(([address, schema]) => [
      address,
      {
        provider: schema.provider ?? { version: 0, block: {} },
        resource_schemas: schema.resource_schemas ?? {},
        data_source_schemas: schema.data_source_schemas ?? {},
      },
    ]),
  );
}
