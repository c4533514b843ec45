import { AzurermProvider, type AzurermProviderConfig } from "@cdktf/provider-azurerm/lib/provider";
import type { Construct } from "constructs";

/** What the platform uses of Azure. */
const SERVICES = ["Microsoft.Compute", "Microsoft.Network", "Microsoft.Storage"];

/**
 * For storage accounts without keys. The provider would besides read properties of queues and websites, which needs rights that
 * nothing else here needs.
 */
export const WITHOUT_ACCOUNT_KEYS = {
  features: [{ storage: [{ dataPlaneAvailable: false }] }],
  storageUseAzuread: true,
};

/**
 * Configures the azurerm provider of a workspace. It signs in as the Azure CLI does (`az login`), or by the `ARM_*`
 * variables of a CI job's OpenID Connect identity: there is no secret to hand over.
 *
 * @param settings - what differs from a workspace of machines and networks
 */
export function useAzure(
  scope: Construct,
  subscriptionId: string,
  {
    services = [],
    ...settings
  }: Pick<AzurermProviderConfig, "features" | "storageUseAzuread"> & {
    readonly services?: readonly string[];
  } = {},
): void {
  new AzurermProvider(scope, "Azure", {
    subscriptionId,
    features: [{}],
    // The provider would register some 70 services in the subscription; these are the ones in use.
    resourceProviderRegistrations: "none",
    resourceProvidersToRegister: [...SERVICES, ...services],
    ...settings,
  });
}
