import { z } from "zod";
import { privateNetwork, record } from "../../schema/primitives";
import { location } from "./location";

/** A virtual network of its own in an Azure location. */
const schema = record({
  kind: z.literal("azure"),
  location,
  /**
   * The network's addresses, of which every cluster gets a sixteenth. No two regions may overlap, and none may take the
   * addresses of K3s' pods and services, 10.42.0.0/15.
   */
  cidr: privateNetwork("the region's network", "10.10.0.0/16", 8, 24),
});

export const network = {
  schema,
  example: { kind: "azure", location: "westeurope", cidr: "10.10.0.0/16" },
} as const;
