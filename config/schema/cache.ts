import { z } from "zod";
import { variable } from "./container";
import { byName, choice, expected, flag, integer, name, record } from "./primitives";

/** A cache that the cloud runs, reached by private addresses: what is in it may be lost at any moment. */
export const cache = record({
  /** What it speaks is Redis' protocol. @default "valkey" */
  engine: z.literal("valkey", { error: 'expected "valkey"' }).default("valkey"),
  /** The version of Valkey. @default "8.0" */
  version: choice("7.2", "8.0").default("8.0"),
  /** The least that it has; a cloud takes the smallest of its machines that has it. @default 1 */
  memoryGiB: integer("GiB of memory", 1, 1024, 1).default(1),
  /** `regional` outlives the loss of a zone, and costs twice as much. @default "zonal" */
  availability: choice("zonal", "regional").default("zonal"),
  /** Whether the cloud refuses to delete it, to Terraform as well. @default false */
  deletionProtection: flag().default(false),
  /** The services that use it, by the name of their workload. */
  usedBy: byName(
    "who uses the cache",
    { lofocats: ["lofocats-ui"] },
    name("a workload's name", "lofocats", 30),
    z
      .array(name("a service", "lofocats-ui", 30), expected("a list of services", ["lofocats-ui"]))
      .min(1, expected("at least one service", ["lofocats-ui"])),
  ),
  /** The environment variable that holds its URL, in each of them. @default "REDIS_URL" */
  variable: variable.default("REDIS_URL"),
  /** Where it is. @default - in the only region that serves users */
  region: name("a region's name", "us").optional(),
});
