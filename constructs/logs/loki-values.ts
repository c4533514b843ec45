import { resources } from "../kubernetes/resources";

/** Where Loki answers inside of its namespace. */
export const LOKI_PORT = 3100;
export const LOKI = `http://loki:${LOKI_PORT}`;

/** Where it takes lines (https://grafana.com/docs/loki/latest/reference/loki-http-api/#ingest-logs). */
export const LOGS_PATH = "/loki/api/v1/push";

/** MiB that Loki asks for. */
const LOKI_MEBIBYTES = 512;

export interface LokiProps {
  /** How long lines are kept: `7d`, `2w`. */
  readonly retention: string;
  /** Size of the volume: `10Gi`. */
  readonly storage: string;
  /** @default - the cluster's default */
  readonly storageClass?: string | undefined;
  /** Where lines are kept for good. @default - on the volume */
  readonly bucket?: LokiBucket | undefined;
}

/** A bucket that speaks S3. */
export interface LokiBucket {
  readonly name: string;
  /** URL of its server. */
  readonly endpoint: string;
  readonly region: string;
}

/** The Secret with what opens the bucket, under the names that Amazon's library reads from the environment. */
export const BUCKET_SECRET = "loki-bucket";
export const BUCKET_KEYS = { access: "AWS_ACCESS_KEY_ID", secret: "AWS_SECRET_ACCESS_KEY" } as const;

const DAYS = { d: 1, w: 7 } as const;

/** As Loki takes it: in hours, whole days of them. */
const hours = (retention: string): string =>
  `${Number(retention.slice(0, -1)) * DAYS[retention.slice(-1) as keyof typeof DAYS] * 24}h`;

/** Without credentials, which Amazon's library then takes from the environment. */
const storageIn = ({ name, endpoint, region }: LokiBucket) => ({
  type: "s3",
  bucketNames: { chunks: name, ruler: name }, // the chart wants both; nothing writes rules there
  s3: { endpoint, region, s3ForcePathStyle: true, insecure: endpoint.startsWith("http:") },
});

const off = { enabled: false } as const;
const none = { replicas: 0 } as const;

/**
 * Values of Loki's chart: what differs from the chart's own. One process with everything in it and a volume, as
 * https://grafana.com/docs/loki/latest/setup/install/helm/install-monolithic/ has it for tens of gigabytes a day.
 *
 * Source of the keys: https://github.com/grafana-community/helm-charts/blob/loki-18.11.0/charts/loki/values.yaml
 */
export const lokiValues = ({ retention, storage, storageClass, bucket }: LokiProps) => ({
  fullnameOverride: "loki",
  deploymentMode: "Monolithic",
  defaults: { automountServiceAccountToken: false }, // it asks nothing of the Kubernetes API
  serviceAccount: { automountServiceAccountToken: false },
  loki: {
    auth_enabled: false, // who writes from outside has been asked for a certificate before
    analytics: { reporting_enabled: false },
    // A single binary has no other members to find
    // (https://github.com/grafana/loki/blob/v3.7.6/cmd/loki/loki-local-config.yaml).
    commonConfig: {
      replication_factor: 1,
      instance_addr: "127.0.0.1",
      ring: { kvstore: { store: "inmemory" } },
    },
    storage: bucket ? storageIn(bucket) : { type: "filesystem" },
    schemaConfig: {
      configs: [
        {
          from: "2026-01-01",
          store: "tsdb",
          object_store: bucket ? "s3" : "filesystem",
          schema: "v13",
          index: { prefix: "index_", period: "24h" },
        },
      ],
    },
    limits_config: { retention_period: hours(retention) },
    compactor: { retention_enabled: true, delete_request_store: bucket ? "s3" : "filesystem" },
  },
  singleBinary: {
    replicas: 1,
    sidecar: false,
    ...(bucket ? { extraEnvFrom: [{ secretRef: { name: BUCKET_SECRET } }] } : {}),
    podDisruptionBudget: off, // one pod: a budget would hold up every drain of its node
    persistence: {
      size: storage,
      ...(storageClass === undefined ? {} : { storageClass }),
    },
    resources: resources("50m", `${LOKI_MEBIBYTES}Mi`),
  },
  write: none,
  read: none,
  backend: none,
  gateway: off,
  ruler: off, // rules are Prometheus', which scrapes Loki
  chunksCache: off,
  resultsCache: off,
  lokiCanary: off,
  test: off,
  sidecar: { rules: off },
});
