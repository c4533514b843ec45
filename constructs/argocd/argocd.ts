import { Construct } from "constructs";
import type { INetworkPolicyPeer } from "kubernetes-models/networking.k8s.io/v1/NetworkPolicyPeer";
import { ARGOCD } from "../../config/composed-names";
import type { Gitops } from "../../config/schema/environment";
import { Console } from "../consoles/console";
import { type Sso, ssoSecret } from "../consoles/sso";
import { ChartRelease } from "../kubernetes/chart-release";
import { Namespace } from "../kubernetes/namespace";
import { variableSecret } from "../kubernetes/variable-secret";
import type { CertificateSource } from "../workload/certificate";
import { argoCdValues } from "./chart-values";
import { ALERT_URL, NOTIFICATIONS_SECRET } from "./notifications";

export interface ArgoCdProps {
  readonly gitops: Gitops;

  /** The URL that failures are posted to, sensitive. @default - they are not posted */
  readonly alertUrl?: string | undefined;

  /** How people reach its page; the client's secret is sensitive. @default - by port-forward alone */
  readonly console?:
    | {
        readonly host: string;
        readonly sso: Sso;
        readonly clientSecret: string;
        readonly certificate: CertificateSource;
        readonly ingress: readonly INetworkPolicyPeer[];
      }
    | undefined;

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;
}

/**
 * Argo CD in a cluster, by its official chart. It makes the password of its administrator itself, and keeps it in a Secret;
 * with a page of its own that account is off.
 */
export class ArgoCd extends Construct {
  constructor(scope: Construct, id: string, { gitops, alertUrl, console, chartMirror }: ArgoCdProps) {
    super(scope, id);
    const namespace = new Namespace(this, "Namespace", { name: ARGOCD }).name;
    const alerts =
      alertUrl === undefined
        ? []
        : [
            variableSecret(this, "Alerts", {
              metadata: { name: NOTIFICATIONS_SECRET, namespace },
              data: { [ALERT_URL]: alertUrl },
            }),
          ];
    const sso = console ? [ssoSecret(this, namespace, console.clientSecret)] : [];
    const release = new ChartRelease(this, "Resource", {
      name: "argocd",
      namespace,
      chart: "argoCd",
      mirror: chartMirror,
      values: argoCdValues({ gitops, alerts: alertUrl !== undefined, console }),
      timeoutSeconds: 600,
      dependsOn: [...alerts, ...sso],
    });
    if (console === undefined) return;
    const certificate = console.certificate(this, namespace);
    new Console(this, "Console", {
      host: console.host,
      service: "argocd-server",
      port: 80,
      pods: { namespace, labels: { "app.kubernetes.io/name": "argocd-server" } },
      podPort: 8080,
      certificateSecret: certificate.secretName,
      ingress: console.ingress,
      dependsOn: [...certificate.filledBy, release],
    });
  }
}
