import type { Construct } from "constructs";
import { secretVariable } from "../secret-variable";
import { VultrProvider } from "./bindings/provider";

/** Configures the vultr provider of a workspace. */
export const useVultr = (scope: Construct): void => {
  const apiKey = secretVariable(
    scope,
    "vultr_api_key",
    "API key of the Vultr account; it admits the addresses that Terraform runs from",
  );
  new VultrProvider(scope, "Vultr", { apiKey });
};
