import { z } from "zod";
import { cidr, expected, record } from "../../schema/primitives";
import { KNOWN_LOCATION, VULTR_LOCATIONS } from "./locations";

/** A VPC of its own in a location of Vultr's. */
const schema = record({
  kind: z.literal("vultr"),
  /** Vultr's name of the place. */
  location: z.enum(VULTR_LOCATIONS, { error: KNOWN_LOCATION }),
  /** The VPC's addresses. No two regions may overlap, and none may take those of pods and Services. */
  cidr: cidr("the region's network", "10.10.0.0/20").refine(
    (value) => /\/(?:1[6-9]|2[0-8])$/.test(value),
    expected("a network between /16 and /28", "10.10.0.0/20"),
  ),
});

export const network = {
  schema,
  example: { kind: "vultr", location: "ewr", cidr: "10.10.0.0/20" },
} as const;
