import { z } from "zod";
import { everyCloud } from "../clouds";
import { flag, integer, name, oneKindOf, record, text } from "./primitives";

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
  /** Which region answers a request. */
  routing: oneKindOf("routing", [roundRobin, geo]),
  /** How it is found out that a region answers no longer. */
  healthCheck: healthCheck.prefault({}),
  /** Seconds until a connection to a region counts as failed; Traefik's own 30 are too slow for failover. @default 3 */
  dialTimeoutSeconds: integer("seconds until a connection counts as failed", 1, 60, 3).default(3),
});

/** No balancer: every cluster that serves users is an entry point of its own. */
const none = record({ kind: z.literal("none") });

/** The global entry point. */
export const balancer = oneKindOf("a balancer", [
  traefik,
  none,
  ...everyCloud("balancers").map(({ schema }) => schema),
]);
