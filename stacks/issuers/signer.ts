import type { Environment } from "../../config/schema/environment";
import type { ClusterIssuerProps } from "../../constructs/cert-manager/cluster-issuer";
import type { PlatformStack } from "../workspace/platform-stack";
import type { PkiStack } from "./pki-stack";

/**
 * Who signs what a cluster serves: an authority of the cluster's own below the platform's CA, or Let's Encrypt.
 *
 * @param pki - the platform's CA, where it is not Let's Encrypt that certifies
 */
export function signerOf(
  { certificates }: Pick<Environment, "certificates">,
  cluster: string,
  pki: PkiStack | undefined,
  consumer: PlatformStack<object>,
): ClusterIssuerProps["signedBy"] {
  if (pki !== undefined) return { authority: pki.authorityOf(cluster, consumer) };
  if (certificates.kind === "letsencrypt") return certificates;
  throw new Error(`nobody issues certificates of kind "${certificates.kind}" in clusters`);
}
