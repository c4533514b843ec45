import { z } from "zod";
import { choice, integer, name, record } from "../../schema/primitives";

const endpoint = record({
  /** Share among the clusters of the region, which stand for one endpoint each. 0 takes a cluster out. @default 128 */
  weight: integer("an endpoint's weight", 0, 255, 128).default(128),
  /** Percentage of the users for whom the region is nearest; the others go to the next region. @default 100 */
  dial: integer("a region's traffic dial", 0, 100, 100).default(100),
});

/** Every region serves the users that are nearest to it. */
const nearest = record({
  kind: z.literal("nearest"),
  /** What is different for a region. @default - weight 128 and dial 100 for every region */
  endpoints: z
    .record(name("a region", "central"), endpoint, {
      error: 'expected settings by region, such as { "central": { "weight": 128, "dial": 100 } }',
    })
    .default({}),
});

/**
 * One region serves all users; the others wait with a dial of 0. Failover ignores the dial: once no cluster of the first
 * region is healthy, they serve, and stop when it is back.
 */
const warmStandby = record({
  kind: z.literal("warm-standby"),
  /** The region that serves. */
  primary: name("a region", "central"),
});

/** AWS Global Accelerator before the network load balancers of the clusters. */
const schema = record({
  kind: z.literal("global-accelerator"),
  /** Which region answers a request. */
  routing: z
    .discriminatedUnion("kind", [nearest, warmStandby], {
      error: 'expected routing with kind "nearest" or "warm-standby"',
    })
    .prefault({ kind: "nearest" }),
  /** `source-ip` keeps a user at one endpoint; `none` spreads connections. @default "source-ip" */
  clientAffinity: choice("source-ip", "none").default("source-ip"),
});

export const globalAccelerator = { schema, sharesOneName: true } as const;
