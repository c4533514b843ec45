import { hostsIn } from "../../config/hosts";
import { writerName } from "../../config/hub";
import type { Environment } from "../../config/schema/environment";
import { CLUSTER_ISSUER, PLATFORM_ISSUER } from "../../constructs/cert-manager/cluster-issuer";
import { issuedCertificate } from "../../constructs/cert-manager/issued-certificate";
import type { Subject } from "../../constructs/cert-manager/objects";
import { trustOf } from "../../constructs/cert-manager/server";
import { podsOf } from "../../constructs/kubernetes/network-policy";
import { CHART_INGRESS } from "../../constructs/traefik/route";
import type { CertificateSource } from "../../constructs/workload/certificate";
import type { ClusterHandle } from "../cluster-handle";
import type { HubCertificates } from "../hub-certificates";
import type { RegionalCertificates } from "../regional-certificates";
import type { PlatformStack } from "../workspace/platform-stack";
import type { PkiStack } from "./pki-stack";

/**
 * What a cluster's own issuer certifies, in its own time: a name that is known only at apply, and every renewal.
 *
 * @param pki - the platform's CA, which callers are given where no other certifies
 */
export function certificatesInClusters(
  { workloads, certificates }: Environment,
  pki: PkiStack | undefined,
): RegionalCertificates {
  const trust = certificates.kind === "letsencrypt" ? trustOf(certificates.server) : undefined;
  const isOurs = certificates.kind === "private-ca";
  const proved = certificates.kind === "letsencrypt" ? { solvedThrough: [podsOf(CHART_INGRESS)] } : {};
  return {
    source: (consumer, handle) =>
      issuedCertificate({
        subject: { hosts: hostsIn(workloads, handle.role, handle.host(consumer)) },
        issuer: CLUSTER_ISSUER,
        ...proved,
        authority: isOurs ? "beside" : trust === undefined ? "public" : { pem: trust },
      }),
    consoles: (hosts) =>
      issuedCertificate({
        name: "consoles",
        subject: { hosts: [...hosts] },
        issuer: CLUSTER_ISSUER,
        ...proved,
        authority: "public", // browsers verify it, and no ingress of ours
        isolated: true,
      }),
    authority: (consumer) => (pki && isOurs ? consumer.consume(pki, "ca").ca : trust),
  };
}

/** What the authorities of the hub's cluster and of those that write certify there; all are below the platform's CA. */
export function hubCertificatesInClusters({ certificates }: Environment, pki: PkiStack): HubCertificates {
  const issuer = certificates.kind === "private-ca" ? CLUSTER_ISSUER : PLATFORM_ISSUER;
  const issued = (subject: Subject) =>
    issuedCertificate({ subject, issuer, authority: "beside", isolated: true });
  return {
    receiver: (consumer, cluster, host) => after(cluster, consumer, issued({ hosts: [host] })),
    writer: (consumer, cluster) => after(cluster, consumer, issued({ client: writerName(cluster.place) })),
    authority: (consumer) => consumer.consume(pki, "ca").ca,
  };
}

/** What issues is there once the cluster's name is, also where people chose the name. */
function after(
  cluster: ClusterHandle,
  consumer: PlatformStack<object>,
  source: CertificateSource,
): CertificateSource {
  cluster.host(consumer);
  return source;
}
