import type { ClientCertificateAccess } from "../constructs/kubernetes/access";
import type { PlatformStack } from "./workspace/platform-stack";

/** Access to a cluster's API as an administrator, as the workspace that makes the cluster publishes it; PEM. */
export interface ClientCertificateOutputs {
  /** URL of the Kubernetes API. */
  readonly host: string;
  readonly "cluster-ca": string;
  readonly "client-certificate": string;
  /** Sensitive. */
  readonly "client-key": string;
}

/** How `consumer` reaches the cluster that another workspace made. */
export function clientCertificateAccess(
  consumer: PlatformStack<object>,
  cluster: PlatformStack<ClientCertificateOutputs>,
): ClientCertificateAccess {
  const access = consumer.consume(cluster, "host", "cluster-ca", "client-certificate", "client-key");
  return {
    kind: "client-certificate",
    host: access.host,
    clusterCaCertificate: access["cluster-ca"],
    clientCertificate: access["client-certificate"],
    clientKey: access["client-key"],
  };
}
