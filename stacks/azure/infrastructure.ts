import type { App } from "cdktf";
import { Construct } from "constructs";
import type { Environment } from "../../config/schema/environment";
import { clustersWithRole } from "../../config/topology";
import { Admission } from "../../constructs/azure/admission";
import { useAzure } from "../../constructs/azure/provider";
import type { Infrastructure } from "../infrastructure";
import { k3sClusters } from "./clusters";
import type { AzureInfrastructure } from "./configuration";
import { NetworkStack } from "./network-stack";
import { StateStack } from "./state-stack";

/** Defines the storage of the state, where it is in Azure, a network for every region, and a node for every cluster. */
export function azureInfrastructure(
  app: App,
  environment: Environment,
  infrastructure: AzureInfrastructure,
): Infrastructure {
  const { state } = environment;
  if (state.kind === "azurerm") new StateStack(app, { environment, infrastructure, state });

  const networks = new Map(
    Object.entries(environment.regions).flatMap(([region, { network }]) =>
      network?.kind !== "azure"
        ? []
        : [[region, new NetworkStack(app, { environment, infrastructure, region, network })]],
    ),
  );
  const edges = clustersWithRole(environment, "edge").map(({ name, region }) => ({
    name,
    network: networks.get(region) as NetworkStack,
  }));
  return {
    clusters: k3sClusters(app, environment, infrastructure, networks, edges),
    admitToEdge: (stack, cidrs) => {
      useAzure(stack, infrastructure.subscriptionId);
      const further = new Construct(stack, "AdmitFurther");
      for (const [position, { name, network }] of edges.entries()) {
        new Admission(position === 0 ? stack : further, position === 0 ? "AdmitCloudflare" : name, {
          ...network.securityGroupOf(name, stack),
          name: "cloudflare-https",
          port: 443,
          from: cidrs,
          reason: "Cloudflare passes users on; nobody else may call, since anybody could claim a country",
        });
      }
    },
  };
}
