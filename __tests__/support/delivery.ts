import aws from "../../config/environments/aws";
import { parseEnvironment } from "../../config/parse";
import type { Environment, EnvironmentInput } from "../../config/schema/environment";
import {
  type DeliveryCluster,
  deliveryTree,
  firstVersionsFile,
  type Tree,
  versionsFile,
} from "../../constructs/gitops/tree";

type WorkloadInput = EnvironmentInput["workloads"][number];
type ServiceInput = WorkloadInput["services"][number];

export const REPOSITORY: NonNullable<EnvironmentInput["gitops"]>["repository"] = {
  access: "public",
  url: "https://github.com/example-org/meridian",
};

/** The first service of the first workload, as an environment file writes it. */
export const firstService = (input: EnvironmentInput): ServiceInput =>
  input.workloads[0]?.services[0] as ServiceInput;

/** `aws` as S3 had it: plain HTTP through the gateway, delivered by Flux, tried by Flagger; with changes. */
export function delivered(change: (input: EnvironmentInput) => void = () => {}): Environment {
  const input = structuredClone(aws);
  input.gitops = { repository: REPOSITORY };
  input.certificates = { kind: "none" };
  (input.workloads[0] as WorkloadInput).delivery = "flux";
  Object.assign(firstService(input), { protocol: "http", exposure: "http", port: 8080, canary: {} });
  change(input);
  return parseEnvironment(input, "aws");
}

/** A cluster as the ones of `aws` are. */
export const CLUSTER: DeliveryCluster = {
  name: "central",
  region: "central",
  traits: { ingress: "gateway", certificateVolume: "memory", registry: "registry.invalid" },
};

/** The files of an environment in clusters like those of `aws`, with the versions' file as it begins. */
export const treeOf = (
  delivered: Environment,
  clusters: readonly DeliveryCluster[] = [CLUSTER, { ...CLUSTER, name: "west", region: "west" }],
): Tree => ({
  ...deliveryTree(delivered, clusters),
  [versionsFile(delivered.name)]: firstVersionsFile(delivered),
});
