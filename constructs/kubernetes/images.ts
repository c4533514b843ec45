/** An image that others publish, at an exact tag. */
export interface Image {
  readonly name: string;
  readonly tag: string;
}

/** The images that the platform names itself. Those of charts are the charts' own, and workloads name theirs. */
export const IMAGES = {
  /** Waits for a name to resolve. */
  busybox: { name: "docker.io/library/busybox", tag: "1.37.0" },
  /**
   * The default of CloudNativePG's operator (https://github.com/cloudnative-pg/cloudnative-pg/blob/v1.30.0/pkg/versions/versions.go);
   * its `psql` speaks to older servers too.
   */
  postgres: { name: "ghcr.io/cloudnative-pg/postgresql", tag: "18.6-system-trixie" },
  /** https://github.com/GoogleCloudPlatform/cloud-sql-proxy/releases */
  cloudSqlProxy: { name: "gcr.io/cloud-sql-connectors/cloud-sql-proxy", tag: "2.22.0" },
  /** https://github.com/oauth2-proxy/oauth2-proxy/releases */
  oauth2Proxy: { name: "quay.io/oauth2-proxy/oauth2-proxy", tag: "v7.15.6" },
  /** Flagger's; the one that kube-prometheus-stack brings too. */
  prometheus: { name: "quay.io/prometheus/prometheus", tag: "v3.14.0-distroless" },
  /** That of kube-prometheus-stack, whose operator puts it beside Prometheus. */
  thanos: { name: "quay.io/thanos/thanos", tag: "v0.42.4" },
  /**
   * The load balancer's; newer than the chart's own 3.7.11: it fixes five advisories, and versions before it write private
   * keys to the log when a certificate is found twice, as every folder that Kubernetes mounts makes them
   * (https://github.com/traefik/traefik/pull/13548).
   */
  traefik: { name: "docker.io/library/traefik", tag: "v3.7.13" },
} as const satisfies Record<string, Image>;

/** As a pod names it. */
export const referenceTo = ({ name, tag }: Image): string => `${name}:${tag}`;
