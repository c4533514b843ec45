import { environments } from "../../config/environments";
import { parseEnvironment } from "../../config/parse";
import type { Environment, EnvironmentInput } from "../../config/schema/environment";

type Region = EnvironmentInput["regions"][string];
type Cluster = Region["clusters"][string];

/** The environments that are measured with many regions: one without a cloud, one with every kind of workspace. */
export type Measured = "local" | "azure";

/** A shipped environment with this many regions, each with one API cluster; the first also has the edge cluster. */
export function withRegions(name: Measured, count: number): Environment {
  const input = structuredClone(environments[name]) as EnvironmentInput;
  const clusters = Object.values(input.regions).flatMap((region) => Object.entries(region.clusters));
  const edge = clusters.filter(([, { role }]) => role === "edge");
  input.regions = Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const region = REGION[name](index);
      return [
        `r${index}`,
        index > 0 ? region : { ...region, clusters: { ...region.clusters, ...Object.fromEntries(edge) } },
      ];
    }),
  );
  if (input.balancer.kind === "traefik" && input.balancer.routing.kind === "geo") {
    input.balancer.routing.defaultRegion = "r0";
  }
  return parseEnvironment(input, `${name} with ${count} regions`);
}

const REGION: Readonly<Record<Measured, (index: number) => Region>> = {
  local: (index) => ({
    clusters: clusterOf(index, {
      kind: "existing",
      role: "api",
      address: `10.0.${index}.10`,
      host: `api.r${index}`,
    }),
  }),
  azure: (index) => ({
    network: { kind: "azure", location: "westeurope", cidr: `10.${100 + index}.0.0/16` },
    clusters: clusterOf(index, { kind: "k3s", role: "api" }),
  }),
};

const clusterOf = (index: number, cluster: Cluster): Region["clusters"] => ({ [`r${index}`]: cluster });
