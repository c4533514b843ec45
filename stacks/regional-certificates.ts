import { hostsIn } from "../config/hosts";
import type { Environment, Workload } from "../config/schema/environment";
import { LetsEncrypt } from "../constructs/cert-manager/lets-encrypt";
import { trustOf } from "../constructs/cert-manager/server";
import type { CertificateSource } from "../constructs/workload/certificate";
import type { ClusterHandle } from "./cluster-handle";
import type { PkiStack } from "./pki-stack";
import type { PlatformStack } from "./workspace/platform-stack";

/** Who issues the certificates of the clusters that serve users. */
export interface RegionalCertificates {
  /** Puts the certificate of a cluster's host name into namespaces of that cluster, by resources in `consumer`. */
  source(consumer: PlatformStack<object>, handle: ClusterHandle): CertificateSource;

  /** The CA that callers must be given, PEM; none where every system knows it. */
  authority(consumer: PlatformStack<object>): string | undefined;

  /**
   * Puts a certificate of names that people call into a namespace of a cluster with tools.
   *
   * @default - such names are not certified here, and the rules refuse them
   */
  consoles?(hosts: readonly string[]): CertificateSource;
}

/** The platform's own CA: only the balancer calls the regions, and it is given this one. */
export const privateCertificates = (pki: PkiStack): RegionalCertificates => ({
  source: (consumer, { place }) => pki.certificateSource(place.cluster, consumer),
  authority: (consumer) => consumer.consume(pki, "ca").ca,
});

/** Let's Encrypt, by a cert-manager in every cluster. */
export const publicCertificates = (
  { email, challenge, server }: Extract<Environment["certificates"], { kind: "letsencrypt" }>,
  workloads: readonly Workload[],
  chartMirror: string | undefined,
): RegionalCertificates => ({
  source: (consumer, handle) =>
    new LetsEncrypt(consumer, "LetsEncrypt", { email, challenge, server, chartMirror }).certificateOf(
      hostsIn(workloads, handle.role, handle.host(consumer)),
    ),
  authority: () => trustOf(server),
});

/** Plain HTTP in the clusters: a load balancer before them ends TLS, or nothing does. */
export const noCertificates: RegionalCertificates = {
  source: () => () => {
    throw new Error("a service speaks TLS, but nobody issues certificates to the clusters");
  },
  authority: () => undefined,
};
