import { OriginCaCertificate } from "@cdktf/provider-cloudflare/lib/origin-ca-certificate";
import { CertRequest } from "@cdktf/provider-tls/lib/cert-request";
import { PrivateKey } from "@cdktf/provider-tls/lib/private-key";
import { Construct } from "constructs";

/** Cloudflare's longest, 15 years: nothing renews the certificate by itself, and only Cloudflare trusts it. */
const VALIDITY_DAYS = 5475;

export interface OriginCertificateProps {
  /** The name that Cloudflare expects of the origin. One only: Cloudflare sorts several, which Terraform takes for a change. */
  readonly hostName: string;
}

/** A certificate of Cloudflare's origin CA for a private key of ours: Cloudflare trusts it, other clients do not. */
export class OriginCertificate extends Construct {
  /** The certificate, PEM. */
  readonly certificate: string;

  /** The private key, PEM; sensitive. */
  readonly privateKey: string;

  constructor(scope: Construct, id: string, props: OriginCertificateProps) {
    super(scope, id);

    const key = new PrivateKey(this, "Key", { algorithm: "ECDSA", ecdsaCurve: "P256" });
    const request = new CertRequest(this, "Request", {
      privateKeyPem: key.privateKeyPem,
      subject: [{ commonName: props.hostName }],
      dnsNames: [props.hostName],
    });
    const certificate = new OriginCaCertificate(this, "Resource", {
      csr: request.certRequestPem,
      hostnames: [props.hostName],
      requestType: "origin-ecc",
      requestedValidity: VALIDITY_DAYS,
    });

    this.certificate = certificate.certificate;
    this.privateKey = key.privateKeyPem;
  }
}
