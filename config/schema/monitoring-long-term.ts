import { z } from "zod";
import { integer, quantity, record } from "./primitives";

/** Samples for years: Thanos keeps them in a bucket of the cloud's, beside those of the last days in Prometheus' own volume. */
export const longTerm = record({
  /** Days that samples are kept in the bucket. @default 365 */
  retentionDays: integer("days that samples are kept in the bucket", 14, 3650, 365).default(365),
  /** Two scrape the same and are shown as one, so that an upgrade of a node leaves no gap; they take twice as much. @default 1 */
  replicas: z
    .literal([1, 2], { error: "expected 1 or 2, the number of Prometheus that scrape the same" })
    .default(1),
  /** The volume in which blocks of samples are put together, once for a while. @default "10Gi" */
  workspace: quantity("the size of the volume for compaction", "10Gi", "1Gi").default("10Gi"),
});
