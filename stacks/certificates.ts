import type { App } from "cdktf";
import type { Environment } from "../config/schema/environment";
import type { ClusterHandle } from "./cluster-handle";
import type { DnsStack } from "./dns-stack";
import {
  certificateFromCloudflare,
  certificateFromPki,
  type EdgeCertificateSource,
} from "./edge-certificates";
import { PkiStack } from "./pki-stack";
import {
  noCertificates,
  privateCertificates,
  publicCertificates,
  type RegionalCertificates,
} from "./regional-certificates";

/** Where the certificates of an environment come from. */
export interface Certificates {
  readonly regions: RegionalCertificates;
  edge(handle: ClusterHandle): EdgeCertificateSource;
}

/**
 * Decides who certifies which cluster, and defines the platform's own CA for those whom neither Let's Encrypt nor
 * Cloudflare does, if there are any.
 */
export function defineCertificates(
  app: App,
  environment: Environment,
  clusters: readonly ClusterHandle[],
  dns: DnsStack | undefined,
): Certificates {
  const { certificates, charts } = environment;
  const ours = { api: certificates.kind === "private-ca", edge: dns === undefined, tooling: false };
  const certified = clusters.filter(({ cluster }) => ours[cluster.role]);
  const pki = certified.length > 0 ? new PkiStack(app, { environment, clusters: certified }) : undefined;

  // Whoever is certified by the CA made it exist above.
  return {
    regions: regional(certificates, charts.mirror, pki),
    edge: (handle) =>
      dns === undefined ? certificateFromPki(pki as PkiStack, handle) : certificateFromCloudflare(dns),
  };
}

function regional(
  certificates: Environment["certificates"],
  chartMirror: string | undefined,
  pki: PkiStack | undefined,
): RegionalCertificates {
  switch (certificates.kind) {
    case "private-ca":
      return privateCertificates(pki as PkiStack);
    case "letsencrypt":
      return publicCertificates(certificates, chartMirror);
    case "acm":
    case "none":
      return noCertificates;
  }
}
