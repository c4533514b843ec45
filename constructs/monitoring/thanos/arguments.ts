import { CONFIG_FOLDER, GRPC, HTTP, OBJECT_STORE_KEY, REPLICA_LABEL, SIDECARS, STORE } from "./store";

/** What pods may write. */
export const DATA_FOLDER = "/var/thanos";

const listening = [`--grpc-address=0.0.0.0:${GRPC}`, `--http-address=0.0.0.0:${HTTP}`];
const bucket = [`--data-dir=${DATA_FOLDER}`, `--objstore.config-file=${CONFIG_FOLDER}/${OBJECT_STORE_KEY}`];

/** Answers as Prometheus does, from its sidecars and from the bucket (https://thanos.io/tip/components/query.md/). */
export const queryArguments = (namespace: string): readonly string[] => [
  "query",
  ...listening,
  `--endpoint=dnssrv+_grpc._tcp.${SIDECARS}.${namespace}.svc.cluster.local`,
  `--endpoint=dns+${STORE}.${namespace}.svc.cluster.local:${GRPC}`,
  `--query.replica-label=${REPLICA_LABEL}`,
  "--query.auto-downsampling",
];

/** Reads the bucket for it (https://thanos.io/tip/components/store.md/); the default of its caches is 2.3 GiB. */
export const storeArguments: readonly string[] = [
  "store",
  ...listening,
  ...bucket,
  "--index-cache-size=160MB", // 125 MiB at least, which one entry may take
  "--chunk-pool-size=192MB",
];

/** Puts blocks together, and throws away what is too old; there may be one of them alone (https://thanos.io/tip/components/compact.md/). */
export const compactorArguments = (retentionDays: number): readonly string[] => [
  "compact",
  "--wait",
  `--http-address=0.0.0.0:${HTTP}`,
  ...bucket,
  ...["raw", "5m", "1h"].map((resolution) => `--retention.resolution-${resolution}=${retentionDays}d`),
];
