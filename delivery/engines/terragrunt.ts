import type { Snapshot } from "../changes/snapshot";
import { units } from "./units";

const HEAD =
  "# Written by 'npm run engines -- terragrunt'. The workspace is what 'npm run synth' wrote beside it.\n";

/**
 * The content of `terragrunt.hcl` by workspace. The file lies beside the synthesized configuration and names no source, so that
 * Terragrunt works in place and relative paths hold. Outputs are read from states as ever: no `dependency` block, hence no mocked output
 * (https://terragrunt.gruntwork.io/docs/reference/hcl/blocks/#dependencies).
 */
export const terragrunt = (snapshot: Snapshot): ReadonlyMap<string, string> =>
  new Map(units(snapshot).map(({ id, after }) => [id, HEAD + dependencies(after)]));

const dependencies = (after: readonly string[]): string =>
  after.length === 0
    ? ""
    : `\ndependencies {\n  paths = [\n${after.map((id) => `    "../${id}",\n`).join("")}  ]\n}\n`;
