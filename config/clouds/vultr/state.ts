import { z } from "zod";
import { flag, record, text } from "../../schema/primitives";

/**
 * A bucket of Vultr's object storage, which speaks S3, made by the workspace `state-<environment>`. Who reads or writes
 * gives the subscription's keys as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; no file holds them.
 */
export const objectStorage = record({
  kind: z.literal("vultr-object-storage"),
  /** Unique in all of Vultr (https://docs.vultr.com/products/cloud-storage/object-storage/limits). */
  bucket: text(
    "a bucket name, 3 to 63 lower-case letters, digits and dashes",
    "meridian-state",
    /^[a-z0-9](?:[a-z0-9]|-(?=[a-z0-9])){2,62}$/,
  ),
  /** The storage's name, which says where it is: `GET /v2/object-storage/clusters` lists them. */
  hostname: text(
    "the name of an object storage of Vultr's",
    "ewr1.vultrobjects.com",
    /^[a-z]{3}\d+\.vultrobjects\.com$/,
  ),
  /** What it costs and bears, by its slug: `GET /v2/object-storage/tiers` lists them. */
  tier: text("the slug of a tier of Vultr's object storage", "tier_010k_5000m", /^[a-z0-9_]{2,40}$/),
  /**
   * Whether Terraform locks a state by a file beside it. That takes a storage that refuses to write over what is there
   * (`If-None-Match: *`); Vultr's pages do not say whether it does.
   *
   * @default true
   */
  lockFile: flag().default(true),
});
