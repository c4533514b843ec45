/**
 * Vultr's locations by its own names (https://www.vultr.com/api/#tag/region): `GET /v2/regions` lists 32.
 */
export const VULTR_LOCATIONS = [
  ...["ams", "atl", "blr", "bom", "cdg", "del", "dfw", "ewr"],
  ...["fra", "hnl", "icn", "itm", "jnb", "lax", "lhr", "mad"],
  ...["man", "mel", "mex", "mia", "nrt", "ord", "sao", "scl"],
  ...["sea", "sgp", "sjc", "sto", "syd", "tlv", "waw", "yto"],
] as const;

/** What a message says of a location that Vultr does not have. */
export const KNOWN_LOCATION = `expected a location of Vultr's, such as "ewr"; they are ${VULTR_LOCATIONS.join(", ")}`;
