import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { podsOf } from "../kubernetes/network-policy";
import { variableSecret } from "../kubernetes/variable-secret";
import { secretVariable } from "../secret-variable";
import { REGIONAL_INGRESS } from "../traefik/route";
import type { CertificateSource } from "../workload/certificate";
import { CertManager } from "./cert-manager";
import { issuedCertificate } from "./issued-certificate";
import { type Challenge, issuer } from "./objects";
import { type Server, trustOf } from "./server";

const TOKEN = { name: "cloudflare", key: "token" };

export interface LetsEncryptProps {
  /** Contact of the account at Let's Encrypt. */
  readonly email: string;
  readonly challenge: Challenge;
  readonly server: Server;

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;
}

/** Certificates of Let's Encrypt in one cluster: cert-manager and an account. */
export class LetsEncrypt extends Construct {
  private readonly issuer: { readonly name: string; readonly release: ITerraformDependable };
  private readonly challenge: Challenge;
  private readonly server: Server;

  constructor(scope: Construct, id: string, props: LetsEncryptProps) {
    super(scope, id);
    const { email, challenge, server } = props;

    const certManager = new CertManager(this, "CertManager", { chartMirror: props.chartMirror });
    const tokens = challenge === "dns-01" ? [dnsToken(this, certManager.namespace)] : [];
    const name = `letsencrypt-${server}`;
    const release = new ManifestRelease(this, "Issuer", {
      name: "letsencrypt",
      namespace: certManager.namespace,
      objects: [
        issuer({
          name,
          server,
          email,
          ...(challenge === "dns-01" ? { proof: { cloudflareToken: TOKEN } } : {}),
        }),
      ],
      dependsOn: [certManager.resource, ...tokens],
    });

    this.issuer = { name, release: release.resource };
    this.challenge = challenge;
    this.server = server;
  }

  /** The certificate of host names, in every namespace that asks for it; there once it has been issued. */
  certificateOf(hosts: readonly string[]): CertificateSource {
    const trust = trustOf(this.server);
    return issuedCertificate({
      subject: { hosts },
      issuer: this.issuer.name,
      ...(this.challenge === "http-01" ? { solvedThrough: [podsOf(REGIONAL_INGRESS)] } : {}),
      authority: trust === undefined ? "public" : { pem: trust },
      dependsOn: [this.issuer.release],
    });
  }
}

/** The token with which cert-manager writes the records of `dns-01`; it can be a lesser one than Terraform's. */
const dnsToken = (scope: Construct, namespace: string) =>
  variableSecret(scope, "Token", {
    metadata: { name: TOKEN.name, namespace },
    data: {
      [TOKEN.key]: secretVariable(
        scope,
        "cloudflare_dns_token",
        "Cloudflare API token with which cert-manager proves names: Zone Read and DNS Write for the zone",
      ),
    },
  });
