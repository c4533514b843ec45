import type { Environment, State } from "./schema/environment";

/**
 * Where a workspace keeps its state: one bucket for all, or for those that belong to a region a bucket there.
 *
 * @param region - the region that the workspace belongs to, if any
 */
export function stateOf({ state, regions }: Pick<Environment, "state" | "regions">, region?: string): State {
  const network = region === undefined ? undefined : regions[region]?.network;
  if (state.kind !== "s3" || !state.regional || network?.kind !== "aws") return state;
  return { ...state, bucket: `${state.bucket}-${region}`, location: network.location };
}
