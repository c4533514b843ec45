import type { Unique } from "../world/unique";

export const CLOUDFLARE_UNIQUE: readonly Unique[] = [
  {
    types: /^cloudflare_dns_record$/,
    within: ["zone_id", "type", "name"],
    attributes: ["content"],
    says: "a record is there once",
    source:
      "https://developers.cloudflare.com/dns/manage-dns-records/troubleshooting/records-with-same-name/",
  },
  {
    types: /^cloudflare_zone_setting$/,
    within: ["zone_id"],
    attributes: ["setting_id"],
    says: "a zone has a setting once",
    source: "https://developers.cloudflare.com/api/resources/zones/subresources/settings/",
  },
];
