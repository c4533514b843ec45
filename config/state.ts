import { cloudOf } from "./clouds";
import type { Environment, State } from "./schema/environment";

/**
 * Where a workspace keeps its state.
 *
 * @param region - the region that the workspace belongs to, if any
 */
export const stateOf = (
  environment: Pick<Environment, "infrastructure" | "state" | "regions">,
  region?: string,
): State => (region === undefined ? environment.state : cloudOf(environment).stateIn(environment, region));
