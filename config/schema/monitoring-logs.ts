import { quantity, record, text, url } from "./primitives";

const KEYS = { accessKey: "TF_VAR_logs_access_key", secretKey: "TF_VAR_logs_secret_key" };

/** A bucket that speaks S3; what opens it is the sensitive variables `logs_access_key` and `logs_secret_key`. */
const bucket = record(
  {
    name: text("a bucket's name", "meridian-logs", /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
    /** Where the bucket's server answers. */
    endpoint: url("where the bucket's server answers", "https://ewr1.vultrobjects.com", {
      schemes: ["https", "http"],
      secrets: "the variables TF_VAR_logs_access_key and TF_VAR_logs_secret_key hold the credentials",
    }),
    /** Part of what is signed; most servers besides Amazon's take any. @default "us-east-1" */
    region: text("a region of S3", "us-east-1", /^[a-z0-9-]{2,40}$/).default("us-east-1"),
  },
  KEYS,
);

/** Logs of all pods: Alloy reads them in every cluster, Loki keeps them, beside Prometheus: at the hub, where there is one. */
export const logs = record({
  /** How long lines are kept; Loki forgets whole days. @default "7d" */
  retention: text("a duration in days or weeks", "7d", /^[1-9]\d{0,3}[dw]$/).default("7d"),
  /** Size of Loki's volume. @default "10Gi" */
  storage: quantity("the size of Loki's volume", "10Gi", "1Gi").default("10Gi"),
  /** Where Loki keeps lines for good; its volume then holds the newest alone. @default - on its volume */
  bucket: bucket.optional(),
});
