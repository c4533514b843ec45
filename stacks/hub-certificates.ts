import { type CertificateSource, certificateFromPem } from "../constructs/workload/certificate";
import type { ClusterHandle } from "./cluster-handle";
import type { PkiStack } from "./pki-stack";
import type { PlatformStack } from "./workspace/platform-stack";

/** How the hub and those who write to it prove themselves to each other: by certificates below the platform's CA. */
export interface HubCertificates {
  /** Puts the certificate of the receiver's name into a namespace of the hub's cluster. */
  receiver(consumer: PlatformStack<object>, cluster: ClusterHandle, host: string): CertificateSource;

  /** Puts the certificate of a cluster that writes into a namespace of it. */
  writer(consumer: PlatformStack<object>, cluster: ClusterHandle): CertificateSource;

  /** The CA, PEM. */
  authority(consumer: PlatformStack<object>): string;
}

/** Certificates that the platform's CA signs when it is applied. */
export const hubCertificatesFromPki = (pki: PkiStack): HubCertificates => ({
  receiver: (consumer) => (scope, namespace) =>
    certificateFromPem(pki.receiverCertificate(consumer))(scope, namespace),
  writer:
    (consumer, { place }) =>
    (scope, namespace) =>
      certificateFromPem(pki.writerCertificate(place.cluster, consumer))(scope, namespace),
  authority: (consumer) => consumer.consume(pki, "ca").ca,
});
