import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";

/** A certificate as the pods of a namespace find it: in a Secret of type `kubernetes.io/tls`. */
export interface Certificate {
  readonly secretName: string;

  /**
   * The Secret whose `ca.crt` is the private authority behind the certificate.
   *
   * @default - a public authority, which every client knows
   */
  readonly authoritySecret?: string;

  /** What fills the Secret: pods that mount it are created after that. */
  readonly filledBy: ITerraformDependable[];
}

/** Puts the certificate of the cluster's host name into a namespace. */
export type CertificateSource = (scope: Construct, namespace: string) => Certificate;

/** PEM texts; the key is sensitive. */
export interface CertificatePem {
  readonly certificate: string;
  readonly key: string;
  /** The certificate of the private authority. */
  readonly authority: string;
}

/** A certificate that Terraform knows, written into a Secret; a renewal is an apply that changes it. */
export const certificateFromPem =
  ({ certificate, key, authority }: CertificatePem): CertificateSource =>
  (scope, namespace) => {
    const secretName = "certificate";
    const secret = new SecretV1(scope, "Certificate", {
      metadata: { name: secretName, namespace },
      type: "kubernetes.io/tls",
      data: { "tls.crt": certificate, "tls.key": key, "ca.crt": authority },
    });
    return { secretName, authoritySecret: secretName, filledBy: [secret] };
  };
