import type { EdgeCertificate } from "../constructs/traefik/load-balancer";
import type { DnsStack } from "./cloudflare/dns-stack";
import type { ClusterHandle } from "./cluster-handle";
import type { PkiStack } from "./pki-stack";
import type { PlatformStack } from "./workspace/platform-stack";

/** The certificate of the entry point, as `consumer` reads it. */
export type EdgeCertificateSource = (consumer: PlatformStack<object>) => EdgeCertificate;

/** From the platform's own CA: for an entry point that users trust by hand, and that asks no client for a certificate. */
export const certificateFromPki =
  (pki: PkiStack, edge: ClusterHandle): EdgeCertificateSource =>
  (consumer) => {
    const { certificate, key } = pki.certificateOf(edge.place.cluster, consumer);
    return { certificate, key };
  };

/** From Cloudflare's origin CA: for an entry point that only Cloudflare may call; users see Cloudflare's certificate. */
export const certificateFromCloudflare =
  (dns: DnsStack): EdgeCertificateSource =>
  (consumer) => {
    const origin = consumer.consume(dns, "origin-certificate", "origin-key", "origin-pull-ca");
    return {
      certificate: origin["origin-certificate"],
      key: origin["origin-key"],
      clientAuthority: origin["origin-pull-ca"],
    };
  };
