import fs from "node:fs";
import path from "node:path";
import type { Configuration, Variable } from "./configuration";
import { inventString } from "./emulator/invent";
import { meeting } from "./emulator/marker";
import type { World } from "./emulator/world";
import { exampleOf } from "./type-constraint";

/**
 * Values for a workspace's variables, as environment variables. They are always invented: a user's own `TF_VAR_...` is
 * a secret more often than not, and a rehearsal needs none.
 */
export function variableValues(
  workspace: string,
  { variables, conditions }: Pick<Configuration, "variables" | "conditions">,
  world: World,
): Record<string, string> {
  return Object.fromEntries(
    variables
      .filter(({ name, hasDefault, sensitive }) => !hasDefault || sensitive || name in ACCEPTED)
      .map((variable) => {
        if (variable.name in ACCEPTED) return [`TF_VAR_${variable.name}`, ACCEPTED[variable.name] as string];
        const own = conditions.filter((condition) => condition.variable === variable.name);
        const expressions = own.map(({ expression }) => expression);
        return [`TF_VAR_${variable.name}`, value(workspace, variable, expressions, world)];
      }),
  );
}

/** Switches that a rehearsal sets, since nothing that it makes is real: documentation values may be planned. */
const ACCEPTED: Readonly<Record<string, string>> = { documentation_values: "accept" };

/** Puts files in place of those that variables' validations want, such as kubeconfigs; their content is not read. */
export function standIns(files: Configuration["files"], folder: string): Record<string, string> {
  for (const { file } of files) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), "");
  }
  return Object.fromEntries(files.map(({ variable }) => [`TF_VAR_${variable}`, folder]));
}

function value(
  workspace: string,
  { name, type, sensitive }: Variable,
  conditions: readonly RegExp[],
  world: World,
): string {
  const plausible = invented(name);
  const isMarked = sensitive && world.marks;
  const text = isMarked
    ? meeting(conditions, plausible, world.canary(`${workspace}: variable ${name}`))
    : plausible;
  const example = exampleOf(type, text);
  return typeof example === "string" ? example : JSON.stringify(example);
}

function invented(name: string): string {
  const subject = { type: "variable", values: {}, provider: {}, seed: name };
  return inventString(subject, { path: [name], index: 0, sensitive: false });
}
