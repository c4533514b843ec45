import type { Cluster, Environment, Region } from "./schema/environment";

/*
 * What is where, without the names that clusters answer to: those follow from what clouds are like, and the rules of clouds
 * ask here.
 */

/** A cluster, and where it is. */
export type ClusterPlace = Cluster & { readonly name: string; readonly region: string };

/** Every cluster of an environment, in the order of its regions. */
export const placesOf = ({ regions }: Pick<Environment, "regions">): readonly ClusterPlace[] =>
  Object.entries(regions).flatMap(([region, { clusters }]) =>
    Object.entries(clusters).map(([name, cluster]) => ({ ...cluster, name, region })),
  );

/** The regions that serve users, by name. */
export const servingRegions = ({ regions }: Pick<Environment, "regions">): ReadonlyMap<string, Region> =>
  new Map(
    Object.entries(regions).filter(([, { clusters }]) =>
      Object.values(clusters).some(({ role }) => role === "api"),
    ),
  );

/** The region of what the cloud makes for workloads: a database, a cache. */
export const regionOf = (
  environment: Pick<Environment, "regions">,
  { region }: { readonly region?: string | undefined },
): string => region ?? ([...servingRegions(environment).keys()][0] as string); // a rule asks for it where there are several
