import { z } from "zod";
import { choice, integer, privateNetwork, record } from "../../schema/primitives";
import { AWS_REGIONS } from "./regions";

/** A VPC of its own in an AWS region: a private and a public subnet in every zone. */
const schema = record({
  kind: z.literal("aws"),
  /** AWS' name of the region; one that has both EKS and Global Accelerator. */
  location: z.enum(AWS_REGIONS, {
    error: `expected an AWS region with EKS and Global Accelerator, such as "eu-central-1"; they are ${AWS_REGIONS.join(", ")}`,
  }),
  /** The VPC's addresses, of which every subnet gets a sixteenth. No two regions may overlap. */
  cidr: privateNetwork("the region's network", "10.10.0.0/16", 16, 20),
  /** Availability zones; EKS wants two at least. @default 3 */
  zones: integer("the number of availability zones", 1, 6, 3).default(3),
  /** `single` costs less, `per-zone` outlives the loss of a zone. @default "single" */
  nat: choice("single", "per-zone").default("single"),
});

export const network = {
  schema,
  example: { kind: "aws", location: "eu-central-1", cidr: "10.10.0.0/16" },
} as const;
