import { JobV1 } from "@cdktf/provider-kubernetes/lib/job-v1";
import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { CERTIFICATE_RELEASE } from "../../config/composed-names";
import { IMAGES, referenceTo } from "../kubernetes/images";
import { ManifestRelease } from "../kubernetes/manifest-release";
import { resources } from "../kubernetes/resources";
import { secretVariable } from "../secret-variable";
import type { Certificate, CertificateSource } from "../workload/certificate";
import { CertManager } from "./cert-manager";
import { type Challenge, certificate, challengePolicy, issuer } from "./objects";
import { type Server, trustOf } from "./server";

/** Minutes that an order may take: a DNS record must become visible, and a failed check is repeated. */
const ISSUANCE_MINUTES = 15;

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
      objects: [issuer({ name, server, email, challenge, token: TOKEN })],
      dependsOn: [certManager.resource, ...tokens],
    });

    this.issuer = { name, release: release.resource };
    this.challenge = challenge;
    this.server = server;
  }

  /** The certificate of host names, in every namespace that asks for it; there once it has been issued. */
  certificateOf(hosts: readonly string[]): CertificateSource {
    return (scope, namespace) => {
      const order = new Construct(scope, "Certificate");
      const secretName = "certificate";
      const release = new ManifestRelease(order, "Release", {
        name: CERTIFICATE_RELEASE,
        namespace,
        objects: [
          certificate({ name: secretName, namespace, hosts, issuer: this.issuer.name }),
          ...(this.challenge === "http-01" ? [challengePolicy(namespace)] : []),
        ],
        dependsOn: [this.issuer.release],
      });
      return {
        secretName,
        ...this.authority(order, namespace),
        filledBy: [issuance(order, namespace, secretName, release.resource)],
      };
    };
  }

  /** What an ingress in the namespace must be given to verify a certificate, where the system does not know its CA. */
  private authority(scope: Construct, namespace: string): Pick<Certificate, "authoritySecret"> {
    const trust = trustOf(this.server);
    if (trust === undefined) return {};
    const authoritySecret = "certificate-authority";
    new SecretV1(scope, "Authority", {
      metadata: { name: authoritySecret, namespace },
      data: { "ca.crt": trust },
    });
    return { authoritySecret };
  }
}

/** The token with which cert-manager writes the records of `dns-01`; it can be a lesser one than Terraform's. */
const dnsToken = (scope: Construct, namespace: string): SecretV1 =>
  new SecretV1(scope, "Token", {
    metadata: { name: TOKEN.name, namespace },
    data: {
      [TOKEN.key]: secretVariable(
        scope,
        "cloudflare_dns_token",
        "Cloudflare API token with which cert-manager proves names: Zone Read and DNS Write for the zone",
      ),
    },
  });

/**
 * Waits until a certificate has been issued. Helm does not know what a certificate is, so it is a pod that waits: the
 * kubelet starts it as soon as the Secret exists, which cert-manager makes when it has the certificate.
 */
const issuance = (
  scope: Construct,
  namespace: string,
  secretName: string,
  after: ITerraformDependable,
): JobV1 =>
  new JobV1(scope, "Issuance", {
    metadata: { name: "certificate-issuance", namespace },
    spec: {
      backoffLimit: 2,
      activeDeadlineSeconds: ISSUANCE_MINUTES * 60,
      template: {
        metadata: {},
        spec: {
          restartPolicy: "Never",
          automountServiceAccountToken: false,
          enableServiceLinks: false,
          securityContext: {
            runAsNonRoot: true,
            runAsUser: "65532",
            runAsGroup: "65532",
            seccompProfile: { type: "RuntimeDefault" },
          },
          container: [
            {
              name: "wait",
              image: referenceTo(IMAGES.busybox),
              command: ["true"],
              resources: resources("1m", "16Mi"),
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ["ALL"] },
              },
              volumeMount: [{ name: "certificate", mountPath: "/certificate", readOnly: true }],
            },
          ],
          volume: [
            { name: "certificate", secret: { secretName, items: [{ key: "tls.crt", path: "tls.crt" }] } },
          ],
        },
      },
    },
    waitForCompletion: true,
    timeouts: { create: `${ISSUANCE_MINUTES + 1}m`, update: `${ISSUANCE_MINUTES + 1}m` },
    dependsOn: [after],
  });
