import { CertRequest } from "@cdktf/provider-tls/lib/cert-request";
import { LocallySignedCert } from "@cdktf/provider-tls/lib/locally-signed-cert";
import { PrivateKey } from "@cdktf/provider-tls/lib/private-key";
import { Construct } from "constructs";
import type { CertificateAuthority } from "./certificate-authority";
import { HOURS_PER_YEAR } from "./validity";

export interface IntermediateAuthorityProps {
  /** Signs it. */
  readonly authority: CertificateAuthority;
  /** Common name, for people. */
  readonly commonName: string;
}

/** A CA below another: an ECDSA P-256 key, valid for four years, renewed by an apply in the second half of them. */
export class IntermediateAuthority extends Construct {
  /** Its certificate and the authority's, PEM: the chain that clients who know the authority need. */
  readonly chain: string;

  /** The private key, PEM (SEC1); sensitive. */
  readonly privateKey: string;

  constructor(scope: Construct, id: string, { authority, commonName }: IntermediateAuthorityProps) {
    super(scope, id);
    const key = new PrivateKey(this, "Key", { algorithm: "ECDSA", ecdsaCurve: "P256" });
    const request = new CertRequest(this, "Request", {
      privateKeyPem: key.privateKeyPem,
      subject: [{ commonName }],
    });
    const certificate = new LocallySignedCert(this, "Certificate", {
      certRequestPem: request.certRequestPem,
      caPrivateKeyPem: authority.privateKey,
      caCertPem: authority.certificate,
      isCaCertificate: true,
      setSubjectKeyId: true,
      validityPeriodHours: 4 * HOURS_PER_YEAR,
      earlyRenewalHours: 2 * HOURS_PER_YEAR,
      allowedUses: ["cert_signing", "crl_signing", "digital_signature"],
    });

    this.chain = `${certificate.certPem}${authority.certificate}`;
    this.privateKey = key.privateKeyPem;
  }
}
