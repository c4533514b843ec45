import { hostsIn } from "../../config/hosts";
import type { Environment } from "../../config/schema/environment";
import { CLUSTER_ISSUER } from "../../constructs/cert-manager/cluster-issuer";
import { issuedCertificate } from "../../constructs/cert-manager/issued-certificate";
import { trustOf } from "../../constructs/cert-manager/server";
import { LOAD_BALANCER } from "../../constructs/gce/load-balancer";
import { noCertificates, type RegionalCertificates } from "../regional-certificates";

/** What Let's Encrypt certifies for the load balancers; without it no certificate is in the clusters. */
export function certificatesOfEntries({ workloads, certificates }: Environment): RegionalCertificates {
  if (certificates.kind !== "letsencrypt") return noCertificates;
  const trust = trustOf(certificates.server);
  const provedByIngress = certificates.challenge === "http-01";
  return {
    source: (consumer, handle) =>
      issuedCertificate({
        subject: { hosts: hostsIn(workloads, handle.role, handle.host(consumer)) },
        issuer: CLUSTER_ISSUER,
        // The load balancer that proves the name is there only once it has a certificate to show.
        ...(provedByIngress ? { solvedThrough: LOAD_BALANCER, temporary: true } : {}),
        authority: "public", // no ingress verifies pods by it
      }),
    authority: () => trust,
  };
}
