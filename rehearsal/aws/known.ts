import type { KnownAtPlan } from "../rules/known";

export const AWS_KNOWN: readonly KnownAtPlan[] = [
  {
    types: /^provider\.aws$/,
    attribute: "region",
    at: "configure",
    says: "where the provider demands it; state it as text",
    source: "https://registry.terraform.io/providers/hashicorp/aws/latest/docs#aws-configuration-reference",
  },
];
