import { z } from "zod";
import { privateNetwork, record } from "../../schema/primitives";
import { GCP_LOCATIONS, KNOWN_LOCATION } from "./locations";

/** A VPC of its own in one of Google's regions: one subnet for nodes, with ranges for pods and Services. */
const schema = record({
  kind: z.literal("gcp"),
  /** Google's name of the region. */
  location: z.enum(GCP_LOCATIONS, { error: KNOWN_LOCATION }),
  /** The nodes' addresses. No two regions may overlap. */
  cidr: privateNetwork("the nodes' network", "10.10.0.0/16", 8, 26),
  /** A /24 for each node, of which it gives addresses to 110 pods at most. */
  pods: privateNetwork("the pods' network", "10.11.0.0/16", 8, 21),
  /** Every Service has one. */
  services: privateNetwork("the Services' network", "10.12.0.0/16", 16, 27),
});

export const network = {
  schema,
  example: {
    kind: "gcp",
    location: "us-central1",
    cidr: "10.10.0.0/16",
    pods: "10.11.0.0/16",
    services: "10.12.0.0/16",
  },
} as const;
