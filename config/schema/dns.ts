import { z } from "zod";
import { everyCloud } from "../clouds";
import { choice, flag, oneKindOf, record, text } from "./primitives";

/** Names are resolved by the users' own hosts file. */
const hostsFile = record({ kind: z.literal("hosts-file") });

/** Records in a Cloudflare zone: the load balancer proxied, the regions DNS only. */
const cloudflare = record({
  kind: z.literal("cloudflare"),
  zoneId: text(
    "a Cloudflare zone id, 32 hexadecimal digits",
    "0123456789abcdef0123456789abcdef",
    /^[0-9a-f]{32}$/,
  ),
  /**
   * Whether Terraform sets the zone's TLS mode, minimum TLS version and IP geolocation. They hold for every name in the
   * zone: leave this off where the zone serves others, and set them by hand.
   *
   * @default false
   */
  manageZone: flag().default(false),
  /** Lowest TLS version between users and Cloudflare, where the zone is managed. */
  minimumTls: choice("1.2", "1.3").default("1.2"),
});

/** No records: users call the entry point by the name that its cloud gives it, or by one that you lead there yourself. */
const none = record({ kind: z.literal("none") });

/** Who knows the names of clusters and entry point. */
export const dns = oneKindOf("dns", [hostsFile, cloudflare, none, ...everyCloud("dns")]);
