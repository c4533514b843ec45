import { resources } from "../../kubernetes/resources";
import { CONFIG_FOLDER, type MetricsStore, OBJECT_STORE, OBJECT_STORE_KEY, REPLICA_LABEL } from "./store";

/** How Prometheus hands its samples over. */
export interface LongTerm {
  readonly store: MetricsStore;
  readonly retentionDays: number;
  readonly replicas: 1 | 2;
  /** Size of the volume for compaction: `10Gi`. */
  readonly workspace: string;
}

/**
 * What of kube-prometheus-stack's values differs: a sidecar of Thanos that uploads each block of two hours, and leaves compaction of blocks to Thanos
 * (https://github.com/prometheus-operator/prometheus-operator/blob/main/Documentation/platform/thanos.md).
 */
export const longTermValues = ({ store, replicas }: LongTerm) => ({
  serviceAccount: { annotations: { ...store.annotations } },
  thanosService: { enabled: true },
  ...(replicas > 1 ? { podDisruptionBudget: { enabled: true, minAvailable: 1 } } : {}),
});

const VOLUME = "bucket";

/** The same, of Prometheus itself. */
export const longTermSpec = ({ replicas }: LongTerm) => ({
  replicas,
  // The bucket takes blocks of those alone that are told apart, and Query takes the label away again.
  replicaExternalLabelName: REPLICA_LABEL,
  replicaExternalLabelNameClear: false,
  disableCompaction: true, // it would change blocks under the sidecar
  volumes: [{ name: VOLUME, configMap: { name: OBJECT_STORE } }],
  thanos: {
    objectStorageConfigFile: `${CONFIG_FOLDER}/${OBJECT_STORE_KEY}`,
    volumeMounts: [{ name: VOLUME, mountPath: CONFIG_FOLDER, readOnly: true }],
    resources: resources("10m", "128Mi"),
  },
});
