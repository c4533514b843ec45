import { keepingOf } from "../hub";
import { placesOf } from "../places";
import type { Environment } from "../schema/environment";
import type { PlacedCluster } from "../topology";
import type { ClusterTraits } from "../traits";
import { aws } from "./aws";
import { azure } from "./azure";
import type { Cloud, ClusterKind, Fits } from "./cloud";
import { existing } from "./existing";
import { gcp } from "./gcp";
import { vultr } from "./vultr";

/** Every cloud by its name, in the order in which messages list them. To add one is to add a folder and a line here. */
export const clouds = { existing, azure, aws, vultr, gcp } as const satisfies Readonly<Record<string, Cloud>>;

export type CloudName = keyof typeof clouds;

/** The kinds of which a cloud may have several, or none. */
type Part = "clusters" | "networks" | "balancers" | "dns" | "certificates" | "states";

/** What all clouds together have of a part. */
export const everyCloud = <Name extends Part>(
  part: Name,
): readonly (typeof clouds)[CloudName][Name][number][] =>
  Object.values(clouds).flatMap((cloud): (typeof clouds)[CloudName][Name][number][] => [...cloud[part]]);

/** The cloud that an environment is on. */
export const cloudOf = ({ infrastructure }: Pick<Environment, "infrastructure">): Cloud =>
  clouds[infrastructure.kind];

/** What can be done on the cloud that an environment is on, with clusters of its kinds. */
export const fitsOf = (environment: Pick<Environment, "infrastructure" | "regions">): Fits => {
  const { fits, clusters }: Cloud = cloudOf(environment);
  const used = new Set<string>(placesOf(environment).map(({ kind }) => kind));
  const own = clusters.filter(({ schema }) => used.has(schema.shape.kind.value)).map((kind) => kind.fits);
  return Object.assign({}, fits, ...own);
};

/** What everything that runs in a cluster notices of it. */
export function traitsOf(environment: Environment, cluster: PlacedCluster): ClusterTraits {
  const kinds: readonly ClusterKind[] = cloudOf(environment).clusters;
  const kind = kinds.find(({ schema }) => schema.shape.kind.value === cluster.kind) as ClusterKind;
  return {
    ...kind.traits(environment, cluster),
    prometheus: keepingOf(environment, cluster.name) === "none" ? "prometheus-agent" : "prometheus",
  };
}
