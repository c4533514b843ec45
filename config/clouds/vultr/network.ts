import { z } from "zod";
import { privateNetwork, record } from "../../schema/primitives";
import { KNOWN_LOCATION, VULTR_LOCATIONS } from "./locations";

/** A VPC of its own in a location of Vultr's. */
const schema = record({
  kind: z.literal("vultr"),
  /** Vultr's name of the place. */
  location: z.enum(VULTR_LOCATIONS, { error: KNOWN_LOCATION }),
  /** The VPC's addresses. No two regions may overlap, and none may take those of pods and Services. */
  cidr: privateNetwork("the region's network", "10.10.0.0/20", 16, 28),
});

export const network = {
  schema,
  example: { kind: "vultr", location: "ewr", cidr: "10.10.0.0/20" },
} as const;
