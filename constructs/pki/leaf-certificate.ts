import { CertRequest } from "@cdktf/provider-tls/lib/cert-request";
import { LocallySignedCert } from "@cdktf/provider-tls/lib/locally-signed-cert";
import { PrivateKey } from "@cdktf/provider-tls/lib/private-key";
import { Construct } from "constructs";
import type { CertificateAuthority } from "./certificate-authority";
import { AUTHORITY_HOURS, HOURS_PER_YEAR, RENEWAL_HOURS } from "./validity";

const LIFETIMES = {
  year: { validityPeriodHours: HOURS_PER_YEAR, earlyRenewalHours: RENEWAL_HOURS },
  authority: { validityPeriodHours: AUTHORITY_HOURS },
} as const;

export interface LeafCertificateProps {
  /** Signs the certificate. */
  readonly authority: CertificateAuthority;

  /** Common name; for a server, people read it, and programs read `dnsNames`. */
  readonly commonName: string;

  /** Group of a Kubernetes user, such as `system:masters`. @default - none */
  readonly organization?: string;

  /** Names that a server proves. @default - none: a client's certificate */
  readonly dnsNames?: readonly string[];

  /** What the holder proves itself to be. */
  readonly use: "server" | "client";

  /**
   * `year`: renewed by an apply in its second half. `authority`: as long as the CA, and replaced only with it.
   *
   * @default "year"
   */
  readonly lifetime?: "year" | "authority";
}

/** A certificate signed by a CA of ours: ECDSA P-256. */
export class LeafCertificate extends Construct {
  /** The certificate, PEM. */
  readonly certificate: string;

  /** The private key, PEM (SEC1); sensitive. */
  readonly privateKey: string;

  constructor(scope: Construct, id: string, props: LeafCertificateProps) {
    super(scope, id);

    const key = new PrivateKey(this, "Key", { algorithm: "ECDSA", ecdsaCurve: "P256" });
    const request = new CertRequest(this, "Request", {
      privateKeyPem: key.privateKeyPem,
      subject: [
        { commonName: props.commonName, ...(props.organization ? { organization: props.organization } : {}) },
      ],
      ...(props.dnsNames ? { dnsNames: [...props.dnsNames] } : {}),
    });
    const certificate = new LocallySignedCert(this, "Certificate", {
      certRequestPem: request.certRequestPem,
      caPrivateKeyPem: props.authority.privateKey,
      caCertPem: props.authority.certificate,
      ...LIFETIMES[props.lifetime ?? "year"],
      allowedUses: ["digital_signature", props.use === "server" ? "server_auth" : "client_auth"],
    });

    this.certificate = certificate.certPem;
    this.privateKey = key.privateKeyPem;
  }
}
