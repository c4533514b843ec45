import { PrivateKey } from "@cdktf/provider-tls/lib/private-key";
import { SelfSignedCert } from "@cdktf/provider-tls/lib/self-signed-cert";
import { Construct } from "constructs";
import { AUTHORITY_HOURS } from "./validity";

export interface CertificateAuthorityProps {
  /** Common name of the CA, for people. */
  readonly commonName: string;

  /** Whether Terraform refuses to destroy the CA, and with it everything that it signed. */
  readonly protect: boolean;
}

/** A self-signed CA: an ECDSA P-256 key, valid for ten years, never renewed by itself. */
export class CertificateAuthority extends Construct {
  /** The CA's certificate, PEM. */
  readonly certificate: string;

  /** The CA's private key, PEM (SEC1); sensitive. */
  readonly privateKey: string;

  constructor(scope: Construct, id: string, props: CertificateAuthorityProps) {
    super(scope, id);
    const lifecycle = props.protect ? { lifecycle: { preventDestroy: true } } : {};

    const key = new PrivateKey(this, "Key", { algorithm: "ECDSA", ecdsaCurve: "P256", ...lifecycle });
    const certificate = new SelfSignedCert(this, "Certificate", {
      privateKeyPem: key.privateKeyPem,
      isCaCertificate: true,
      subject: [{ commonName: props.commonName }],
      validityPeriodHours: AUTHORITY_HOURS,
      allowedUses: ["cert_signing", "crl_signing", "digital_signature", "key_encipherment"],
      ...lifecycle,
    });

    this.certificate = certificate.certPem;
    this.privateKey = key.privateKeyPem;
  }
}
