/** Where a cluster's samples come from: attached to every series, and to all that leaves the cluster. */
export interface Place {
  readonly environment: string;
  readonly region: string;
  readonly cluster: string;
}

/** The namespace of everything but node-exporter; policies of other namespaces admit Prometheus by it. */
export const NAMESPACE = "monitoring";
