import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { NAMESPACES } from "../../config/namespaces";
import { ChartRelease } from "../kubernetes/chart-release";
import { Namespace } from "../kubernetes/namespace";
import type { Pods } from "../kubernetes/network-policy";
import { resources } from "../kubernetes/resources";
import { CertificateAuthority } from "../pki/certificate-authority";
import { LeafCertificate } from "../pki/leaf-certificate";

export interface OperatorProps {
  /** Whether a database has backups, which a plugin makes. */
  readonly backsUp: boolean;
  readonly chartMirror: string | undefined;
}

/** The operator's pods. */
export const OPERATOR: Pods = {
  namespace: NAMESPACES.cloudNativePg,
  labels: { "app.kubernetes.io/name": "cloudnative-pg" },
};

/** The names of the plugin's Service and of its certificates, which its chart fixes. */
const PLUGIN = "barman-cloud";

/**
 * CloudNativePG's operator, and the plugin that makes backups. Their definitions go with the charts, and every database with them:
 * databases are made after the operator and destroyed before it.
 */
export class Operator extends Construct {
  /** What databases need first. */
  readonly resources: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { backsUp, chartMirror: mirror }: OperatorProps) {
    super(scope, id);
    const namespace = new Namespace(this, "Namespace", { name: OPERATOR.namespace }).name;
    const operator = new ChartRelease(this, "Resource", {
      name: "cloudnative-pg",
      namespace,
      chart: "cloudNativePg",
      mirror,
      values: { resources: resources("50m", "256Mi") },
    });
    this.resources = [operator, ...(backsUp ? [this.plugin(namespace, operator, mirror)] : [])];
  }

  /**
   * The operator and the plugin prove themselves to each other by certificates that each knows of the other
   * (https://cloudnative-pg.io/docs/1.30/cnpg_i/#configuring-tls-certificates); made here, so that a cluster needs no cert-manager.
   */
  private plugin(namespace: string, operator: ChartRelease, mirror: string | undefined): ChartRelease {
    const authority = new CertificateAuthority(this, "Authority", { commonName: PLUGIN, protect: false });
    const certificates = (["server", "client"] as const).map((use) => {
      const leaf = new LeafCertificate(this, use === "server" ? "Server" : "Client", {
        authority,
        commonName: use === "server" ? PLUGIN : `${PLUGIN}-client`,
        ...(use === "server" ? { dnsNames: [PLUGIN] } : {}),
        use,
        lifetime: "authority",
      });
      return new SecretV1(this, use === "server" ? "ServerSecret" : "ClientSecret", {
        metadata: { name: `${PLUGIN}-${use}-tls`, namespace },
        type: "kubernetes.io/tls",
        data: { "tls.crt": leaf.certificate, "tls.key": leaf.privateKey },
      });
    });
    return new ChartRelease(this, "Plugin", {
      name: "plugin-barman-cloud",
      namespace,
      chart: "barmanCloudPlugin",
      mirror,
      values: {
        certificate: {
          createClientCertificate: false,
          createServerCertificate: false,
          createIssuer: false,
        },
        resources: resources("10m", "128Mi"),
      },
      dependsOn: [operator, ...certificates],
    });
  }
}
