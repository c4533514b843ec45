import { AuthenticatedOriginPullsCertificate } from "@cdktf/provider-cloudflare/lib/authenticated-origin-pulls-certificate";
import { AuthenticatedOriginPullsSettings } from "@cdktf/provider-cloudflare/lib/authenticated-origin-pulls-settings";
import { Construct } from "constructs";
import { CertificateAuthority } from "../pki/certificate-authority";
import { LeafCertificate } from "../pki/leaf-certificate";

export interface AuthenticatedOriginPullsProps {
  readonly zoneId: string;

  /** Name of the deployment, for people who read a certificate. */
  readonly name: string;

  /** Whether Terraform refuses to destroy the CA. */
  readonly protect: boolean;
}

/**
 * Makes Cloudflare present a client certificate of a CA of ours to the origins of a zone. An origin that demands it can
 * be reached through this zone only: Cloudflare's addresses, and the certificate that it presents otherwise, are shared
 * by all its customers.
 */
export class AuthenticatedOriginPulls extends Construct {
  /** Certificate of the CA that origins demand, PEM. */
  readonly ca: string;

  constructor(scope: Construct, id: string, props: AuthenticatedOriginPullsProps) {
    super(scope, id);

    const authority = new CertificateAuthority(this, "Authority", {
      commonName: `${props.name} origin pull CA`,
      protect: props.protect,
    });
    const client = new LeafCertificate(this, "Client", {
      authority,
      commonName: `Cloudflare for ${props.name}`,
      use: "client",
    });
    const certificate = new AuthenticatedOriginPullsCertificate(this, "Certificate", {
      zoneId: props.zoneId,
      certificate: client.certificate,
      privateKey: client.privateKey,
      lifecycle: { createBeforeDestroy: true }, // a renewal must leave no moment without one
    });
    new AuthenticatedOriginPullsSettings(this, "Settings", {
      zoneId: props.zoneId,
      enabled: true,
      dependsOn: [certificate],
    });

    this.ca = authority.certificate;
  }
}
