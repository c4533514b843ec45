import { servingRegions } from "../places";
import type { Problem } from "../problem";
import type { Environment } from "../schema/environment";
import { anyOf } from "../schema/primitives";

/** What is wrong with the regions of what the cloud makes for workloads: each is one that serves users, and is said where several do. */
export function regionProblems(
  environment: Environment,
  kind: "databases" | "caches",
  made: readonly (readonly [name: string, { readonly region?: string | undefined }])[],
): readonly Problem[] {
  const serving = [...servingRegions(environment).keys()];
  return made
    .filter(([, { region }]) => (region === undefined ? serving.length > 1 : !serving.includes(region)))
    .map(([name, { region }]) => ({
      path: [kind, name, "region"],
      message: `${region === undefined ? "several regions serve users" : "no region of this name serves users"}; expected ${anyOf(serving)}`,
    }));
}
