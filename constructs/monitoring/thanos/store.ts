import type { INetworkPolicyEgressRule } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyEgressRule";

/** A bucket in which samples are kept, and who may use it. */
export interface MetricsStore {
  /** As Thanos reads it (https://thanos.io/tip/thanos/storage.md/); nothing in it is secret. */
  readonly objectStore: { readonly type: string; readonly config: Readonly<Record<string, unknown>> };

  /** What tells the cloud who the pods are: annotations of the ServiceAccounts in `USERS`. */
  readonly annotations: Readonly<Record<string, string>>;

  /** The way to the bucket. */
  readonly egress: readonly INetworkPolicyEgressRule[];
}

/** The names of what Thanos adds; Prometheus' own is the chart's. */
export const QUERY = "thanos-query";
export const STORE = "thanos-store";
export const COMPACTOR = "thanos-compactor";

/** The ServiceAccounts, in the namespace of monitoring, that use the bucket. */
export const USERS = ["monitoring-prometheus", STORE, COMPACTOR] as const;

/** The ConfigMap with the configuration of the bucket. */
export const OBJECT_STORE = "thanos-object-store";
export const OBJECT_STORE_KEY = "objstore.yml";

/** Where pods find it. */
export const CONFIG_FOLDER = "/etc/thanos";

export const GRPC = 10_901;
export const HTTP = 10_902;

/** What tells two Prometheus apart that scrape the same. */
export const REPLICA_LABEL = "replica";

/** The Service of the sidecars: the chart's, by its release. */
export const SIDECARS = "monitoring-thanos-discovery";
