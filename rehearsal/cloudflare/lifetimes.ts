import type { Lifetime } from "../rules/lifetime";

const code = (service: string) =>
  `https://github.com/cloudflare/terraform-provider-cloudflare/blob/v5.22.0/internal/services/${service}/schema.go`;

/** `RequiresReplace`, as the provider's schemas have it. */
export const CLOUDFLARE_LIFETIMES: readonly Lifetime[] = [
  { type: "cloudflare_dns_record", replacedBy: ["zone_id", "type"], source: code("dns_record") },
  { type: "cloudflare_zone_setting", replacedBy: ["zone_id", "setting_id"], source: code("zone_setting") },
  {
    type: "cloudflare_origin_ca_certificate",
    replacedBy: ["csr", "request_type", "hostnames", "requested_validity"],
    source: code("origin_ca_certificate"),
  },
  {
    type: "cloudflare_authenticated_origin_pulls_certificate",
    replacedBy: ["zone_id", "certificate"],
    source: code("authenticated_origin_pulls_certificate"),
  },
  {
    type: "cloudflare_authenticated_origin_pulls_settings",
    replacedBy: ["zone_id"],
    source: code("authenticated_origin_pulls_settings"),
  },
];
