import fs from "node:fs";
import path from "node:path";
import { AWS_REGIONS, type AwsRegion } from "../../config/clouds/aws/regions";
import { environments } from "../../config/environments";
import type { EnvironmentInput } from "../../config/schema/environment";

type Region = EnvironmentInput["regions"][string];
type Cluster = Region["clusters"][string];

/** The environments that are measured with many regions: without a cloud, with virtual machines, with a cloud's clusters. */
export type Measured = keyof typeof REGION;

/** Gives a checkout an overlay, after which an environment has this many regions, each with one cluster. */
export function writeRegions(checkout: string, name: Measured, count: number): void {
  const file = path.join(checkout, "config/environments", `${name}.overlay.ts`);
  fs.writeFileSync(file, `export default ${JSON.stringify(overlay(name, count))};\n`);
}

/** The shipped regions go, but for the cluster of the balancer, which moves into the first of the others. */
function overlay(name: Measured, count: number): object {
  const { regions, balancer } = environments[name] as EnvironmentInput;
  const edge = Object.values(regions)
    .flatMap(({ clusters }) => Object.entries(clusters))
    .filter(([, { role }]) => role === "edge");
  const measured = Array.from({ length: count }, (_, index) => {
    const { clusters, ...region } = REGION[name](index);
    return [
      `r${index}`,
      { ...region, clusters: index > 0 ? clusters : { ...clusters, ...Object.fromEntries(edge) } },
    ];
  });
  const gone = Object.keys(regions).map((region) => [region, null]);
  const isGeo = balancer.kind === "traefik" && balancer.routing.kind === "geo";
  return {
    regions: Object.fromEntries([...gone, ...measured]),
    ...(isGeo ? { balancer: { routing: { defaultRegion: "r0" } } } : {}),
  };
}

const REGION = {
  local: (index: number): Region => ({
    clusters: clusterOf(index, {
      kind: "existing",
      role: "api",
      address: `10.0.${index}.10`,
      host: `api.r${index}`,
    }),
  }),
  azure: (index: number): Region => ({
    network: { kind: "azure", location: "westeurope", cidr: network(index) },
    clusters: clusterOf(index, { kind: "k3s", role: "api" }),
  }),
  aws: (index: number): Region => ({
    network: { kind: "aws", location: AWS_REGIONS[index] as AwsRegion, cidr: network(index), zones: 2 },
    clusters: clusterOf(index, { kind: "eks", role: "api" }),
  }),
};

/** Networks that lie side by side, beside those of pods and services. */
const network = (index: number): string => `10.${64 + Math.floor(index / 16)}.${(index % 16) * 16}.0/20`;

const clusterOf = (index: number, cluster: Cluster): Region["clusters"] => ({ [`r${index}`]: cluster });
