import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import type { Construct } from "constructs";
import { secretVariable } from "../secret-variable";

/** Configures the cloudflare provider of a workspace, with the token of `TF_VAR_cloudflare_api_token`. */
export function useCloudflare(scope: Construct): void {
  new CloudflareProvider(scope, "Cloudflare", {
    apiToken: secretVariable(
      scope,
      "cloudflare_api_token",
      "Cloudflare API token for the zone: DNS Write, SSL and Certificates Write, and Zone Settings Write where the zone is managed",
    ),
  });
}
