import type { App } from "cdktf";
import { imagesOf, repositoryOf } from "../../config/registry";
import type { Environment } from "../../config/schema/environment";
import type { Infrastructure } from "../infrastructure";
import { certificatesInClusters, hubCertificatesInClusters } from "../issuers/certificates";
import { PkiStack } from "../issuers/pki-stack";
import { vkeClusters } from "./clusters";
import type { VultrInfrastructure } from "./configuration";
import { NetworkStack } from "./network-stack";
import { RegistryStack } from "./registry-stack";
import { StateStack } from "./state-stack";

/** Defines the bucket of the state, where the configuration asks for one, the registry, the platform's CA, a network for every region, and the clusters with their add-ons. */
export function vultrInfrastructure(
  app: App,
  environment: Environment,
  infrastructure: VultrInfrastructure,
): Infrastructure {
  const { state } = environment;
  if (state.kind === "vultr-object-storage") new StateStack(app, { environment, state });
  if (usesRegistry(environment)) new RegistryStack(app, { environment, infrastructure });
  const hasAuthority =
    environment.certificates.kind === "private-ca" || environment.monitoring.hub !== undefined;
  const pki = hasAuthority ? new PkiStack(app, environment) : undefined;
  const networks = new Map(
    Object.entries(environment.regions).flatMap(([region, { network }]) =>
      network?.kind !== "vultr"
        ? []
        : [[region, { network, networkStack: new NetworkStack(app, { environment, region, network }) }]],
    ),
  );
  return {
    clusters: vkeClusters(app, { environment, infrastructure, networks, pki }),
    certificates: certificatesInClusters(environment, pki),
    ...(pki ? { hubCertificates: hubCertificatesInClusters(environment, pki) } : {}),
  };
}

/** Whether an image of some workload is held there. */
const usesRegistry = ({ workloads }: Environment): boolean =>
  workloads.flatMap(imagesOf).some(({ image }) => repositoryOf(image) !== undefined);
