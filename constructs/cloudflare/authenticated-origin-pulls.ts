import { AuthenticatedOriginPullsCertificate } from "@cdktf/provider-cloudflare/lib/authenticated-origin-pulls-certificate";
import { AuthenticatedOriginPullsSettings } from "@cdktf/provider-cloudflare/lib/authenticated-origin-pulls-settings";
import type { ITerraformDependable } from "cdktf";
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
 *
 * There are two certificates. Cloudflare takes minutes until a new one is active, and Terraform deletes the old one in the
 * apply that makes the new: in between the second is presented, which lasts as long as the CA and so is never renewed with the
 * first (https://developers.cloudflare.com/ssl/origin-configuration/authenticated-origin-pull/set-up/manage-certificates/).
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
    const standby = new LeafCertificate(this, "Standby", {
      authority,
      commonName: `Cloudflare for ${props.name}, while the other is renewed`,
      use: "client",
      lifetime: "authority",
    });
    const upload = (
      name: string,
      { certificate, privateKey }: LeafCertificate,
      ...dependsOn: ITerraformDependable[]
    ) =>
      new AuthenticatedOriginPullsCertificate(this, name, {
        zoneId: props.zoneId,
        certificate,
        privateKey,
        lifecycle: { createBeforeDestroy: true },
        ...(dependsOn.length > 0 ? { dependsOn } : {}),
      });
    const first = upload("StandbyCertificate", standby);
    const certificate = upload("Certificate", client, first); // Cloudflare presents the newest that is active
    new AuthenticatedOriginPullsSettings(this, "Settings", {
      zoneId: props.zoneId,
      enabled: true,
      dependsOn: [certificate],
    });

    this.ca = authority.certificate;
  }
}
