import type { App } from "cdktf";
import type { Environment } from "../../config/schema/environment";
import { edgeCluster } from "../../config/topology";
import { Admission } from "../../constructs/azure/admission";
import { useAzure } from "../../constructs/azure/provider";
import type { Infrastructure } from "../infrastructure";
import { k3sClusters } from "./clusters";
import type { AzureInfrastructure, K3sCluster } from "./configuration";
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
  const edge = edgeCluster(environment) as K3sCluster;
  const edgeNetwork = networks.get(edge.region) as NetworkStack;
  return {
    clusters: k3sClusters(app, environment, infrastructure, networks),
    admitToEdge: (stack, cidrs) => {
      useAzure(stack, infrastructure.subscriptionId);
      new Admission(stack, "AdmitCloudflare", {
        ...edgeNetwork.securityGroupOf(edge.name, stack),
        name: "cloudflare-https",
        port: 443,
        from: cidrs,
        reason: "Cloudflare passes users on; nobody else may call, since anybody could claim a country",
      });
    },
  };
}
