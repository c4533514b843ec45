import { SecretV1 } from "@cdktf/provider-kubernetes/lib/secret-v1";
import { Password } from "@cdktf/provider-random/lib/password";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import type { CertificateSource } from "../workload/certificate";
import { Console } from "./console";
import { COOKIE_SECRET, signInObjects, signInPage } from "./sign-in";
import type { Sso } from "./sso";

/** Which pages of monitoring people reach, and how. */
export interface MonitoringConsolesProps {
  readonly sso: Sso;
  /** Sensitive. */
  readonly clientSecret: string;
  /** The names of the pages that are shown. */
  readonly hosts: { readonly grafana?: string; readonly prometheus?: string };
  /** Puts the certificate of these names into the namespace. */
  readonly certificate: CertificateSource;
  /** The pods of the cluster's Traefik. */
  readonly ingress: readonly INetworkPolicyPeer[];
}

interface Placed extends MonitoringConsolesProps {
  readonly namespace: string;
  /** URL of Prometheus in the namespace. */
  readonly prometheusUrl: string;
  readonly dependsOn: ITerraformDependable[];
}

/** The pages of monitoring at names of their own: Grafana asks people who they are itself, and for Prometheus a proxy does. */
export class MonitoringConsoles extends Construct {
  constructor(scope: Construct, id: string, props: Placed) {
    super(scope, id);
    const { namespace, ingress, sso } = props;
    const { grafana, prometheus } = props.hosts;
    const certificate = props.certificate(this, namespace);
    const common = {
      ingress,
      certificateSecret: certificate.secretName,
      dependsOn: [...certificate.filledBy, ...props.dependsOn],
    };
    if (grafana !== undefined) {
      const pods = { namespace, labels: { "app.kubernetes.io/name": "grafana" } };
      new Console(this, "Grafana", {
        ...common,
        host: grafana,
        service: "grafana",
        port: 80,
        pods,
        podPort: 3000,
      });
    }
    if (prometheus === undefined) return;
    const signIn = { namespace, host: prometheus, upstream: props.prometheusUrl, sso };
    new Console(this, "Prometheus", {
      ...common,
      ...signInPage(signIn),
      objects: signInObjects(signIn),
      dependsOn: [...common.dependsOn, this.cookieSecret(namespace)],
    });
  }

  private cookieSecret(namespace: string): SecretV1 {
    const { result } = new Password(this, "CookiePassword", { length: 32, special: false });
    return new SecretV1(this, "Cookie", {
      metadata: { name: COOKIE_SECRET.name, namespace },
      data: { [COOKIE_SECRET.key]: result },
    });
  }
}
