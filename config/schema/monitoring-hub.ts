import { z } from "zod";
import { expected, integer, name, record, text } from "./primitives";

/**
 * How samples wait to be sent (https://prometheus.io/docs/practices/remote_write/). The defaults suit a small node: a
 * shard holds up to `capacity` samples in memory.
 */
export const queue = record({
  /** Connections that send at the same time, at most. @default 4 */
  maximumShards: integer("the largest number of shards", 1, 200, 4).default(4),
  /** Samples that wait in a shard; three to ten times what is sent at once. @default 10000 */
  capacity: integer("the samples that wait in a shard", 100, 1_000_000, 10_000).default(10_000),
  /** @default 2000 */
  maximumSamplesPerSend: integer("the samples that are sent at once", 1, 100_000, 2000).default(2000),
  /** Seconds after which a smaller batch is sent as well. @default 5 */
  batchSendDeadlineSeconds: integer("seconds until a batch is sent", 1, 600, 5).default(5),
  /** Seconds between two attempts, at most. @default 30 */
  maximumBackoffSeconds: integer("seconds between two attempts", 1, 600, 30).default(30),
}).refine(({ capacity, maximumSamplesPerSend }) => capacity >= maximumSamplesPerSend, {
  error:
    "capacity is below maximumSamplesPerSend, so no batch would ever be full; expected 3 to 10 times as much",
});

const cluster = name("a cluster's name", "tooling");

/**
 * One cluster that keeps the samples of all. The others write to it over TLS, and prove themselves with certificates of the
 * platform's CA; there is no other way to write, and none without a certificate.
 */
export const hub = record({
  /** A cluster with the role `tooling`. */
  cluster,
  /** Clusters that keep their samples themselves, and write nothing. @default - all others write */
  standalone: z.array(cluster, expected("clusters' names", ["eu-west"])).default([]),
  /**
   * How much older than the newest of its series a sample may be: a writer that was cut off sends what it has kept.
   *
   * @default "30m"
   */
  outOfOrderWindow: text("a duration in minutes or hours", "30m", /^[1-9]\d{0,2}[mh]$/).default("30m"),
  /** How a writer's samples wait. */
  queue: queue.prefault({}),
});
