import { Construct } from "constructs";
import { CertificateAuthority } from "../pki/certificate-authority";
import { LeafCertificate } from "../pki/leaf-certificate";
import type { Authority } from "./bootstrap";

export interface ClusterAuthoritiesProps {
  /** Name of the cluster, for people who read a certificate. */
  readonly cluster: string;

  /** Whether Terraform refuses to destroy the authorities. */
  readonly protect: boolean;
}

/**
 * The two authorities of one cluster, made before it, and the certificate of an administrator. A workspace that reads them can
 * use the cluster as soon as it answers: nothing has to be fetched from it. No two clusters share an authority, because
 * there is no way to revoke a certificate, and an administrator of one would be one of all.
 */
export class ClusterAuthorities extends Construct {
  /** Signs whom the Kubernetes API lets in. */
  readonly client: Authority;

  /** Signs the Kubernetes API's own certificate. */
  readonly server: Authority;

  /** Certificate and private key of an administrator, PEM; one year, renewed by an apply in its second half. */
  readonly administrator: Authority;

  constructor(scope: Construct, id: string, props: ClusterAuthoritiesProps) {
    super(scope, id);
    const { cluster, protect } = props;

    const client = new CertificateAuthority(this, "Client", { commonName: `${cluster} client CA`, protect });
    const server = new CertificateAuthority(this, "Server", { commonName: `${cluster} server CA`, protect });
    const administrator = new LeafCertificate(this, "Administrator", {
      authority: client,
      commonName: "terraform",
      organization: "system:masters",
      use: "client",
    });

    this.client = client;
    this.server = server;
    this.administrator = administrator;
  }
}
