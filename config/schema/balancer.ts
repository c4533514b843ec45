import { z } from "zod";
import { choice, flag, integer, name, record, text } from "./primitives";

/** Every region in turn, without those that are down. */
const roundRobin = record({ kind: z.literal("round-robin") });

/** By the country that Cloudflare finds for the caller's address. */
const geo = record({
  kind: z.literal("geo"),
  /** Serves every country that no region lists, a missing or unknown country, and Tor. */
  defaultRegion: name("a region", "eu"),
  /**
   * Whether the other regions, in the order of the configuration, serve the users of one that is down. `false` keeps
   * every user's data at home: the answer is 503 then.
   *
   * @default true
   */
  failover: flag().default(true),
});

/** What may stand in a URL's path and query. Braces may not: Traefik would take two of them for a template. */
const PATH = /^\/[\w.~!$&'()*+,;=:@%/?-]*$/;

const healthCheck = record({
  /** A region is up while this answers 200. @default "/health" */
  path: text("a path", "/health", PATH).default("/health"),
  /** Seconds between two checks. A region that dies is noticed after one interval and one timeout at most. @default 5 */
  intervalSeconds: integer("seconds between two checks", 1, 300, 5).default(5),
  /** @default 2 */
  timeoutSeconds: integer("seconds that a check may take", 1, 60, 2).default(2),
});

/** Traefik on the edge cluster. */
const traefik = record({
  kind: z.literal("traefik"),
  routing: z.discriminatedUnion("kind", [roundRobin, geo], {
    error: 'expected routing with kind "round-robin" or "geo"',
  }),
  healthCheck: healthCheck.prefault({}),
  /** Seconds until a connection to a region counts as failed; Traefik's own 30 are too slow for failover. @default 3 */
  dialTimeoutSeconds: integer("seconds until a connection counts as failed", 1, 60, 3).default(3),
});

/** How much of the traffic that AWS sends to a region it gets. */
const endpoint = record({
  /** Share among the clusters of the region, which stand for one endpoint each. 0 takes a cluster out. @default 128 */
  weight: integer("an endpoint's weight", 0, 255, 128).default(128),
  /** Percentage of the users for whom the region is nearest; the others go to the next region. @default 100 */
  dial: integer("a region's traffic dial", 0, 100, 100).default(100),
});

/** Every region serves the users that are nearest to it. */
const nearest = record({
  kind: z.literal("nearest"),
  /** @default - weight 128 and dial 100 for every region */
  endpoints: z
    .record(name("a region", "central"), endpoint, {
      error: 'expected settings by region, such as { "central": { "weight": 128, "dial": 100 } }',
    })
    .default({}),
});

/**
 * One region serves everybody; the others wait with a dial of 0. Failover ignores the dial: once no cluster of the first
 * region is healthy, they serve, and stop when it is back.
 */
const warmStandby = record({
  kind: z.literal("warm-standby"),
  /** The region that serves. */
  primary: name("a region", "central"),
});

/** AWS Global Accelerator before the network load balancers of the clusters. */
const globalAccelerator = record({
  kind: z.literal("global-accelerator"),
  routing: z
    .discriminatedUnion("kind", [nearest, warmStandby], {
      error: 'expected routing with kind "nearest" or "warm-standby"',
    })
    .prefault({ kind: "nearest" }),
  /** `source-ip` keeps a user at one endpoint; `none` spreads connections. @default "source-ip" */
  clientAffinity: choice("source-ip", "none").default("source-ip"),
});

/** The global entry point. */
export const balancer = z.discriminatedUnion("kind", [traefik, globalAccelerator], {
  error: 'expected a balancer with kind "traefik" or "global-accelerator"',
});
