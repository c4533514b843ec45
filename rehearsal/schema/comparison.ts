import path from "node:path";
import { readConfiguration } from "../configuration";
import { readManifest, select } from "../manifest";
import type { StageOptions } from "../stage";
import type { Difference } from "./compare";
import { SchemaSource } from "./source";

/** How derived and real schemas differ for the types that environments use, each difference once. */
export async function compare(options: StageOptions): Promise<Difference[]> {
  const schemas = new SchemaSource(options.project, options.schemas);
  const differences = new Map<string, Difference>();
  for (const { file } of select(readManifest(options.folder), options.environments, options.workspaces)) {
    const { requirements } = await readConfiguration(path.join(options.folder, file));
    for (const difference of requirements.flatMap((requirement) => schemas.compare(requirement))) {
      differences.set(`${difference.type} ${difference.path} ${difference.what}`, difference);
    }
  }
  return [...differences.values()];
}
