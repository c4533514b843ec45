import type { Environment } from "../../config/schema/environment";
import type { ClusterIssuerProps } from "../../constructs/cert-manager/cluster-issuer";
import type { PlatformStack } from "../workspace/platform-stack";
import type { PkiStack } from "./pki-stack";

/**
 * Who signs what a cluster serves: an authority of the cluster's own below the platform's CA, or Let's Encrypt; beside that, the
 * authority signs what our own programs show each other.
 *
 * @param pki - the platform's CA, where it certifies anything
 */
export function signersOf(
  { certificates }: Pick<Environment, "certificates">,
  cluster: string,
  pki: PkiStack | undefined,
  consumer: PlatformStack<object>,
): Pick<ClusterIssuerProps, "signedBy" | "platform"> {
  const authority = pki?.authorityOf(cluster, consumer);
  if (certificates.kind === "letsencrypt") return { signedBy: certificates, platform: authority };
  if (authority !== undefined) return { signedBy: { authority } };
  throw new Error(`nobody issues certificates of kind "${certificates.kind}" in clusters`);
}
