import type { App } from "cdktf";
import { fitsOf } from "../config/clouds";
import type { Environment } from "../config/schema/environment";
import type { DnsStack } from "./cloudflare/dns-stack";
import type { ClusterHandle } from "./cluster-handle";
import {
  certificateFromCloudflare,
  certificateFromPki,
  type EdgeCertificateSource,
} from "./edge-certificates";
import { type HubCertificates, hubCertificatesFromPki } from "./hub-certificates";
import { hubClusters } from "./hub-clusters";
import type { Infrastructure } from "./infrastructure";
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

  /** What is only asked for where there is a hub. */
  readonly hub: HubCertificates;
}

/**
 * Defines the platform's own CA for the clusters that neither Let's Encrypt nor Cloudflare certifies, and for a hub, if
 * there are any.
 *
 * @param all - the clusters of the environment
 */
export function definePki(
  app: App,
  environment: Environment,
  all: readonly Pick<ClusterHandle, "place" | "role" | "hostName">[],
): PkiStack | undefined {
  const { certificates, dns } = environment;
  const { issuesInClusters } = fitsOf(environment);
  const isOurs = certificates.kind === "private-ca" && !issuesInClusters;
  const ours = { api: isOurs, edge: dns.kind !== "cloudflare", tooling: isOurs };
  const clusters = all.filter(({ role }) => ours[role]);
  const hub = issuesInClusters ? undefined : hubClusters(environment, all);
  return clusters.length > 0 || hub ? new PkiStack(app, { environment, clusters, hub }) : undefined;
}

/** Which CA certifies which cluster. `pki` exists where `pkiOf` found clusters that the platform's CA certifies. */
export const certificatesOf = (
  environment: Environment,
  { certificates, hubCertificates }: Pick<Infrastructure, "certificates" | "hubCertificates">,
  pki: PkiStack | undefined,
  dns: DnsStack | undefined,
): Certificates => ({
  regions: certificates ?? regional(environment, pki),
  edge: (handle) =>
    dns === undefined ? certificateFromPki(pki as PkiStack, handle) : certificateFromCloudflare(dns),
  hub: hubCertificates ?? hubCertificatesFromPki(pki as PkiStack),
});

function regional(
  { certificates, charts, workloads }: Environment,
  pki: PkiStack | undefined,
): RegionalCertificates {
  switch (certificates.kind) {
    case "private-ca":
      return privateCertificates(pki as PkiStack);
    case "letsencrypt":
      return publicCertificates(certificates, workloads, charts.mirror);
    default: // none, or a cloud's own: TLS ends before the clusters
      return noCertificates;
  }
}
