import { hostsOf } from "../../config/hosts";
import type { Environment } from "../../config/schema/environment";
import { CLUSTER_ISSUER } from "../../constructs/cert-manager/cluster-issuer";
import { issuedCertificate } from "../../constructs/cert-manager/issued-certificate";
import { trustOf } from "../../constructs/cert-manager/server";
import { CHART_INGRESS } from "../../constructs/traefik/route";
import type { RegionalCertificates } from "../regional-certificates";
import type { PkiStack } from "./pki-stack";

/**
 * What a cluster's own issuer certifies, in its own time: a name that is known only at apply, and every renewal.
 *
 * @param pki - the platform's CA, which callers are given; none where Let's Encrypt certifies
 */
export function certificatesInClusters(
  { workloads, certificates }: Environment,
  pki: PkiStack | undefined,
): RegionalCertificates {
  const trust = certificates.kind === "letsencrypt" ? trustOf(certificates.server) : undefined;
  return {
    source: (consumer, handle) =>
      issuedCertificate({
        hosts: hostsOf(
          workloads.filter(({ role }) => role === handle.role),
          handle.host(consumer),
        ),
        issuer: CLUSTER_ISSUER,
        ...(pki === undefined ? { solvedThrough: CHART_INGRESS } : {}),
        authority: pki ? "beside" : trust === undefined ? "public" : { pem: trust },
      }),
    authority: (consumer) => (pki ? consumer.consume(pki, "ca").ca : trust),
  };
}
