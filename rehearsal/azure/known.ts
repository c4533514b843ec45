import type { KnownAtPlan } from "../rules/known";

export const AZURE_KNOWN: readonly KnownAtPlan[] = [
  {
    types: /^provider\.azurerm$/,
    attribute: "subscription_id",
    at: "configure",
    says: "where the provider demands it; state it, or leave it to ARM_SUBSCRIPTION_ID",
    source:
      "https://github.com/hashicorp/terraform-provider-azurerm/blob/v4.75.0/internal/provider/provider.go#L430",
  },
];
