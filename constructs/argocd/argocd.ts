import { Construct } from "constructs";
import { ARGOCD } from "../../config/composed-names";
import type { Gitops } from "../../config/schema/environment";
import { ChartRelease } from "../kubernetes/chart-release";
import { Namespace } from "../kubernetes/namespace";
import { variableSecret } from "../kubernetes/variable-secret";
import { argoCdValues } from "./chart-values";
import { ALERT_URL, NOTIFICATIONS_SECRET } from "./notifications";

export interface ArgoCdProps {
  readonly gitops: Gitops;

  /** The URL that failures are posted to, sensitive. @default - they are not posted */
  readonly alertUrl?: string | undefined;

  /** A repository that holds every chart, instead of the public ones. */
  readonly chartMirror?: string | undefined;
}

/** Argo CD in a cluster, by its official chart. It makes the password of its administrator itself, and keeps it in a Secret. */
export class ArgoCd extends Construct {
  constructor(scope: Construct, id: string, { gitops, alertUrl, chartMirror }: ArgoCdProps) {
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
    new ChartRelease(this, "Resource", {
      name: "argocd",
      namespace,
      chart: "argoCd",
      mirror: chartMirror,
      values: argoCdValues({ gitops, alerts: alertUrl !== undefined }),
      timeoutSeconds: 600,
      dependsOn: alerts,
    });
  }
}
