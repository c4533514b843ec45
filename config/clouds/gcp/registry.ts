import type { Environment } from "../../schema/environment";

/** Host and path of the environment's registry in one of Google's regions. */
export const registryPath = (projectId: string, location: string, environment: string): string =>
  `${location}-docker.pkg.dev/${projectId}/${environment}`;

/** The registry that is nearest to a region of an environment: the one in the same place. */
export function registryIn(
  { infrastructure, regions, name }: Pick<Environment, "infrastructure" | "regions" | "name">,
  region: string,
): string | undefined {
  const network = regions[region]?.network;
  return infrastructure.kind === "gcp" && network?.kind === "gcp"
    ? registryPath(infrastructure.projectId, network.location, name)
    : undefined;
}
